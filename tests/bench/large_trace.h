#pragma once

#include <cstdint>
#include <memory>

#include "app/trace/trace.h"

namespace interleave::bench {

/// A made-up run of any length: tasks in turns that sleep, yield, work, print and hand items over
/// by a queue.
struct LargeTrace {
  std::uint64_t events = 10'000'000;
  std::uint32_t live_tasks = 50;
  /// After so many steps a task ends and another takes its place; 0: none does.
  std::uint32_t steps_of_a_task = 0;
};

/// The same events each time.
[[nodiscard]] std::shared_ptr<const EventLog> large_log(const LargeTrace& wanted);
[[nodiscard]] Trace large_trace(const LargeTrace& wanted);

}  // namespace interleave::bench
