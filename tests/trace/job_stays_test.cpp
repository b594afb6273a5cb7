#include "app/trace/job_stays.h"

#include "tests/catch.h"
#include "tests/trace/log_builder.h"
#include "tests/trace/runs.h"

using namespace interleave;
using namespace interleave::test;

TEST_CASE("a job that computes in a thread does nothing until it has the interpreter lock") {
  const Trace trace = two_threads_under_one_lock();
  const auto stays = job_stays(trace);
  REQUIRE(stays.size() == 2);
  CHECK(stays[0].begin_ns == 0);
  CHECK(stays[0].acts_ns == 0);
  CHECK(stays[0].acts == stays[0].begin);
  CHECK(stays[0].end_ns == kSecond);
  CHECK(stays[1].begin_ns == 0);
  CHECK(stays[1].acts_ns == kSecond);
  CHECK(trace[stays[1].acts].t_ns == kSecond);
  CHECK(stays[1].end_ns == 2 * kSecond);
  CHECK(trace[stays[1].end].kind == Kind::job_finished);
}

TEST_CASE("jobs that wait, and jobs in processes, begin at once") {
  const Trace waiting = waiting_job();
  const Trace processes = two_processes();
  for (const Trace* trace : {&waiting, &processes}) {
    for (const JobStay& stay : job_stays(*trace)) {
      CHECK(stay.acts == stay.begin);
      CHECK(stay.acts_ns == stay.begin_ns);
      CHECK(stay.end_ns == stay.begin_ns + trace->log().job(stay.job).duration_ns);
    }
  }
  CHECK(job_stays(processes).size() == 2);
  CHECK(is_in_process(processes, processes.log().job(1)));
  CHECK_FALSE(is_in_process(waiting, waiting.log().job(1)));
}

TEST_CASE("a job that has not ended lasts as long as the trace") {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  const ResourceId pool = run.resource("threads", ResourceType::pool, main, 2);
  run.job(main, pool, 5 * kSecond, true, 1);
  run.job(main, pool, 5 * kSecond, true, 2);
  run.suspend(main, Reason::job, 1).idle_until(kSecond);
  const Trace trace = run.trace();
  const auto stays = job_stays(trace);
  REQUIRE(stays.size() == 2);
  CHECK(stays[0].end == trace.size());
  CHECK(stays[0].end_ns == kSecond);
  CHECK(stays[1].acts_ns == kSecond);
}
