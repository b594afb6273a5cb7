#include <algorithm>

#include "tests/timeline/runs.h"
#include "tests/timeline/shapes_of.h"

using namespace interleave;
using namespace interleave::test;

namespace {

const std::string kText = "RuntimeWarning: coroutine 'num_sum' was never awaited";

/// A warning within main's only step, and another task that outlives it.
Trace with_a_warning() {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main).warn(kText).finish(main).end_loop(main);
  return run.trace();
}

Timeline drawn(const Trace& trace, Seq playhead) {
  TimelineView view;
  view.width = 940;
  view.height = 700;
  RunView run;
  run.trace = &trace;
  run.playhead = playhead;
  view.runs.push_back(run);
  return layout(view, embedded_measure());
}

std::size_t signs(const Timeline& timeline) {
  const auto paths = all_of<PathShape>(timeline.shapes);
  return static_cast<std::size_t>(std::count_if(paths.begin(), paths.end(), [](const auto& path) {
    return path.title == "warning at 0 s: " + kText;
  }));
}

}  // namespace

TEST_CASE("a warning is a sign on the lane of the task that ran, with its words where it ended") {
  const Trace trace = with_a_warning();
  REQUIRE(trace.warnings().size() == 1);
  const Timeline timeline = drawn(trace, trace.size() - 1);
  CHECK(signs(timeline) == 1);
  CHECK(has_text(timeline.shapes, kText));
}

TEST_CASE("a warning ahead of the playhead is not told yet") {
  const Trace trace = with_a_warning();
  CHECK(signs(drawn(trace, trace.warnings()[0] - 1)) == 0);
  CHECK(signs(drawn(trace, trace.warnings()[0])) == 1);
}
