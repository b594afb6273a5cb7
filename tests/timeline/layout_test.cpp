#include "app/timeline/layout.h"

#include <algorithm>

#include "app/timeline/colours.h"
#include "app/timeline/step_columns.h"
#include "app/trace/stops.h"
#include "tests/timeline/approx.h"
#include "tests/timeline/runs.h"
#include "tests/timeline/shapes_of.h"

using namespace interleave;
using namespace interleave::test;

namespace {

TimelineView view_of(const Trace& trace, Axis axis = Axis::time) {
  TimelineView view;
  view.axis = axis;
  view.width = 940;
  view.height = 700;
  RunView run;
  run.trace = &trace;
  run.title = "Concurrent";
  run.playhead = trace.size() - 1;
  view.runs.push_back(run);
  return view;
}

Timeline laid_out(const TimelineView& view) { return layout(view, embedded_measure()); }

Seq at(const Trace& trace, double seconds) {
  return trace.last_at(static_cast<std::int64_t>(seconds * 1e9));
}

}  // namespace

TEST_CASE("every bar says what it is") {
  const Trace trace = boiling_water();
  const Shapes shapes = laid_out(view_of(trace)).shapes;
  CHECK(bar_titled(shapes, "reading_book: running, step 5, 0.4 s to 0.6 s") != nullptr);
  CHECK(bar_titled(shapes, "reading_book: ready, 0.2 s to 0.4 s") != nullptr);
  CHECK(bar_titled(shapes, "boiling_water: suspended (sleep 2 s), 0 s to 2 s") != nullptr);
}

TEST_CASE("states differ by pattern and height, not by colour alone") {
  const Trace trace = boiling_water();
  const Trace other = boiling_water_in_turn();
  const Shapes shapes = laid_out(view_of(trace)).shapes;
  const auto* running = bar_titled(shapes, "reading_book: running, step 5, 0.4 s to 0.6 s");
  const auto* ready = bar_titled(shapes, "reading_book: ready, 0.2 s to 0.4 s");
  const auto* waits = bar_titled(shapes, "boiling_water: suspended (sleep 2 s), 0 s to 2 s");
  const Shapes sequential = laid_out(view_of(other)).shapes;
  const auto* blocked =
      bar_titled(sequential, "boiling_water: blocked, holding the thread, step 1, 0 s to 2 s");
  REQUIRE((running && ready && waits && blocked));
  CHECK(running->hatch == Hatch::none);
  CHECK(ready->dash == Dash::dashed);
  CHECK(waits->hatch == Hatch::rising);
  CHECK(blocked->hatch == Hatch::falling);
  CHECK(waits->box.height < 0.7F * running->box.height);
  CHECK(blocked->box.height == Approx(running->box.height));
  CHECK(has_text(sequential, "BLOCKED 2 s"));
}

TEST_CASE("a blocked thread washes over all lanes, for as long as it lasts") {
  const Trace trace = boiling_water_in_turn();
  const Timeline timeline = laid_out(view_of(trace));
  float washed = 0;
  for (const auto& rect : all_of<RectShape>(timeline.shapes)) {
    if (rect.form->fill.role == Role::blocked_wash) {
      washed += rect.form->box.width;
      CHECK(rect.form->box.height == Approx(timeline.runs[0].lanes.height));
    }
  }
  CHECK(washed == Approx(timeline.map.to_x(3e9) - timeline.map.to_x(0)).margin(1));
}

TEST_CASE("a run of no length is a thin bar, in its lane and the thread's") {
  const Trace trace = boiling_water();
  const Shapes shapes = laid_out(view_of(trace)).shapes;
  const auto* own = bar_titled(shapes, "boiling_water: running, step 11, 2 s to 2 s");
  const auto* threads = bar_titled(shapes, "the thread: boiling_water runs, step 11, at 2 s");
  REQUIRE((own && threads));
  CHECK(own->box.width == Approx(4));
  CHECK(threads->box.width == Approx(4));
  CHECK(own->box.x == Approx(threads->box.x));
}

TEST_CASE("where steps share an instant a badge counts them and opens") {
  const Trace trace = boiling_water();
  TimelineView view = view_of(trace);
  const Timeline timeline = laid_out(view);
  CHECK(has_text(timeline.shapes, "×3"));
  CHECK(has_text(timeline.shapes, "×2"));
  const auto badge = std::find_if(timeline.hits.begin(), timeline.hits.end(), [](const Hit& hit) {
    return hit.what == Hit::What::badge && hit.t_ns == 0;
  });
  REQUIRE(badge != timeline.hits.end());
  view.opened_instants = {badge->t_ns};
  CHECK(has_text(laid_out(view).shapes, "2  boiling_water starts"));
}

