#pragma once

#include <algorithm>
#include <cstdint>

namespace interleave {

/// The one lock of Python's interpreter: who computes in a thread holds it. A job that computes in
/// a thread takes it whole, in the order in which jobs are started, and so does the loop's own
/// work. As each says at once how long it will take, all there is to know is when the last lets go.
class InterpreterLock {
 public:
  /// How long who asks for it now has to wait, nanoseconds.
  [[nodiscard]] std::int64_t wait_ns(std::int64_t now_ns) const {
    return std::max<std::int64_t>(0, free_at_ns_ - now_ns);
  }
  /// Holds it as soon as it is free; gives the time at which that one is done.
  std::int64_t take(std::int64_t now_ns, std::int64_t duration_ns) {
    free_at_ns_ = now_ns + wait_ns(now_ns) + duration_ns;
    return free_at_ns_;
  }

 private:
  std::int64_t free_at_ns_ = 0;
};

}  // namespace interleave
