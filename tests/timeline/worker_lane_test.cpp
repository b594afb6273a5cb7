#include <algorithm>

#include "tests/timeline/runs.h"
#include "tests/timeline/shapes_of.h"

using namespace interleave;
using namespace interleave::test;

namespace {

/// Two jobs of 1 s in threads, submitted at once; they compute or wait.
Trace two_jobs(bool computing) {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  const ResourceId pool = run.resource("threads", ResourceType::pool, main, 2);
  const JobId first = run.job(main, pool, kSecond, computing, 1);
  const JobId second = run.job(main, pool, kSecond, computing, 2);
  if (computing) {
    run.wait_for_lock(second);
  }
  run.suspend(main, Reason::job, second);
  run.idle_until(kSecond).finish_job(first);
  if (computing) {
    run.idle_until(2 * kSecond);
  }
  run.finish_job(second).iteration(1).wake_from(second);
  run.iteration(1).resume(main).finish(main).end_loop(main);
  return run.trace();
}

Timeline drawn(const Trace& trace, Axis axis) {
  TimelineView view;
  view.axis = axis;
  view.width = 940;
  view.height = 700;
  RunView run;
  run.trace = &trace;
  run.playhead = trace.size() - 1;
  view.runs.push_back(run);
  return layout(view, embedded_measure());
}

/// They point into what is drawn.
std::vector<Found<RectShape>> job_bars(const Timeline& drawn) {
  auto rects = all_of<RectShape>(drawn.shapes);
  std::erase_if(rects, [](const auto& rect) { return !rect.title.starts_with("job "); });
  return rects;
}

}  // namespace

TEST_CASE("a thread that waits for the interpreter lock is drawn as ready, then as computing") {
  const Trace trace = two_jobs(true);
  for (const Axis axis : {Axis::time, Axis::steps}) {
    const Timeline timeline = drawn(trace, axis);
    const auto bars = job_bars(timeline);
    REQUIRE(bars.size() == 3);
    CHECK(bars[0].title == "job 1 for main: computing, 0 s to 1 s");
    CHECK(bars[1].title == "job 2 for main: waiting for the interpreter lock, 0 s to 1 s");
    CHECK(bars[1].form->dash == Dash::dashed);
    CHECK(bars[2].title == "job 2 for main: computing, 1 s to 2 s");
    CHECK(bars[2].form->box.x >= bars[1].form->box.right());
    CHECK(bars[2].form->box.x + 1 >= bars[0].form->box.right());
  }
}

TEST_CASE("waiting jobs go on side by side") {
  const Trace trace = two_jobs(false);
  const Timeline timeline = drawn(trace, Axis::time);
  const auto bars = job_bars(timeline);
  REQUIRE(bars.size() == 2);
  CHECK(bars[0].form->box.x == bars[1].form->box.x);
  CHECK(bars[0].form->hatch == Hatch::rising);
}