TEST_CASE("what lies behind the playhead is veiled, its state is not changed") {
  const Trace trace = boiling_water();
  TimelineView view = view_of(trace);
  const Shapes whole = laid_out(view).shapes;
  view.runs[0].playhead = at(trace, 1.2);
  const Timeline timeline = laid_out(view);
  const auto* veil = bar_titled(timeline.shapes, "not reached yet");
  REQUIRE(veil != nullptr);
  CHECK(veil->box.x == Approx(timeline.map.to_x(1.2e9)));
  const std::string ahead = "checking_messages: running, step 10, 1.4 s to 1.6 s";
  REQUIRE(bar_titled(timeline.shapes, ahead) != nullptr);
  CHECK(bar_titled(timeline.shapes, ahead)->fill == bar_titled(whole, ahead)->fill);
  view.veil = false;
  CHECK(bar_titled(laid_out(view).shapes, "not reached yet") == nullptr);
}

TEST_CASE("the playhead says its time, or its step") {
  const Trace trace = boiling_water();
  TimelineView view = view_of(trace);
  view.runs[0].playhead = trace.stops()[0];
  while (trace[view.runs[0].playhead].t_ns < 1'200 * kMs) {
    view.runs[0].playhead = next_stop(trace, view.runs[0].playhead);
  }
  const StopsHere here = stops_here(trace, view.runs[0].playhead);
  REQUIRE(here.count > 1);
  CHECK(has_text(laid_out(view).shapes, "1.2 s · 1 of " + std::to_string(here.count) + " here"));
  view.axis = Axis::steps;
  CHECK(has_text(laid_out(view).shapes, "step 8 of 13 · 1.2 s"));
}

TEST_CASE("words keep clear of the playhead, wherever it stands") {
  const Trace trace = boiling_water();
  for (const Axis axis : {Axis::time, Axis::steps}) {
    TimelineView view = view_of(trace, axis);
    for (const std::uint32_t stop : trace.stops()) {
      view.runs[0].playhead = stop;
      const Timeline timeline = laid_out(view);
      const float x = timeline.runs[0].playhead_x;
      const Box lanes = timeline.runs[0].lanes;
      for (const auto& text : all_of<TextShape>(timeline.shapes)) {
        const Box box = box_of(embedded_measure(), *text.form);
        const bool in_lanes =
            box.y >= lanes.y && box.bottom() <= lanes.bottom() && box.x >= lanes.x;
        if (in_lanes && text.form->text[0] != '\xC3') {  // badges stand beside their instant
          INFO(text.form->text << " at stop " << stop);
          CHECK((box.right() <= x - 7.5F || box.x >= x + 7.5F));
        }
      }
    }
  }
}

TEST_CASE("no words over others and none cut off, at every stop and on both axes") {
  for (const Trace& trace : {boiling_water(), boiling_water_in_turn(), many_turns(3, 4)}) {
    for (const Axis axis : {Axis::time, Axis::steps}) {
      TimelineView view = view_of(trace, axis);
      for (const std::uint32_t stop : trace.stops()) {
        view.runs[0].playhead = stop;
        INFO("stop " << stop << (axis == Axis::time ? " time" : " steps"));
        CHECK(trouble_with_words(embedded_measure(), laid_out(view).shapes, 940, 700) == "");
      }
    }
  }
}

TEST_CASE("on the steps axis equal times share a band, idle stretches have a column") {
  const Trace trace = boiling_water();
  TimelineView view = view_of(trace, Axis::steps);
  view.runs[0].whole = true;
  const Timeline timeline = laid_out(view);
  const auto* first = bar_titled(timeline.shapes, "all at 0 s");
  REQUIRE(first != nullptr);
  CHECK(first->box.width == Approx(timeline.map.to_x(3) - timeline.map.to_x(0)));
  CHECK(bar_titled(timeline.shapes, "idle 0.4 s: nothing is ready, the loop waits for a timer") !=
        nullptr);
  CHECK(has_text(timeline.shapes, "idle 0.4 s"));
  CHECK(has_text(timeline.shapes, "0.2 s"));
}

TEST_CASE("every step of every task is drawn, on both axes") {
  for (const Trace& trace : {boiling_water(), boiling_water_in_turn(), many_turns(3, 4)}) {
    for (const Axis axis : {Axis::time, Axis::steps}) {
      TimelineView view = view_of(trace, axis);
      view.height = 2000;
      const Timeline timeline = laid_out(view);
      for (std::uint32_t step = 1; step <= trace.step_count(); ++step) {
        const std::string words = "step " + std::to_string(step) + ",";
        const auto rects = all_of<RectShape>(timeline.shapes);
        CHECK(std::any_of(rects.begin(), rects.end(), [&](const auto& rect) {
          return rect.title.find("running, " + words) != std::string::npos ||
                 rect.title.find("thread, " + words) != std::string::npos;
        }));
      }
      for (const TaskId task : trace.tasks()) {
        const auto circles = all_of<CircleShape>(timeline.shapes);
        const std::string end = std::string(trace.label(task)) + ": done at ";
        CHECK(std::any_of(circles.begin(), circles.end(), [&](const auto& circle) {
          return circle.title.substr(0, end.size()) == end;
        }));
      }
    }
  }
}

