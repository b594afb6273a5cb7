#pragma once

#include <cstdint>
#include <string>

#include "app/trace/trace.h"

namespace interleave {

/// What happened in a stretch of a run: sums of lengths in nanoseconds, and counts.
struct SpanSums {
  std::int64_t from_ns = 0;
  std::int64_t to_ns = 0;
  /// What the thread did: these three add up to the stretch, as far as the run goes on in it.
  std::int64_t worked_ns = 0;
  std::int64_t blocked_ns = 0;
  std::int64_t idle_ns = 0;
  /// How many times a task got the thread, and how many events of any kind there were.
  std::uint64_t switches = 0;
  std::uint64_t events = 0;

  [[nodiscard]] std::int64_t length_ns() const { return to_ns - from_ns; }
};

/// The states of one task in a stretch. `running` contains `blocked`; what lies before the task's
/// creation and behind its end counts as none.
struct TaskSums {
  std::int64_t running_ns = 0;
  std::int64_t ready_ns = 0;
  std::int64_t suspended_ns = 0;
  std::int64_t blocked_ns = 0;
};

/// From one time to another, both included; cut to the run.
[[nodiscard]] SpanSums span_sums(const Trace& trace, std::int64_t from_ns, std::int64_t to_ns);
/// From one event to another, both included: tells apart what happens at one instant.
[[nodiscard]] SpanSums span_sums_of_events(const Trace& trace, Seq first, Seq last);
[[nodiscard]] TaskSums task_sums(const Trace& trace, TaskId task, std::int64_t from_ns,
                                 std::int64_t to_ns);

/// "worked 0.6 s, idle 0.4 s": the thread's, without what is zero.
[[nodiscard]] std::string thread_words(const SpanSums& sums);
/// "running 0.4 s, ready 0.6 s".
[[nodiscard]] std::string task_words(const TaskSums& sums);
/// "6 switches, 23 events".
[[nodiscard]] std::string count_words(const SpanSums& sums);

}  // namespace interleave
