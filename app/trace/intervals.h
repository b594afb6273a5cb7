#pragma once

#include <cstdint>
#include <vector>

#include "app/trace/trace.h"

namespace interleave {

/// What a stretch of time was spent on, in the terms of a Balance.
enum class Spending : std::uint8_t {
  thread_works,         // the one thread computes
  thread_blocks,        // the one thread waits, and nobody else can have it
  sleeps,               // a task in a sleep
  thread_job_computes,  // in a thread of a pool, under the one interpreter lock
  process_computes,     // in a process of its own
  job_waits,
};

[[nodiscard]] constexpr bool is_waiting(Spending spending) {
  return spending == Spending::thread_blocks || spending == Spending::sleeps ||
         spending == Spending::job_waits;
}

/// A stretch in which a task (or its job) computed or waited. Waiting for a gather, a lock, a queue
/// or one's turn is none: those are consequences.
struct Interval {
  std::int64_t begin_ns = 0;
  std::int64_t end_ns = 0;
  Spending spending = Spending::thread_works;
  TaskId task = kNoTask;
};

/// All of a run, cut off at its end; those of no length are left out.
[[nodiscard]] std::vector<Interval> intervals_of(const Trace& trace);

/// A stretch of the run in which nothing of this changes.
struct Slice {
  std::int64_t begin_ns = 0;
  std::int64_t end_ns = 0;
  /// How many compute: thread and thread jobs count as one, since they share the interpreter lock.
  std::uint32_t computing = 0;
  std::uint32_t waiting = 0;

  [[nodiscard]] std::int64_t length_ns() const { return end_ns - begin_ns; }
};

/// The slices of [0, end_ns], without gaps.
[[nodiscard]] std::vector<Slice> slices_of(const std::vector<Interval>& intervals,
                                           std::int64_t end_ns);

}  // namespace interleave
