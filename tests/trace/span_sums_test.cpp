#include "app/trace/span_sums.h"

#include "app/trace/state.h"
#include "tests/catch.h"
#include "tests/trace/runs.h"

using namespace interleave;
using namespace interleave::test;

namespace {

constexpr std::int64_t kTenth = 100'000'000;

TaskId named(const Trace& trace, std::string_view name) {
  for (const TaskId task : trace.tasks()) {
    if (trace.name(task) == name) {
      return task;
    }
  }
  return kNoTask;
}

}  // namespace

TEST_CASE("over a whole run the thread's three sums are its length, the counts all there is") {
  for (const auto& [name, trace] : all_runs()) {
    INFO(name);
    const SpanSums sums = span_sums(trace, 0, trace.end_ns());
    CHECK(sums.worked_ns + sums.blocked_ns + sums.idle_ns == trace.end_ns());
    CHECK(sums.idle_ns >= 0);
    CHECK(sums.events == trace.size());
    CHECK(sums.switches == trace.step_count());
  }
}

TEST_CASE("a task's sums over a whole run are those of the last state") {
  for (const auto& [name, trace] : all_runs()) {
    StateReader reader(trace);
    const State& state = reader.at(trace.size() - 1);
    for (const TaskId task : trace.tasks()) {
      INFO(name << " " << trace.name(task));
      const TaskSums sums = task_sums(trace, task, 0, trace.end_ns());
      CHECK(sums.running_ns == state.task(task).running_ns);
      CHECK(sums.suspended_ns == state.task(task).suspended_ns);
      CHECK(sums.blocked_ns == state.task(task).blocked_ns);
    }
  }
}

TEST_CASE("sums of two neighbouring stretches add up to those of both") {
  for (const auto& [name, trace] : all_runs()) {
    for (std::int64_t cut = 0; cut <= trace.end_ns(); cut += trace.end_ns() / 7 + 1) {
      INFO(name << " cut at " << cut);
      const SpanSums a = span_sums(trace, 0, cut);
      const SpanSums b = span_sums(trace, cut, trace.end_ns());
      const SpanSums all = span_sums(trace, 0, trace.end_ns());
      CHECK(a.worked_ns + b.worked_ns == all.worked_ns);
      CHECK(a.blocked_ns + b.blocked_ns == all.blocked_ns);
      CHECK(a.idle_ns + b.idle_ns == all.idle_ns);
      for (const TaskId task : trace.tasks()) {
        const TaskSums first = task_sums(trace, task, 0, cut);
        const TaskSums second = task_sums(trace, task, cut, trace.end_ns());
        const TaskSums both = task_sums(trace, task, 0, trace.end_ns());
        CHECK(first.running_ns + second.running_ns == both.running_ns);
        CHECK(first.ready_ns + second.ready_ns == both.ready_ns);
        CHECK(first.suspended_ns + second.suspended_ns == both.suspended_ns);
      }
    }
  }
}

TEST_CASE("a stretch inside one piece of work, and one in which nothing happens") {
  const Trace trace = boiling_water_concurrent();
  const SpanSums inside = span_sums(trace, kTenth / 4, kTenth / 2);
  CHECK(inside.worked_ns == kTenth / 4);
  CHECK(inside.switches == 0);
  CHECK(inside.events == 0);
  const SpanSums idle = span_sums(trace, 17 * kTenth, 19 * kTenth);
  CHECK(idle.idle_ns == 2 * kTenth);
  CHECK(thread_words(idle) == "idle 0.2 s");
}

TEST_CASE("the first second of the boiling water, in words") {
  const Trace trace = boiling_water_concurrent();
  const SpanSums sums = span_sums(trace, 10 * kTenth, 0);  // from right to left is the same
  CHECK(thread_words(sums) == "worked 1 s");
  CHECK(task_words(task_sums(trace, named(trace, "boiling_water"), 0, 10 * kTenth)) ==
        "suspended 1 s");
  CHECK(task_words(task_sums(trace, named(trace, "reading_book"), 0, 10 * kTenth)) ==
        "running 0.6 s, ready 0.4 s");
  const SpanSums instant = span_sums(trace, 0, 0);
  CHECK(instant.length_ns() == 0);
  CHECK(instant.switches > 1);
  CHECK(thread_words(instant).empty());
}

TEST_CASE("events of one instant are told apart by their places") {
  const Trace trace = boiling_water_concurrent();
  const SpanSums one = span_sums_of_events(trace, trace.step_begin(1), trace.step_begin(1));
  CHECK(one.switches == 1);
  CHECK(one.events == 1);
  CHECK(count_words(one) == "1 switch, 1 event");
  const SpanSums two = span_sums_of_events(trace, trace.step_begin(2), trace.step_begin(1));
  CHECK(two.switches == 2);
  CHECK(two.length_ns() == 0);
}

TEST_CASE("behind the end of a run there is nothing") {
  const Trace trace = two_processes();
  const SpanSums sums = span_sums(trace, trace.end_ns() + 1, trace.end_ns() + 5);
  CHECK(sums.length_ns() == 0);
  CHECK(sums.events == 0);
  CHECK(task_words(task_sums(trace, kNoTask, 0, 5)) == "no time in it");
}
