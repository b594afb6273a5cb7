#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/trace/trace.h"

namespace interleave {

/// One that comes from outside: a task made by a timer that the program set for it (`call_at`). It
/// arrives when the timer is due, whether or not the loop has the time to see it then.
struct Request {
  TaskId task = kNoTask;
  std::int64_t arrived_ns = 0;
  /// Until its task's end.
  std::int64_t latency_ns = 0;
};

/// Those that were answered, in the order of their tasks; most programs have none.
[[nodiscard]] std::vector<Request> requests_of(const Trace& trace);

/// "a request is answered in 0.52 s, not in 0.52 s to 3.46 s"; empty where it is the same, or
/// where a run has no requests.
[[nodiscard]] std::string latency_words(const Trace& baseline, const Trace& other);

/// "the first line is printed at 0.3 s, not at 3 s"; empty where it is the same, or where a run
/// prints nothing.
[[nodiscard]] std::string first_output_words(const Trace& baseline, const Trace& other);

}  // namespace interleave
