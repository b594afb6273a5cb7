#include "app/trace/task_table.h"

#include <algorithm>

#include "app/trace/state.h"
#include "tests/catch.h"
#include "tests/trace/log_builder.h"

namespace interleave::test {

namespace {

TaskStatus since(Seq seq, TaskState state) {
  TaskStatus status;
  status.since_seq = seq;
  status.state = state;
  return status;
}

TEST_CASE("a table has no row for a task that has ended, and knows how it stood") {
  const auto ended = std::make_shared<EndedTasks>();
  TaskTable table(ended);
  table.grow_to(3);
  for (TaskId task = 1; task <= 3; ++task) {
    table.row(task) = since(task, TaskState::running);
  }
  table.set_now(9);
  table.row(2) = since(9, TaskState::done);
  table.put_away(2);
  table.tidy();
  CHECK(std::vector<TaskId>(table.going_on().begin(), table.going_on().end()) ==
        std::vector<TaskId>{1, 3});
  CHECK(table.size() == 3);
  CHECK(table[2].state == TaskState::done);
  CHECK(table[3].state == TaskState::running);
}

TEST_CASE("a table that stands before a task's end does not see it") {
  const auto ended = std::make_shared<EndedTasks>();
  TaskTable before(ended);
  before.grow_to(1);
  before.set_now(4);
  TaskTable after = before;
  after.row(1) = since(9, TaskState::done);
  after.set_now(9);
  after.put_away(1);
  CHECK(before[1].state == TaskState::not_created);
  CHECK(after[1].state == TaskState::done);
}

TEST_CASE("a task that comes back after its end has a row again and keeps it") {
  TaskTable table;
  table.grow_to(1);
  table.set_now(5);
  table.row(1) = since(5, TaskState::done);
  table.put_away(1);
  table.tidy();
  table.set_now(7);
  table.row(1) = since(7, TaskState::running);
  CHECK(table[1].state == TaskState::running);
  table.set_now(8);
  table.row(1) = since(8, TaskState::failed);
  table.put_away(1);
  table.tidy();
  CHECK(table[1].state == TaskState::failed);
  CHECK(table.going_on().size() == 1);
}

// A thousand tasks one after the other, ten at a time.
Trace short_lives() {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  for (int batch = 0; batch < 100; ++batch) {
    std::vector<TaskId> tasks;
    for (int i = 0; i < 10; ++i) {
      tasks.push_back(run.create("worker", main));
    }
    run.yield(main).iteration(11);
    for (const TaskId task : tasks) {
      run.start(task).work(task, kMs).finish(task);
    }
    run.resume(main);
  }
  run.finish(main).end_loop(main);
  return run.trace();
}

TEST_CASE("a state is as large as what goes on in it, and tells of all that has ended") {
  const Trace trace = short_lives();
  StateReader reader(trace);
  reader.catch_up();
  for (Seq seq = trace.size(); seq-- > 0; seq = seq > 97 ? seq - 97 : 0) {
    const State& state = reader.at(seq);
    CHECK(state.tasks.going_on().size() <= 11);
    for (TaskId task = 1; task <= state.tasks.size(); ++task) {
      const bool ended = trace.ended_at(task) <= seq;
      REQUIRE((state.task(task).state == TaskState::done) == ended);
      const bool worker = trace.name(task).starts_with("worker");
      CHECK((!ended || !worker || state.task(task).running_ns == kMs));
    }
    if (seq == 0) {
      break;
    }
  }
}

}  // namespace

}  // namespace interleave::test
