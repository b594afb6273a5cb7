#pragma once

#include <coroutine>

#include "runtime/clock.h"
#include "runtime/future.h"
#include "runtime/loop.h"
#include "runtime/mutation.h"
#include "runtime/scope.h"
#include "runtime/task.h"
#include "runtime/timer.h"

namespace interleave {

/// Suspends the running task for a time (asyncio.sleep): a future and a timer. Of no length or less
/// it is a bare yield: the task is queued again at once, behind those already ready.
class SleepAwait {
 public:
  SleepAwait(Loop& loop, Duration delay) : loop_(&loop), delay_(delay) {}
  SleepAwait(const SleepAwait&) = delete;
  SleepAwait& operator=(const SleepAwait&) = delete;
  ~SleepAwait() {
    if (sleep_) {
      sleep_->timer = Ref<Timer>();  // which holds it
    }
  }

  [[nodiscard]] bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> handle) {
    if (delay_ <= Duration::zero() && !mutated(Mutation::sleep_zero_by_a_timer)) {
      loop_->current_task().yield(*loop_, handle);
    } else {
      wait(handle);
    }
  }
  void await_resume() {
    if (sleep_) {
      // As sleep()'s `finally` does; nothing if it has fired and run.
      sleep_->timer->cancel_timer();
    }
    loop_->current_task().throw_if_cancelled();
    if (sleep_) {
      sleep_->raise_if_failed();
    }
  }

 private:
  struct Sleep final : FutureBase {
    using FutureBase::FutureBase;
    Ref<Timer> timer;
  };
  void wait(std::coroutine_handle<> handle);

  // Small, since it lies in the frame of whoever sleeps and is written with every bare yield.
  Loop* loop_;
  Duration delay_;
  Ref<Sleep> sleep_;
};

[[nodiscard]] inline SleepAwait sleep(const Scope& scope, Duration delay) {
  return {scope.loop(), delay};
}

}  // namespace interleave
