// Which lanes there are: folds, pins, a filter.

#include "app/timeline/layout.h"
#include "tests/catch.h"
#include "tests/timeline/runs.h"
#include "tests/timeline/shapes_of.h"
#include "tests/timeline/view_of.h"

using namespace interleave;
using namespace interleave::test;

namespace {

Timeline laid_out(const TimelineView& view) { return layout(view, embedded_measure()); }

}  // namespace

TEST_CASE("a folded parent takes its children's lanes, says how many, and can be opened again") {
  const Trace trace = boiling_water();
  TimelineView view = view_of_one(trace);
  const Timeline open = laid_out(view);
  REQUIRE(hits_of(open, Hit::What::fold).size() == 1);
  CHECK(hits_of(open, Hit::What::fold)[0].task == 1);
  CHECK(lane_place(open, task_lane(1))->foldable);
  CHECK_FALSE(lane_place(open, task_lane(2))->foldable);
  view.runs[0].folded = {1};
  const Timeline folded = laid_out(view);
  CHECK(lane_place(folded, task_lane(2)) == nullptr);
  CHECK(has_text(folded.shapes, "+3"));
  CHECK(folded.content_height < open.content_height);
  REQUIRE(hits_of(folded, Hit::What::fold).size() == 1);
  CHECK(lane_place(folded, task_lane(1))->foldable);
}

TEST_CASE("a fold hides no step: each is in the strip, in its colour, and can be clicked") {
  const Trace trace = boiling_water();
  for (const Axis axis : {Axis::time, Axis::steps}) {
    TimelineView view = view_of_one(trace, axis);
    view.runs[0].folded = {1};
    const Timeline timeline = laid_out(view);
    const auto spans = hits_of(timeline, Hit::What::span);
    const LanePlace* lane = lane_place(timeline, task_lane(1));
    REQUIRE(lane != nullptr);
    for (std::uint32_t step = 1; step <= trace.step_count(); ++step) {
      const Seq seq = trace.step_begin(step);
      if (trace[seq].task == 1) {
        continue;  // it has its bar
      }
      INFO("step " << step);
      // Of steps that share a pixel the first is drawn.
      CHECK(std::any_of(spans.begin(), spans.end(), [&](const Hit& hit) {
        const bool same_pixel = axis == Axis::time && trace[hit.seq].t_ns == trace[seq].t_ns;
        return (hit.seq == seq || same_pixel) && hit.box.y > lane->box.y + 40 &&
               hit.box.bottom() <= lane->box.bottom();
      }));
    }
    for (const TaskId task : trace.tasks()) {
      const auto marks = hits_of(timeline, Hit::What::mark);
      CHECK(std::any_of(marks.begin(), marks.end(), [&](const Hit& hit) {
        const Seq end = trace.ended_at(task);
        return hit.seq == end || trace[hit.seq].t_ns == trace[end].t_ns;
      }));
    }
  }
}

TEST_CASE("in the strip of a fold no two blocks overlap") {
  const Trace trace = many_turns(6, 30);
  TimelineView view = view_of_one(trace, Axis::steps);
  view.runs[0].folded = {1};
  std::vector<Box> blocks;
  const Timeline timeline = laid_out(view);
  for (const auto& rect : all_of<RectShape>(timeline.shapes)) {
    if (rect.title.find("worker") == 0 &&
        rect.title.find(": running, step ") != std::string::npos) {
      blocks.push_back(rect.form->box);
    }
  }
  REQUIRE(blocks.size() > 50);
  for (std::size_t i = 1; i < blocks.size(); ++i) {
    CHECK(blocks[i - 1].right() <= blocks[i].x + 1.5F);
  }
}

TEST_CASE("a folded run has the thread's lane and its total") {
  const Trace trace = boiling_water();
  TimelineView view = view_of_one(trace);
  view.runs.push_back(view.runs[0]);
  view.runs[0].folded_run = true;
  const Timeline timeline = laid_out(view);
  REQUIRE(timeline.runs[0].lane_places.size() == 1);
  CHECK(timeline.runs[0].lane_places[0].key == thread_key());
  CHECK(timeline.runs[1].lane_places.size() == 5);
  CHECK(has_text(timeline.shapes, "3.0 s"));
  const auto folds = hits_of(timeline, Hit::What::fold_run);
  REQUIRE(folds.size() == 2);
  CHECK(folds[0].run == 0);
  CHECK(folds[1].run == 1);
}