TEST_CASE("one playhead stands in all runs, inside a long piece of work too") {
  const Trace baseline = boiling_water_in_turn();
  const Trace other = boiling_water();
  TimelineView view = view_of(other);
  view.runs.insert(view.runs.begin(), view_of(baseline).runs[0]);
  view.selected_run = 1;
  view.runs[0].playhead = at(baseline, 1.2);
  view.runs[1].playhead = at(other, 1.2);
  const Timeline timeline = laid_out(view);
  CHECK(timeline.runs[0].playhead_x == Approx(timeline.runs[1].playhead_x));
  CHECK(has_text(timeline.shapes, "blocked 1.2 of 3 s"));
}

TEST_CASE("the same task has the same colour in all runs") {
  const Trace baseline = boiling_water_in_turn();
  const Trace other = boiling_water();
  std::vector<RunView> runs(2);
  runs[0].trace = &baseline;
  runs[1].trace = &other;
  const ColourMap colours(runs);
  CHECK(colour_index(other, 1) == 0);
  for (const TaskId task : baseline.tasks()) {
    CHECK(colours.of(0, task) == colours.of(1, task + 1));
    CHECK(baseline.name(task) == other.name(task + 1));
  }
}

TEST_CASE("a click finds what is drawn there") {
  const Trace trace = boiling_water();
  const Timeline timeline = laid_out(view_of(trace));
  const auto* bar = bar_titled(timeline.shapes, "reading_book: running, step 5, 0.4 s to 0.6 s");
  REQUIRE(bar != nullptr);
  const Point middle{bar->box.x + bar->box.width / 2, bar->box.y + bar->box.height / 2};
  const Hit* hit = timeline.hit_at(middle);
  REQUIRE(hit != nullptr);
  CHECK(hit->what == Hit::What::span);
  CHECK(hit->task == 3);
  CHECK(trace[hit->seq].step == 5);
  CHECK(timeline.hit_at({-5, -5}) == nullptr);
}

TEST_CASE("however long a run is, a screen's worth of shapes is laid out") {
  const Trace trace = many_turns(4, 20000);
  for (const Axis axis : {Axis::time, Axis::steps}) {
    TimelineView view = view_of(trace, axis);
    view.show_notes = false;
    view.runs[0].whole = true;
    const Timeline all = laid_out(view);
    CHECK(all.shapes.size() < 12000);
    const auto rects = all_of<RectShape>(all.shapes);
    CHECK(std::any_of(rects.begin(), rects.end(), [](const auto& rect) {
      return rect.title.find("changes from") != std::string::npos;
    }));
    // Zoomed in, every piece is there again.
    view.from = axis == Axis::time ? 1e9 : 1000;
    view.to = axis == Axis::time ? 1.01e9 : 1010;
    const Timeline near = laid_out(view);
    CHECK(near.shapes.size() < 2000);
    const auto close = all_of<RectShape>(near.shapes);
    CHECK(std::none_of(close.begin(), close.end(), [](const auto& rect) {
      return rect.title.find("changes from") != std::string::npos;
    }));
  }
}

TEST_CASE("lanes outside the view are not laid out") {
  const Trace trace = many_turns(500, 2);
  TimelineView view = view_of(trace);
  view.show_notes = false;
  const Timeline timeline = laid_out(view);
  CHECK(timeline.shapes.size() < 2500);
  CHECK(timeline.content_height > 500 * 40);
}

TEST_CASE("a ruler's ticks never touch, at any zoom") {
  const Trace trace = boiling_water();
  TimelineView view = view_of(trace);
  view.runs[0].whole = true;
  for (double length = 3e9; length > 10; length /= 3) {
    view.from = 1e9;
    view.to = 1e9 + length;
    INFO(length);
    CHECK(trouble_with_words(embedded_measure(), laid_out(view).shapes, 940, 700) == "");
  }
}

TEST_CASE("places and values belong together on both axes") {
  const Trace trace = boiling_water();
  for (const Axis axis : {Axis::time, Axis::steps}) {
    const Timeline timeline = laid_out(view_of(trace, axis));
    for (const float x : {timeline.map.x0, 400.0F, timeline.map.x1}) {
      CHECK(timeline.map.to_x(timeline.map.to_value(x)) == Approx(x).margin(0.01));
    }
    for (const std::uint32_t stop : trace.stops()) {
      const double value = axis_value(trace, axis, stop);
      CHECK(axis_value(trace, axis, seq_at_value(trace, axis, value)) == Approx(value));
    }
  }
}

TEST_CASE("how high a view is at the least is known before it is drawn") {
  const Trace trace = boiling_water();
  for (const Axis axis : {Axis::time, Axis::steps}) {
    for (const float scroll : {0.0F, 60.0F}) {
      for (const bool two : {false, true}) {
        TimelineView view = view_of(trace, axis);
        view.scroll_y = scroll;
        if (two) {
          view.runs.push_back(view.runs[0]);
        }
        view.show_legend = false;
        const Timeline without = layout(view, embedded_measure());
        CHECK(least_height(view, embedded_measure()) == without.content_height);
        view.show_legend = true;
        CHECK(least_height(view, embedded_measure()) <=
              layout(view, embedded_measure()).content_height);
      }
    }
  }
}
