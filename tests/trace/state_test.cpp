#include "app/trace/state.h"

#include <algorithm>

#include "app/trace/replay.h"
#include "tests/catch.h"
#include "tests/trace/log_builder.h"
#include "tests/trace/runs.h"

using namespace interleave;
using namespace interleave::test;

namespace {

bool same(const TaskStatus& a, const TaskStatus& b) {
  return a.state == b.state && a.reason == b.reason && a.on == b.on && a.until_ns == b.until_ns &&
         a.since_seq == b.since_seq && a.since_ns == b.since_ns && a.line == b.line &&
         a.busy_until_ns == b.busy_until_ns && a.blocks == b.blocks &&
         a.cancel_pending == b.cancel_pending && a.steps == b.steps &&
         a.running_ns == b.running_ns && a.ready_ns == b.ready_ns &&
         a.suspended_ns == b.suspended_ns && a.blocked_ns == b.blocked_ns;
}

bool same(const ReadyEntry& a, const ReadyEntry& b) {
  return a.task == b.task && a.callback == b.callback && a.of == b.of &&
         a.next_round == b.next_round;
}

bool same(const PendingTimer& a, const PendingTimer& b) {
  return a.timer == b.timer && a.due_ns == b.due_ns && a.set_ns == b.set_ns;
}

bool same(const RunningJob& a, const RunningJob& b) {
  return a.job == b.job && a.started_ns == b.started_ns && a.due_ns == b.due_ns;
}

bool same(const ResourceStatus& a, const ResourceStatus& b) {
  return a.level == b.level && a.holders == b.holders;
}

template <class T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const T& one, const T& other) { return same(one, other); });
}

std::vector<TaskStatus> statuses(const State& state) {
  std::vector<TaskStatus> all;
  for (TaskId task = 1; task <= state.tasks.size(); ++task) {
    all.push_back(state.task(task));
  }
  return all;
}

bool same(const State& a, const State& b) {
  return a.seq == b.seq && a.t_ns == b.t_ns && a.iteration == b.iteration && a.step == b.step &&
         a.phase == b.phase && a.running == b.running && a.outputs == b.outputs &&
         a.finished == b.finished && same(statuses(a), statuses(b)) && same(a.ready, b.ready) &&
         same(a.timers, b.timers) && same(a.jobs, b.jobs) && same(a.resources, b.resources);
}

/// States by going straight through, without keyframes.
std::vector<State> straight(const Trace& trace) {
  Replay replay(trace);
  std::vector<State> states;
  for (Seq seq = 0; seq < trace.size(); ++seq) {
    replay.step();
    states.push_back(replay.state());
  }
  return states;
}

Seq stop_of_step(const Trace& trace, std::uint32_t step) {
  const auto stops = trace.stops();
  return *std::upper_bound(stops.begin(), stops.end(), trace.step_begin(step));
}

}  // namespace

TEST_CASE("any point has the same state, however it was come to") {
  for (const auto& [name, trace] : all_runs()) {
    INFO(name);
    const std::vector<State> states = straight(trace);
    StateReader backwards(trace);
    for (Seq seq = trace.size(); seq-- > 0;) {
      REQUIRE(same(backwards.at(seq), states[seq]));
    }
    StateReader jumping(trace);
    for (Seq i = 0; i < 500; ++i) {
      const Seq seq = i * 7919 % trace.size();
      REQUIRE(same(jumping.at(seq), states[seq]));
    }
  }
}

TEST_CASE("for each task running, ready and suspended add up to its lifetime at every event") {
  for (const auto& [name, trace] : all_runs()) {
    INFO(name);
    StateReader reader(trace);
    for (Seq seq = 0; seq < trace.size(); ++seq) {
      const State& state = reader.at(seq);
      for (TaskId task = 1; task <= state.tasks.size(); ++task) {
        const TaskStatus& status = state.task(task);
        const Seq ended = trace.ended_at(task);
        const std::int64_t until_ns = ended <= seq ? trace[ended].t_ns : state.t_ns;
        REQUIRE(status.running_ns + status.ready_ns + status.suspended_ns ==
                until_ns - trace[trace.created_at(task)].t_ns);
        REQUIRE(status.blocked_ns <= status.running_ns);
      }
    }
  }
}

TEST_CASE("at most one task runs, and it is the one that has the thread") {
  for (const auto& [name, trace] : all_runs()) {
    INFO(name);
    StateReader reader(trace);
    for (Seq seq = 0; seq < trace.size(); ++seq) {
      const State& state = reader.at(seq);
      const auto all = statuses(state);
      const auto running = std::count_if(all.begin(), all.end(), [](const TaskStatus& status) {
        return status.state == TaskState::running;
      });
      REQUIRE(running == (state.running == kNoTask ? 0 : 1));
    }
  }
}

TEST_CASE("what is on the ready queue runs in its order") {
  for (const auto& [name, trace] : all_runs()) {
    if (!has_loop(trace)) {
      continue;
    }
    INFO(name);
    StateReader reader(trace);
    for (std::uint32_t step = 1; trace.step_begin(step) < trace.size(); ++step) {
      const Seq begin = trace.step_begin(step);
      const State before = reader.at(begin - 1);
      REQUIRE_FALSE(before.ready.empty());
      CHECK(before.ready.front().task == trace[begin].task);
    }
  }
}

