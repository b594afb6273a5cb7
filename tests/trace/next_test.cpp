#include "app/trace/next.h"

#include "app/trace/stops.h"
#include "tests/catch.h"
#include "tests/trace/log_builder.h"
#include "tests/trace/runs.h"

using namespace interleave;
using namespace interleave::test;

namespace {

Next next_at(const Trace& trace, Seq seq) {
  StateReader reader(trace);
  return what_comes_next(trace, reader.at(seq));
}

}  // namespace

TEST_CASE("the first in the ready queue is next") {
  const Trace trace = boiling_water_concurrent();
  const Next next = next_at(trace, next_stop(trace, trace.step_begin(8)));
  CHECK(next.kind == NextKind::step);
  CHECK(trace.name(next.task) == "reading_book");
  CHECK_FALSE(next.starts);
}

TEST_CASE("whoever has the thread keeps it") {
  const Trace trace = boiling_water_concurrent();
  const Next next = next_at(trace, trace.step_begin(3));
  CHECK(next.kind == NextKind::inside);
  CHECK(next.task == trace[trace.step_begin(3)].task);
}

TEST_CASE("with nothing ready the loop waits for the earliest timer, or for a job") {
  const Trace trace = boiling_water_concurrent();
  const Next next = next_at(trace, previous_stop(trace, trace.advances()[1]));
  CHECK(next.kind == NextKind::idle);
  CHECK(next.until_ns == 3 * kSecond);
  CHECK(next.timer != 0);
  const Trace jobs = waiting_job();
  Seq idle = jobs.size();
  for (const std::uint32_t stop : jobs.stops()) {
    const Next here = next_at(jobs, stop);
    idle = here.kind == NextKind::idle && here.job != 0 ? stop : idle;
  }
  CHECK(idle < jobs.size());
}

TEST_CASE("nothing after the state is looked at: a run cut off there gives the same") {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  const TaskId child = run.create("child", main);
  run.gather(main, {child});
  run.iteration(1).start(child).sleep(child, kSecond);
  const Trace trace = run.trace();
  const Next next = next_at(trace, trace.size() - 1);
  CHECK(next.kind == NextKind::idle);
  CHECK(next.until_ns == kSecond);
}

TEST_CASE("the end of the last that is gathered leads to the one who gathers") {
  const Trace trace = boiling_water_concurrent();
  const Next next = next_at(trace, trace.ended_at(2));
  CHECK(next.kind == NextKind::step);
  CHECK(trace.name(next.task) == "main");
}

TEST_CASE("main's end closes the loop") {
  const Trace trace = boiling_water_concurrent();
  CHECK(next_at(trace, trace.ended_at(1)).kind == NextKind::closing);
  CHECK(next_at(trace, trace.size() - 1).kind == NextKind::over);
}

TEST_CASE("in a circle of locks nothing is next") {
  const Trace trace = two_locks_deadlock();
  const Seq last = trace.stops()[trace.stops().size() - 2];
  CHECK(next_at(trace, last).kind == NextKind::stuck);
}

TEST_CASE("without a loop it is the program's choice") {
  const Trace trace = boiling_water_sequential();
  CHECK(next_at(trace, trace.ended_at(1)).kind == NextKind::program);
}