TEST_CASE("a filter leaves what it names and the thread, and counts the rest in one line") {
  const Trace trace = boiling_water();
  TimelineView view = view_of_one(trace);
  view.filter.text = "BOOK";
  const Timeline timeline = laid_out(view);
  CHECK(lane_place(timeline, task_lane(3)) != nullptr);
  CHECK(lane_place(timeline, task_lane(2)) == nullptr);
  CHECK(lane_place(timeline, thread_key()) != nullptr);
  CHECK(has_text(timeline.shapes, "… 3 lanes hidden by the filter"));
  CHECK(hits_of(timeline, Hit::What::hidden_lanes).size() == 1);
}

TEST_CASE("a filter by tasks means those of the same name in other runs") {
  const Trace trace = boiling_water();
  const Trace other = boiling_water_in_turn();
  TimelineView view = view_of_one(trace);
  view.runs.push_back(view_of_one(other).runs[0]);
  view.filter.tasks = {3};
  const Timeline timeline = laid_out(view);
  CHECK(timeline.runs[0].lane_places.size() == 2);
  REQUIRE(timeline.runs[1].lane_places.size() == 2);
  CHECK(other.name(timeline.runs[1].lane_places[1].key.id) == "reading_book");
}

TEST_CASE("a filter finds what is folded") {
  const Trace trace = boiling_water();
  TimelineView view = view_of_one(trace);
  view.runs[0].folded = {1};
  view.filter.text = "water";
  CHECK(lane_place(laid_out(view), task_lane(2)) != nullptr);
}

TEST_CASE("pinned lanes come first, in their order, and pass any filter") {
  const Trace trace = boiling_water();
  TimelineView view = view_of_one(trace);
  view.runs[0].pinned = {task_lane(4), thread_key(), task_lane(99)};
  view.filter.text = "book";
  const Timeline timeline = laid_out(view);
  const auto& lanes = timeline.runs[0].lane_places;
  REQUIRE(lanes.size() == 3);
  CHECK(lanes[0].key == task_lane(4));
  CHECK(lanes[1].key == thread_key());
  CHECK(lanes[2].key == task_lane(3));
  CHECK(lanes[0].pinned);
  CHECK_FALSE(lanes[2].pinned);
  const auto pins = hits_of(timeline, Hit::What::pin);
  REQUIRE(pins.size() == 2);
  CHECK(std::any_of(pins.begin(), pins.end(),
                    [](const Hit& hit) { return hit.lane == task_lane(4); }));
}

TEST_CASE("the lane under the mouse offers its pin") {
  const Trace trace = boiling_water();
  TimelineView view = view_of_one(trace);
  CHECK(hits_of(laid_out(view), Hit::What::pin).empty());
  view.hovered = task_lane(2);
  REQUIRE(hits_of(laid_out(view), Hit::What::pin).size() == 1);
  CHECK(hits_of(laid_out(view), Hit::What::pin)[0].lane == task_lane(2));
}

TEST_CASE("a finished picture has no handles") {
  const Trace trace = boiling_water();
  TimelineView view = view_of_one(trace);
  view.show_handles = false;
  view.runs[0].pinned = {task_lane(2)};
  const Timeline timeline = laid_out(view);
  CHECK(hits_of(timeline, Hit::What::fold).empty());
  CHECK(hits_of(timeline, Hit::What::pin).empty());
}

TEST_CASE("where room is short, names and notes leave out their last parts before they are cut") {
  const Trace trace = boiling_water();
  TimelineView view = view_of_one(trace);
  const auto has_at = [&](float name_width, const std::string& text) {
    view.metrics.name_width = name_width;
    return has_text(laid_out(view).shapes, text);
  };
  CHECK(has_at(300, "the thread (event loop)"));
  CHECK(has_at(300, "done · ran 0.8 · ready 0.6 s"));
  CHECK(has_at(140, "done · ran 0.8"));
  view.width = 440;
  CHECK(has_at(128, "the thread"));
}
