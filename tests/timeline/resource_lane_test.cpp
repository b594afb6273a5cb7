// Lanes of queues, semaphores and locks, read from their shapes.

#include "app/timeline/layout.h"
#include "tests/catch.h"
#include "tests/timeline/approx.h"
#include "tests/timeline/shapes_of.h"
#include "tests/timeline/view_of.h"
#include "tests/trace/log_builder.h"

using namespace interleave;
using namespace interleave::test;

namespace {

/// A semaphore of three slots: two taken at 1 s, one given back at 2 s; a lock held from 1 to 3 s
/// by one task while another waits for it from 2 s on.
Trace with_slots() {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  const ResourceId slots = run.resource("slots", ResourceType::semaphore, main, 3);
  const ResourceId lock = run.resource("fork", ResourceType::lock, main, 1);
  const TaskId other = run.create("other", main);
  const TimerId first = run.sleep(main, kSecond);
  run.iteration(1).start(other);
  const TimerId late = run.sleep(other, 2 * kSecond);
  run.idle_until(kSecond).fire(first).iteration(1).wake(first).iteration(1).resume(main);
  run.change(main, slots, "acquired", 2).change(main, slots, "acquired", 1);
  run.change(main, lock, "acquired", 0);
  const TimerId second = run.sleep(main, 2 * kSecond);
  run.idle_until(2 * kSecond).fire(late).iteration(1).wake(late).iteration(1).resume(other);
  run.change(other, slots, "released", 2).suspend(other, Reason::lock, lock);
  run.idle_until(3 * kSecond).fire(second).iteration(1).wake(second).iteration(1).resume(main);
  run.change(main, lock, "released", 1).ready(other, Cause::released, main).finish(main);
  run.iteration(1).resume(other).change(other, lock, "acquired", 0);
  run.change(other, lock, "released", 1).finish(other);
  run.end_loop(main);
  return run.trace();
}

Timeline laid_out(const TimelineView& view) { return layout(view, embedded_measure()); }

/// The curve: the longest open path within that lane.
const PathShape* curve_in(const Shapes& shapes, const Box& lane) {
  const PathShape* best = nullptr;
  for (const auto& path : all_of<PathShape>(shapes)) {
    const auto& points = path.form->points;
    const bool within = std::all_of(points.begin(), points.end(),
                                    [&](Point p) { return p.y >= lane.y && p.y <= lane.bottom(); });
    if (within && !path.form->closed && points.size() > 2 &&
        (best == nullptr || points.size() > best->points.size())) {
      best = path.form;
    }
  }
  return best;
}

/// The height of a curve just left of `x`.
float y_before(const PathShape& curve, float x) {
  float y = curve.points.front().y;
  for (const Point p : curve.points) {
    if (p.x < x - 0.5F) {
      y = p.y;
    }
  }
  return y;
}

}  // namespace

TEST_CASE("a semaphore's free slots are a curve below the tasks, its capacity a dashed line") {
  const Trace trace = with_slots();
  const TimelineView view = view_of_one(trace);
  const Timeline timeline = laid_out(view);
  const LanePlace* lane = lane_place(timeline, resource_lane(1));
  REQUIRE(lane != nullptr);
  CHECK(lane->box.y > lane_place(timeline, task_lane(2))->box.y);
  CHECK(has_text(timeline.shapes, "slots"));
  const PathShape* curve = curve_in(timeline.shapes, lane->box);
  REQUIRE(curve != nullptr);
  const auto y_at = [&](double s) { return y_before(*curve, timeline.map.to_x(s * 1e9)); };
  const float full = y_at(1);
  CHECK(y_at(2) > y_at(3));  // one free below two free
  CHECK(y_at(3) > full);
  const float slot = (y_at(2) - full) / 2;
  CHECK(y_at(3) - full == Approx(slot).margin(0.2));
  const auto paths = all_of<PathShape>(timeline.shapes);
  CHECK(std::any_of(paths.begin(), paths.end(), [&](const auto& path) {
    return path.form->dash == Dash::dashed && path.form->points.size() == 2 &&
           std::abs(path.form->points[0].y - full) < 0.5F;
  }));
}

TEST_CASE("the level at the playhead stands in the note and beside the playhead") {
  const Trace trace = with_slots();
  TimelineView view = view_of_one(trace);
  view.runs[0].playhead = trace.last_at(1'500 * kMs);
  const Timeline timeline = laid_out(view);
  CHECK(has_text(timeline.shapes, "1 of 3 free"));
  CHECK(has_text(timeline.shapes, "held by main"));
  CHECK(has_text(timeline.shapes, "1"));
  view.runs[0].playhead = trace.last_at(2'500 * kMs);
  CHECK(has_text(laid_out(view).shapes, "held by main · 1 waits"));
  view.show_notes = false;
  CHECK(has_text(laid_out(view).shapes, "2 of 3 free"));
}

TEST_CASE("a lock's lane says who holds it, in its colour, and where somebody waits") {
  const Trace trace = with_slots();
  const Timeline timeline = laid_out(view_of_one(trace));
  const RectShape* held = bar_titled(timeline.shapes, "fork: held by main from 1 s");
  REQUIRE(held != nullptr);
  CHECK(held->box.x == Approx(timeline.map.to_x(1e9)).margin(1));
  CHECK(held->box.right() == Approx(timeline.map.to_x(3e9)).margin(1.5));
  CHECK(held->stroke == Paint{Role::task, 0, 1});
  CHECK(held->hatch == Hatch::none);
  const RectShape* waits = bar_titled(timeline.shapes, "1 task waits for it");
  REQUIRE(waits != nullptr);
  CHECK(waits->box.x == Approx(timeline.map.to_x(2e9)).margin(1));
  CHECK(waits->box.right() == Approx(timeline.map.to_x(3e9)).margin(1));
}

TEST_CASE("resources' words keep off each other and within the page, on both axes") {
  const Trace trace = with_slots();
  for (const Axis axis : {Axis::time, Axis::steps}) {
    TimelineView view = view_of_one(trace, axis);
    for (const bool notes : {true, false}) {
      view.show_notes = notes;
      for (const std::uint32_t stop : trace.stops()) {
        view.runs[0].playhead = stop;
        INFO("stop " << stop);
        CHECK(trouble_with_words(embedded_measure(), laid_out(view).shapes, 940, 700) == "");
      }
    }
  }
}

TEST_CASE("a click on a level goes to the event that made it so") {
  const Trace trace = with_slots();
  const Timeline timeline = laid_out(view_of_one(trace));
  const Box lane = lane_place(timeline, resource_lane(1))->box;
  const Hit* hit = timeline.hit_at({timeline.map.to_x(2.5e9), lane.y + 20});
  REQUIRE(hit != nullptr);
  CHECK(hit->what == Hit::What::level);
  CHECK(hit->lane == resource_lane(1));
  CHECK(trace[hit->seq].kind == Kind::resource_changed);
  CHECK(trace[hit->seq].t_ns == 2 * kSecond);
}

TEST_CASE("ten thousand changes are a few shapes a pixel") {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  const ResourceId queue = run.resource("data", ResourceType::queue, main);
  const ResourceId lock = run.resource("lock", ResourceType::lock, main, 1);
  for (int i = 0; i < 5000; ++i) {
    run.change(main, queue, "put", 1).change(main, lock, "acquired", 0).work(main, kMs);
    run.change(main, queue, "got", 0).change(main, lock, "released", 1).work(main, kMs);
  }
  run.finish(main).end_loop(main);
  const Trace trace = run.trace();
  CHECK(laid_out(view_of_one(trace)).shapes.size() < 6000);
}
