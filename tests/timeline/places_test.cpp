// What stays in sight while lanes scroll.

#include "app/timeline/layout.h"
#include "tests/catch.h"
#include "tests/timeline/approx.h"
#include "tests/timeline/runs.h"
#include "tests/timeline/shapes_of.h"
#include "tests/timeline/view_of.h"

using namespace interleave;
using namespace interleave::test;

namespace {

Timeline laid_out(const TimelineView& view) { return layout(view, embedded_measure()); }

/// Twenty lanes in a view for about six.
TimelineView low_view(const Trace& trace) {
  TimelineView view = view_of_one(trace);
  view.height = 400;
  view.show_legend = false;
  return view;
}

}  // namespace

TEST_CASE("heading and ruler stay at the top while lanes scroll under them") {
  const Trace trace = many_turns(20, 2);
  TimelineView view = low_view(trace);
  const Timeline before = laid_out(view);
  view.scroll_y = 300;
  const Timeline after = laid_out(view);
  CHECK(after.runs[0].ruler.y == Approx(before.runs[0].ruler.y));
  CHECK(has_text(after.shapes, "Concurrent"));
  CHECK(has_text(after.shapes, "0 s"));
  CHECK(lane_place(after, task_lane(5))->box.y ==
        Approx(lane_place(before, task_lane(5))->box.y - 300));
  CHECK(after.content_height == Approx(before.content_height));
}

TEST_CASE("nothing of a scrolled lane is written or touched above the line it scrolls under") {
  const Trace trace = many_turns(20, 2);
  TimelineView view = low_view(trace);
  for (view.scroll_y = 0; view.scroll_y < 500; view.scroll_y += 13) {
    const Timeline timeline = laid_out(view);
    INFO("scrolled by " << view.scroll_y);
    CHECK(trouble_with_words(embedded_measure(), timeline.shapes, view.width, view.height) == "");
    for (const Hit& hit : timeline.hits) {
      const bool of_a_lane = hit.what == Hit::What::span || hit.what == Hit::What::mark ||
                             hit.what == Hit::What::lane_name || hit.what == Hit::What::lane;
      // Marks stand a little over a lane that has not been scrolled.
      const float over = view.scroll_y > 0 ? 0 : 14;
      CHECK((!of_a_lane || hit.box.y >= timeline.runs[0].scroll_top - over - 0.01F));
    }
  }
}

TEST_CASE("pinned lanes stay, and the others scroll under them") {
  const Trace trace = many_turns(20, 2);
  TimelineView view = low_view(trace);
  view.runs[0].pinned = {task_lane(9)};
  const float at_rest = lane_place(laid_out(view), task_lane(9))->box.y;
  view.scroll_y = 260;
  const Timeline timeline = laid_out(view);
  CHECK(lane_place(timeline, task_lane(9))->box.y == Approx(at_rest));
  CHECK(timeline.runs[0].scroll_top == Approx(at_rest + 46));
  CHECK(has_text(timeline.shapes, std::string(trace.label(9))));
}

TEST_CASE("pins that would take most of the view scroll like other lanes") {
  const Trace trace = many_turns(20, 2);
  TimelineView view = low_view(trace);
  for (TaskId task = 2; task < 12; ++task) {
    view.runs[0].pinned.push_back(task_lane(task));
  }
  view.scroll_y = 300;
  const Timeline timeline = laid_out(view);
  CHECK(lane_place(timeline, task_lane(2))->box.y < 0);
  CHECK(timeline.runs[0].scroll_top == Approx(timeline.runs[0].ruler.bottom()));
}

TEST_CASE("the run on view has the heading, the next one pushes it out") {
  const Trace trace = many_turns(8, 2);
  TimelineView view = low_view(trace);
  view.runs.push_back(view.runs[0]);
  view.runs[0].title = "First";
  view.runs[1].title = "Second";
  view.scroll_y = 150;
  CHECK(has_text(laid_out(view).shapes, "First"));
  const float second_at = laid_out(view).runs[1].ruler.y + 150;
  view.scroll_y = second_at + 80;
  const Timeline timeline = laid_out(view);
  CHECK_FALSE(has_text(timeline.shapes, "First"));
  CHECK(has_text(timeline.shapes, "Second"));
  // The one label that the playhead has for both has moved here.
  CHECK(timeline.runs[1].ruler.height == Approx(laid_out(low_view(trace)).runs[0].ruler.height));
}

TEST_CASE("a lane out of sight can be scrolled to") {
  const Trace trace = many_turns(20, 2);
  TimelineView view = low_view(trace);
  for (const TaskId task : {TaskId{2}, TaskId{10}, TaskId{21}}) {
    for (const float start : {0.0F, 200.0F, 600.0F}) {
      view.scroll_y = start;
      const Timeline timeline = laid_out(view);
      const auto by = scroll_to_lane(timeline, 0, task_lane(task), view.height);
      REQUIRE(by);
      view.scroll_y = start + *by;
      const Timeline there = laid_out(view);
      const Box box = lane_place(there, task_lane(task))->box;
      CHECK(box.y >= there.runs[0].scroll_top - 0.5F);
      CHECK(box.bottom() <= view.height + 0.5F);
    }
  }
  CHECK_FALSE(scroll_to_lane(laid_out(view), 0, task_lane(77), view.height));
  CHECK_FALSE(scroll_to_lane(laid_out(view), 3, task_lane(2), view.height));
}

TEST_CASE("zoomed in, names stay at the left and a long bar's words in what is seen of it") {
  const Trace trace = boiling_water();
  TimelineView view = view_of_one(trace);
  view.from = 1.2e9;
  view.to = 1.9e9;
  const Timeline timeline = laid_out(view);
  CHECK(has_text(timeline.shapes, "boiling_water"));
  bool found = false;
  for (const auto& text : all_of<TextShape>(timeline.shapes)) {
    if (text.form->text == "sleep 2 s") {
      found = true;
      const Box box = box_of(embedded_measure(), *text.form);
      CHECK(box.x >= timeline.map.x0);
      CHECK(box.right() <= timeline.map.x1);
    }
  }
  CHECK(found);
}