TEST_CASE("after step eight the picture's queue, timers and waiting are there") {
  const Trace trace = boiling_water_concurrent();
  StateReader reader(trace);
  const State& state = reader.at(stop_of_step(trace, 8));
  CHECK(state.iteration == 4);
  CHECK(state.phase == Phase::run_ready);
  CHECK(state.running == kNoTask);
  REQUIRE(state.ready.size() == 2);
  CHECK(trace.name(state.ready[0].task) == "reading_book");
  CHECK(trace.name(state.ready[1].task) == "checking_messages");
  CHECK(state.ready[0].next_round);
  REQUIRE(state.timers.size() == 1);
  CHECK(state.timers[0].due_ns == 2 * kSecond);
  CHECK(state.task(1).reason == Reason::gather);
  CHECK(state.task(3).running_ns == 600 * kMs);
  CHECK(state.task(3).ready_ns == 600 * kMs);
  CHECK(state.task(2).suspended_ns == 1200 * kMs);
  CHECK(state.outputs == 7);
}

TEST_CASE("a worked piece holds the thread until the next event") {
  const Trace trace = boiling_water_concurrent();
  StateReader reader(trace);
  const Seq worked = trace.thread_events()[0];
  CHECK(reader.at(worked).task(3).busy_until_ns == 200 * kMs);
  CHECK_FALSE(reader.at(worked).task(3).blocks);
  CHECK(reader.at(worked + 1).task(3).busy_until_ns == -1);
}

TEST_CASE("a blocked piece is running time, and told apart") {
  const Trace trace = boiling_water_sequential();
  StateReader reader(trace);
  const Seq blocked = trace.thread_events()[0];
  CHECK(reader.at(blocked).task(1).blocks);
  CHECK(reader.at(trace.size() - 1).task(1).blocked_ns == 3 * kSecond);
  CHECK(reader.at(trace.size() - 1).task(1).running_ns == 3 * kSecond);
}

TEST_CASE("timers stand by due time, then in the order set") {
  LogBuilder run;
  run.begin_loop();
  const TaskId a = run.create("a", kProgram);
  const TaskId b = run.create("b", kProgram);
  const TaskId c = run.create("c", kProgram);
  run.iteration(3).start(a);
  const TimerId late = run.sleep(a, 2 * kSecond);
  run.start(b);
  const TimerId first = run.sleep(b, kSecond);
  run.start(c);
  const TimerId second = run.sleep(c, kSecond);
  const Trace trace = run.trace();
  StateReader reader(trace);
  const auto& timers = reader.at(trace.size() - 1).timers;
  REQUIRE(timers.size() == 3);
  CHECK(timers[0].timer == first);
  CHECK(timers[1].timer == second);
  CHECK(timers[2].timer == late);
}

TEST_CASE("a due timer's callback stands in the ready queue until it runs") {
  const Trace trace = boiling_water_concurrent();
  StateReader reader(trace);
  const Seq fired = trace.advances()[0] + 1;
  const State state = reader.at(fired);
  CHECK(state.phase == Phase::queue_timers);
  CHECK(state.timers.empty());
  REQUIRE(state.ready.size() == 1);
  CHECK(state.ready[0].task == kNoTask);
  CHECK(state.ready[0].callback == CallbackKind::timer);
  CHECK_FALSE(state.ready[0].next_round);
  CHECK(reader.at(fired + 2).ready.empty());
}

TEST_CASE("a cancellation is pending until the task's next step") {
  const Trace trace = cancelled_sleep();
  StateReader reader(trace);
  Seq asked = 0;
  while (trace[asked].kind != Kind::cancel_requested) {
    ++asked;
  }
  CHECK(reader.at(asked).task(2).cancel_pending);
  const auto events = trace.events_of(2);
  const Seq delivered = *std::find_if(events.begin(), events.end(), [&](std::uint32_t seq) {
    return trace[seq].kind == Kind::task_resumed;
  });
  CHECK(reader.at(delivered - 1).task(2).cancel_pending);
  CHECK_FALSE(reader.at(delivered).task(2).cancel_pending);
  CHECK(reader.at(asked + 1).timers.empty());
}

TEST_CASE("locks have their holders") {
  const Trace trace = two_locks_deadlock();
  StateReader reader(trace);
  const State& state = reader.at(trace.size() - 1);
  REQUIRE(state.resources.size() == 2);
  CHECK(state.resources[0].holders == std::vector<TaskId>{2});
  CHECK(state.resources[1].holders == std::vector<TaskId>{3});
  CHECK(state.finished);
}

TEST_CASE("a job runs from its start to its end") {
  const Trace trace = waiting_job();
  StateReader reader(trace);
  const Seq started = trace.job_events()[1];
  REQUIRE(reader.at(started).jobs.size() == 1);
  CHECK(reader.at(started).jobs[0].due_ns == 2 * kSecond);
  CHECK(reader.at(trace.job_events()[2]).jobs.empty());
}

TEST_CASE("a reader follows a trace that grows") {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  Trace trace = run.trace();
  StateReader reader(trace);
  CHECK(reader.at(trace.size() - 1).task(main).state == TaskState::ready);
  run.iteration(1).start(main).work(main, kSecond).finish(main);
  trace.catch_up();
  CHECK(reader.at(trace.size() - 1).task(main).state == TaskState::done);
  CHECK(reader.at(trace.size() - 1).task(main).running_ns == kSecond);
  CHECK(reader.at(2).task(main).state == TaskState::ready);
}
