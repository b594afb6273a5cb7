#include "runtime/clock.h"

#include <thread>

namespace interleave {

std::int64_t WallClock::now_ns() {
  return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - start_).count();
}

bool WallClock::wait_until(std::int64_t t_ns) {
  if (waiting_ == Waiting::sleep) {
    std::this_thread::sleep_until(start_ + Duration(t_ns));
    return true;
  }
  return now_ns() >= t_ns;
}

void WallClock::spend(std::int64_t duration_ns) {
  std::this_thread::sleep_for(Duration(duration_ns));
}

}  // namespace interleave
