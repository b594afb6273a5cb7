#include "app/trace/job_stays.h"
#include "app/trace/narration.h"
#include "app/trace/stops.h"
#include "tests/catch.h"
#include "tests/trace/log_builder.h"
#include "tests/trace/runs.h"

using namespace interleave;
using namespace interleave::test;

namespace {

Why why(const Trace& trace, Seq seq, TaskId task) {
  StateReader reader(trace);
  return why_not(trace, reader.at(seq), task);
}

Seq end_of_step(const Trace& trace, std::uint32_t step) {
  return next_stop(trace, trace.step_begin(step));
}

}  // namespace

TEST_CASE("a sleeper says until when and how long that is from now") {
  const Trace trace = boiling_water_concurrent();
  const Why answer = why(trace, end_of_step(trace, 8), 2);
  CHECK(answer.question == "Why isn't boiling_water running?");
  CHECK(answer.answer == "It sleeps until 2.0 s: 0.8 s from now.");
}

TEST_CASE("a ready task says its place, and behind whom") {
  const Trace trace = boiling_water_concurrent();
  const Seq seq = end_of_step(trace, 8);
  CHECK(why(trace, seq, 3).answer == "It is first in the ready queue: its turn is next.");
  CHECK(why(trace, seq, 4).answer == "It is 2nd in the ready queue, behind reading_book.");
}

TEST_CASE("a ready task says who has the thread") {
  const Trace trace = boiling_water_concurrent();
  const Seq worked = trace.thread_events()[0];
  CHECK(why(trace, worked, 4).answer ==
        "It is first in the ready queue; reading_book has the thread until 0.2 s at least.");
  CHECK(why(trace, worked, 3).question.empty());
}

TEST_CASE("waiting for a gather is followed to what its tasks wait for") {
  const Trace trace = boiling_water_concurrent();
  CHECK(
      why(trace, trace.ended_at(3), 1).answer ==
      "It waits until all 3 tasks of its gather have ended; 2 have not: boiling_water sleeps until "
      "2.0 s: 0.6 s from now; checking_messages is first in the ready queue.");
}

TEST_CASE("a circle of locks is named") {
  const Trace trace = two_locks_deadlock();
  CHECK(why(trace, trace.size() - 1, 2).answer ==
        "It holds the lock left and waits for the lock right, held by b, which waits for the lock "
        "left, held by a: a circle, in which nobody can go on.");
}

TEST_CASE("a job says where it runs and until when") {
  const Trace trace = waiting_job();
  CHECK(why(trace, trace.job_events()[1] + 1, 1).answer ==
        "It waits for job 1, which runs in threads until 2.0 s: 2 s from now.");
}

TEST_CASE("jobs that are gathered are counted, and the first of them says until when") {
  const Trace trace = two_threads_under_one_lock();
  const Seq suspended = end_of_step(trace, 1);
  CHECK(
      why(trace, suspended, 1).answer ==
      "It waits for its jobs (gather); 2 jobs are not done: job 1 runs in threads until 1.0 s: 1 s "
      "from now.");
  const Seq first_done = job_stays(trace)[0].end;
  CHECK(why(trace, first_done, 1).answer ==
        "It waits for its jobs (gather); 1 job is not done: job 2 runs in threads until 2.0 s: 1 s "
        "from now.");
  CHECK(describe(trace, suspended) == "main waits until its 2 jobs are done.");
}

TEST_CASE("a job that waits for the interpreter lock says so") {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  const ResourceId pool = run.resource("threads", ResourceType::pool, main, 2);
  run.job(main, pool, kSecond, true, 1);
  const JobId second = run.job(main, pool, kSecond, true, 2);
  run.wait_for_lock(second).suspend(main, Reason::job, second);
  const Trace trace = run.trace();
  CHECK(why(trace, trace.size() - 1, main).answer ==
        "It waits for job 2, which waits for the interpreter lock.");
}

TEST_CASE("an empty queue says that nobody has put an item") {
  const Trace trace = producer_consumer();
  CHECK(why(trace, end_of_step(trace, 3), 3).answer ==
        "It waits for an item in the queue: nobody has put one.");
}

TEST_CASE("waiting for a task is followed to its end") {
  const Trace trace = cancelled_sleep();
  Seq waits = trace.size() - 1;
  while (trace[waits].kind != Kind::task_suspended || trace[waits].task != 1) {
    --waits;
  }
  CHECK(why(trace, waits, 1).answer == "It waits for long_job, which is first in the ready queue.");
}

TEST_CASE("a late timer says who has the thread") {
  LogBuilder run;
  run.begin_loop();
  const TaskId a = run.create("a", kProgram);
  const TaskId b = run.create("b", kProgram);
  run.iteration(2).start(a).sleep(a, kSecond);
  run.start(b).work(b, 2 * kSecond).block(b, kSecond);
  const Trace trace = run.trace();
  CHECK(why(trace, trace.size() - 1, a).answer ==
        "It was due at 1.0 s, but b blocks the thread until 3.0 s.");
}

TEST_CASE("what has ended says when, what is not there yet says so") {
  const Trace trace = boiling_water_sequential();
  CHECK(why(trace, trace.size() - 1, 1).answer == "It ended at 3.0 s.");
  CHECK(why(trace, 2, 2).answer == "It has not been called yet.");
  CHECK(why(trace, 2, kProgram).question.empty());
}

TEST_CASE("every task that does not run has an answer at every event") {
  for (const auto& [name, trace] : all_runs()) {
    StateReader reader(trace);
    for (Seq seq = 0; seq < trace.size(); ++seq) {
      const State& state = reader.at(seq);
      for (const TaskId task : trace.tasks()) {
        INFO(name << " " << seq << " " << trace.name(task));
        const Why answer = why_not(trace, state, task);
        CHECK(answer.answer.empty() == (state.running == task));
        CHECK((answer.answer.empty() || answer.answer.back() == '.'));
      }
    }
  }
}
