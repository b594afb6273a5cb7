#include "app/timeline/pixel_columns.h"

#include "tests/bench/large_trace.h"
#include "tests/catch.h"
#include "tests/timeline/shapes_of.h"
#include "tests/timeline/view_of.h"

namespace interleave::test {

namespace {

const Trace& large() {
  static const Trace trace = bench::large_trace({300'000, 50, 0});
  return trace;
}

AxisMap map_of(Axis axis, double from, double to) {
  AxisMap map;
  map.axis = axis;
  map.x0 = 200;
  map.x1 = 1200;
  map.from = from;
  map.to = to;
  return map;
}

TEST_CASE(
    "on the time axis a column begins with the last event at its edge, to a part of a pixel") {
  const Trace& trace = large();
  const auto end = static_cast<double>(trace.end_ns());
  for (const double to : {end, end / 3, end / 50}) {
    const AxisMap map = map_of(Axis::time, 0, to);
    const PixelColumns columns(map, trace, nullptr);
    for (std::size_t i = 0; i + 1 < columns.count(); ++i) {
      const auto edge = static_cast<std::int64_t>(map.to_value(columns.left_of(i)));
      REQUIRE(trace[columns.last_before(i)].t_ns <= edge);
      REQUIRE(columns.last_before(i) <= columns.last_before(i + 1));
      const Seq exact = trace.last_at(edge);
      const double off = map.to_x(static_cast<double>(edge)) -
                         map.to_x(static_cast<double>(trace[columns.last_before(i)].t_ns));
      REQUIRE((columns.last_before(i) == exact || off < 1));
    }
  }
}

TEST_CASE("on the steps axis a column begins with the step at its edge") {
  const Trace& trace = large();
  const StepColumns steps(trace);
  const AxisMap map = map_of(Axis::steps, 0, steps.total());
  const PixelColumns columns(map, trace, &steps);
  REQUIRE(columns.narrow_steps());
  for (std::size_t i = 0; i + 1 < columns.count(); ++i) {
    const double edge = map.to_value(columns.left_of(i));
    const std::uint32_t step = steps.step_at(edge);
    REQUIRE(columns.last_before(i) == (step == 0 ? 0 : trace.step_begin(step)));
    REQUIRE(steps.begin_of(step) <= edge);
    REQUIRE((step == steps.steps() || steps.begin_of(step + 1) > edge));
  }
}

TEST_CASE("skipping goes to the first of a list behind the next column's edge") {
  const Trace& trace = large();
  const PixelColumns columns(map_of(Axis::time, 0, static_cast<double>(trace.end_ns())), trace,
                             nullptr);
  const SeqList events = trace.thread_events();
  for (std::size_t i = 0; i + 1 < columns.count(); i += 17) {
    const auto found = columns.skip(events, columns.left_of(i) + 0.5F);
    CHECK(found == std::upper_bound(events.begin(), events.end(), columns.last_before(i + 1)));
  }
  CHECK(columns.skip(events, columns.left_of(columns.count())) == events.end());
}

// "worker 7: 1200 changes from 0 s to 9 s" of a lane.
std::size_t changes_told(const Timeline& timeline, const std::string& lane) {
  std::size_t changes = 0;
  for (const auto& rect : all_of<RectShape>(timeline.shapes)) {
    if (rect.title.starts_with(lane + ": ") &&
        rect.title.find(" changes from ") != std::string::npos) {
      changes += std::stoul(rect.title.substr(lane.size() + 2));
    }
  }
  return changes;
}

TEST_CASE("a view of very many events has few shapes, and its folds count each event once") {
  const Trace& trace = large();
  for (const Axis axis : {Axis::time, Axis::steps}) {
    TimelineView view = view_of_one(trace, axis);
    view.height = 3000;
    const Timeline timeline = layout(view, embedded_measure());
    CHECK(timeline.shapes.size() < 20'000);
    for (const TaskId task : {TaskId{2}, TaskId{7}, TaskId{50}}) {
      const std::size_t told = changes_told(timeline, std::string(trace.label(task)));
      const std::size_t events = trace.events_of(task).size();
      CHECK(told <= events);
      // What is wide enough stands on its own: a span has an event at either end.
      CHECK(told * 2 > events);
    }
  }
}

TEST_CASE("a part of a run of very many events shows single steps") {
  const Trace& trace = large();
  TimelineView view = view_of_one(trace, Axis::steps);
  view.from = 20'000;
  view.to = 20'040;
  view.height = 3000;
  const Timeline timeline = layout(view, embedded_measure());
  for (const auto& rect : all_of<RectShape>(timeline.shapes)) {
    CHECK(rect.title.find(" changes from ") == std::string::npos);
  }
  CHECK(hits_of(timeline, Hit::What::span).size() > 40);
}

}  // namespace

}  // namespace interleave::test
