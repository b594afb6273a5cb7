#include <algorithm>

#include "tests/timeline/runs.h"
#include "tests/timeline/shapes_of.h"

using namespace interleave;
using namespace interleave::test;

namespace {

/// main cancels a job that sleeps; the job has the thread two steps later.
Trace cancelled() {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  const TaskId job = run.create("job", main);
  const TimerId at = run.sleep(main, kSecond);
  run.iteration(1).start(job);
  run.sleep(job, 4 * kSecond);
  run.idle_until(kSecond).fire(at).iteration(1).wake(at);
  run.iteration(1).resume(main).cancel(job, main).ready(job, Cause::cancel, main);
  run.yield(main).iteration(2).resume(main).finish(main);
  run.resume(job, "CancelledError").cancelled(job);
  run.end_loop(main);
  return run.trace();
}

}  // namespace

TEST_CASE("a cancellation's hollow mark stands beside the resumption's and reaches to it") {
  const Trace trace = cancelled();
  TimelineView view;
  view.axis = Axis::steps;
  view.width = 940;
  view.height = 700;
  RunView run;
  run.trace = &trace;
  run.playhead = trace.size() - 1;
  view.runs.push_back(run);
  const Timeline timeline = layout(view, embedded_measure());
  const auto paths = all_of<PathShape>(timeline.shapes);
  const auto circles = all_of<CircleShape>(timeline.shapes);
  const auto mark = std::find_if(circles.begin(), circles.end(), [](const auto& circle) {
    return circle.title == "job: cancellation asked for at 1 s";
  });
  REQUIRE(mark != circles.end());
  const Point centre = mark->form->centre;
  const auto reach = std::find_if(paths.begin(), paths.end(), [&](const auto& path) {
    const auto& points = path.form->points;
    return points.size() == 2 && points[0].y == centre.y && points[1].y == centre.y &&
           points[0].x == centre.x && points[1].x > centre.x + 10;
  });
  CHECK(reach != paths.end());
}
