#include "app/trace/spans.h"

#include "tests/catch.h"
#include "tests/trace/log_builder.h"
#include "tests/trace/runs.h"

using namespace interleave;
using namespace interleave::test;

using Labels = std::vector<std::string>;

TEST_CASE("a task's spans follow one another without a gap in time") {
  for (const auto& [name, trace] : all_runs()) {
    for (const TaskId task : trace.tasks()) {
      INFO(name << " " << trace.name(task));
      const auto spans = spans_of(trace, task);
      REQUIRE_FALSE(spans.empty());
      CHECK(spans.front().begin_seq == trace.created_at(task));
      for (std::size_t i = 1; i < spans.size(); ++i) {
        CHECK(spans[i].begin_ns == spans[i - 1].end_ns);
        CHECK(spans[i].begin_seq >= spans[i - 1].end_seq);
      }
      CHECK(spans.back().end_seq == trace.ended_at(task));
    }
  }
}

TEST_CASE("spans add up to the sums of the state") {
  for (const auto& [name, trace] : all_runs()) {
    StateReader reader(trace);
    const State& state = reader.at(trace.size() - 1);
    for (const TaskId task : trace.tasks()) {
      INFO(name << " " << trace.name(task));
      std::int64_t running_ns = 0;
      std::int64_t blocked_ns = 0;
      std::int64_t suspended_ns = 0;
      for (const Span& span : spans_of(trace, task)) {
        const std::int64_t length_ns = span.end_ns - span.begin_ns;
        running_ns += span.state == TaskState::running ? length_ns : 0;
        suspended_ns += span.state == TaskState::suspended ? length_ns : 0;
        blocked_ns += span.blocked ? length_ns : 0;
      }
      CHECK(running_ns == state.task(task).running_ns);
      CHECK(suspended_ns == state.task(task).suspended_ns);
      CHECK(blocked_ns == state.task(task).blocked_ns);
    }
  }
}

TEST_CASE("a part of a task's spans is the same as cut out of all of them") {
  const Trace trace = boiling_water_concurrent();
  for (const TaskId task : trace.tasks()) {
    const auto all = spans_of(trace, task);
    for (Seq from = 0; from < trace.size(); from += 5) {
      for (const Span& span : spans_of(trace, task, from, from + 10)) {
        const auto same = std::find_if(all.begin(), all.end(), [&](const Span& each) {
          return each.begin_seq == span.begin_seq && each.end_seq == span.end_seq &&
                 each.state == span.state && each.first_of_step == span.first_of_step;
        });
        CHECK(same != all.end());
      }
    }
  }
}

TEST_CASE("a run is divided at its pieces, each with what it printed") {
  const Trace trace = book_sequential();
  const auto spans = spans_of(trace, 1);
  REQUIRE(spans.size() == 5);  // ready, and four pages
  CHECK(spans[1].first_of_step);
  CHECK_FALSE(spans[1].last_of_step);
  CHECK(spans[4].last_of_step);
  CHECK(span_labels(trace, 1, spans[1]) == Labels{"page 1", "1"});
  CHECK(span_labels(trace, 1, spans[4]) == Labels{"page 4", "4"});
}

TEST_CASE("spans of boiling water are labelled as in the design") {
  const Trace trace = boiling_water_concurrent();
  const auto main = spans_of(trace, 1);
  CHECK(span_labels(trace, 1, main[1]) == Labels{"starts"});
  CHECK(span_labels(trace, 1, main[2]) == Labels{"gather: 3 tasks", "gather"});
  CHECK(span_labels(trace, 1, main.back()) == Labels{"ends"});
  const auto water = spans_of(trace, 2);
  CHECK(span_labels(trace, 2, water[1]) == Labels{"1 sec", "1"});
  CHECK(span_labels(trace, 2, water[2]) == Labels{"sleep 2 s", "2 s"});
  const auto messages = spans_of(trace, 4);
  CHECK(span_labels(trace, 4, messages[1]) == Labels{"message 1", "1"});
}

TEST_CASE("a blocked piece says so, with its length") {
  const Trace trace = boiling_water_sequential();
  const auto water = spans_of(trace, 1);
  REQUIRE(water.size() == 3);
  CHECK(water[1].blocked);
  CHECK(span_labels(trace, 1, water[1]) == Labels{"BLOCKED 2 s", "BLOCKED"});
  CHECK(span_labels(trace, 1, water[2]) == Labels{"BLOCKED 1 s", "BLOCKED"});
}

TEST_CASE("waiting spans name what is waited for") {
  const Trace locks = two_locks_deadlock();
  CHECK(span_labels(locks, 2, spans_of(locks, 2).back()) == Labels{"waits for right", "right"});
  const Trace cancelled = cancelled_sleep();
  const auto main = spans_of(cancelled, 1);
  CHECK(span_labels(cancelled, 1, main[main.size() - 3]) ==
        Labels{"waits for long_job", "long_job"});
  const Trace calls = nested_calls();
  CHECK(span_labels(calls, 1, spans_of(calls, 1)[2]) == Labels{"calls helper", "helper"});
}

TEST_CASE("jobs that are gathered are counted on the span") {
  const Trace trace = two_threads_under_one_lock();
  CHECK(span_labels(trace, 1, spans_of(trace, 1)[2]) == Labels{"gather: 2 jobs", "gather"});
}

TEST_CASE("a bare yield has no span of its own") {
  const Trace trace = boiling_water_concurrent();
  for (const Span& span : spans_of(trace, 3)) {
    CHECK(span.state != TaskState::suspended);
  }
}

TEST_CASE("an endless program's last spans reach to where the watching ends") {
  const Trace trace = endless();
  const auto spans = spans_of(trace, 2);
  CHECK(spans.back().end_seq == trace.size());
  CHECK(spans.back().end_ns == 3 * kSecond);
}

TEST_CASE("time that passes unsaid before a blocking piece is a piece of its own") {
  LogBuilder run;
  const TaskId task = run.create("task", kProgram);
  run.start(task).pass(5).block(task, 10).pass(3).finish(task);
  run.end();
  const Trace trace = run.trace();
  const auto spans = spans_of(trace, task);
  REQUIRE(spans.size() == 4);
  CHECK_FALSE(spans[1].blocked);
  CHECK(spans[2].blocked);
  CHECK(spans[2].end_ns - spans[2].begin_ns == 10);
  CHECK_FALSE(spans[3].blocked);
  CHECK(spans[3].last_of_step);
}
