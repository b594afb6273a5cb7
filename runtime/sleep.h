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
  ~SleepAwait() = default;

  [[nodiscard]] bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> handle) {
    task_ = &loop_->current_task();
    if (delay_ <= Duration::zero() && !mutated(Mutation::sleep_zero_by_a_timer)) {
      task_->yield(*loop_, handle);
    } else {
      wait(handle);
    }
  }
  void await_resume() {
    if (timer_) {
      timer_->cancel_timer();  // as sleep()'s `finally` does; nothing if it has fired and run
    }
    task_->throw_if_cancelled();
    if (future_) {
      future_->raise_if_failed();
    }
  }

 private:
  void wait(std::coroutine_handle<> handle);

  Loop* loop_;
  Duration delay_;
  TaskBase* task_ = nullptr;
  Ref<FutureBase> future_;
  Ref<Timer> timer_;
};

[[nodiscard]] inline SleepAwait sleep(const Scope& scope, Duration delay) {
  return {scope.loop(), delay};
}

}  // namespace interleave
