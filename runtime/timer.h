#pragma once

#include <cstdint>
#include <functional>

#include "runtime/due_queue.h"
#include "runtime/event_log.h"
#include "runtime/loop.h"

namespace interleave {

/// A callback at a time (loop.call_at), reported as `timer_set`, `timer_fired`, `timer_cancelled`.
class Timer final : public DueHandle {
 public:
  /// Sets it. `on` is the task it serves.
  Timer(Loop& loop, std::int64_t due_ns, TimerPurpose purpose, TaskId on,
        std::function<void()> function);

  void run() override { function_(); }
  void on_due() override;
  /// Cancels it; after it has run this does nothing.
  void cancel_timer();
  [[nodiscard]] TimerId id() const { return of(); }

 private:
  Loop* loop_;
  std::function<void()> function_;
};

}  // namespace interleave
