// Who woke the selected task, and whom it woke.

#include <algorithm>

#include "app/timeline/layout.h"
#include "app/trace/wake_chain.h"
#include "tests/catch.h"
#include "tests/timeline/runs.h"
#include "tests/timeline/shapes_of.h"
#include "tests/timeline/view_of.h"

using namespace interleave;
using namespace interleave::test;

namespace {

Timeline laid_out(const TimelineView& view) { return layout(view, embedded_measure()); }

bool is_strong(const Paint& paint) { return paint.role == Role::accent && paint.alpha == 1; }

/// Titles of arrowheads: of the strong arrow, or of the fainter ones.
std::vector<std::string> arrows(const Shapes& shapes, bool strong) {
  std::vector<std::string> titles;
  for (const auto& path : all_of<PathShape>(shapes)) {
    const bool head = path.form->closed && path.form->fill.role == Role::accent &&
                      path.form->points.size() == 3 && !path.title.empty();
    if (head && is_strong(path.form->fill) == strong) {
      titles.push_back(path.title);
    }
  }
  return titles;
}

/// Words under the upright lines in the accent's colour: only the arrow has these.
std::string words_crossed(const Shapes& shapes) {
  for (const auto& path : all_of<PathShape>(shapes)) {
    if (path.form->points.size() != 2 || path.form->stroke.role != Role::accent ||
        path.form->points[0].x != path.form->points[1].x) {
      continue;
    }
    const Point a = path.form->points[0];
    const Point b = path.form->points[1];
    for (const auto& text : all_of<TextShape>(shapes)) {
      const Box box = box_of(embedded_measure(), *text.form);
      if (a.x > box.x && a.x < box.right() && std::min(a.y, b.y) < box.bottom() &&
          std::max(a.y, b.y) > box.y) {
        return text.form->text;
      }
    }
  }
  return {};
}

}  // namespace

TEST_CASE("an arrow leads from what woke the selected task, through its callback") {
  const Trace trace = boiling_water();
  TimelineView view = view_of_one(trace);
  CHECK(arrows(laid_out(view).shapes, true).empty());
  view.selected_task = 1;
  const auto titles = arrows(laid_out(view).shapes, true);
  REQUIRE(titles.size() == 1);
  const auto link = previous_link(trace, 1, trace.size() - 1);
  REQUIRE(link);
  CHECK(titles[0] == sentence_on(trace, *link));
  CHECK(link->callbacks.size() == 1);
}

TEST_CASE("links before and after the strong arrow are fainter") {
  const Trace trace = boiling_water();
  TimelineView view = view_of_one(trace);
  view.selected_task = 1;
  const auto before = arrows(laid_out(view).shapes, false);
  // boiling_water, which woke main, was itself woken by a timer: that is the link before.
  const auto link = previous_link(trace, 1, trace.size() - 1);
  REQUIRE(link);
  const auto earlier = previous_link(trace, link->by, link->cause);
  REQUIRE(earlier);
  CHECK(std::count(before.begin(), before.end(), sentence_on(trace, *earlier)) == 1);
  view.runs[0].playhead = trace.step_begin(1);
  const auto after = arrows(laid_out(view).shapes, false);
  for (const WakeLink& each : next_links(trace, 1, view.runs[0].playhead)) {
    CHECK(std::count(after.begin(), after.end(), sentence_on(trace, each)) == 1);
  }
}

TEST_CASE("no arrow crosses words, whoever is selected, wherever the playhead stands") {
  const Trace trace = boiling_water();
  for (const Axis axis : {Axis::time, Axis::steps}) {
    TimelineView view = view_of_one(trace, axis);
    for (TaskId task = 1; task <= trace.log().task_count(); ++task) {
      view.selected_task = task;
      for (Seq seq = 0; seq < trace.size(); ++seq) {
        view.runs[0].playhead = seq;
        const Timeline timeline = laid_out(view);
        INFO("task " << task << ", event " << seq);
        CHECK(words_crossed(timeline.shapes) == "");
      }
    }
  }
}

TEST_CASE("an arrow from a lane out of sight ends at the view's edge and says whose it is") {
  const Trace trace = many_turns(20, 2);
  TimelineView view = view_of_one(trace);
  view.height = 400;
  view.show_legend = false;
  view.selected_task = 12;
  view.runs[0].playhead = trace.step_begin(12);
  view.scroll_y = 350;
  const Timeline timeline = laid_out(view);
  const float top = timeline.runs[0].scroll_top;
  for (const auto& path : all_of<PathShape>(timeline.shapes)) {
    if (path.form->stroke.role == Role::accent || path.form->fill.role == Role::accent) {
      for (const Point p : path.form->points) {
        CHECK(p.y >= top);
        CHECK(p.y <= view.height);
      }
    }
  }
  REQUIRE(arrows(timeline.shapes, true).size() == 1);
  CHECK(has_text(timeline.shapes, "main"));
}

TEST_CASE("the arrow to a task that is folded leads to its parent's lane") {
  const Trace trace = boiling_water();
  TimelineView view = view_of_one(trace);
  view.runs[0].folded = {1};
  view.selected_task = 2;
  // Woken by a timer: from the thread's lane to main's.
  CHECK(arrows(laid_out(view).shapes, true).size() == 1);
}
