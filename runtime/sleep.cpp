#include "runtime/sleep.h"

#include "runtime/errors.h"
#include "runtime/loop.h"
#include "runtime/mutation.h"
#include "runtime/task.h"
#include "runtime/timer.h"

namespace interleave {

void SleepAwait::await_suspend(std::coroutine_handle<> handle) {
  task_ = &loop_->current_task();
  if (delay_ <= Duration::zero() && !mutated(Mutation::sleep_zero_by_a_timer)) {
    task_->yield(handle);
    return;
  }
  Ref<FutureBase> future = make_counted<FutureBase>(*loop_, Cause::timer);
  // The timer keeps the future, not the other way round: neither outlives the sleep for long.
  timer_ = make_counted<Timer>(*loop_, loop_->recorder().now_ns() + delay_.count(),
                               TimerPurpose::sleep, task_->id(), [future] {
                                 if (!future->done()) {
                                   future->finish(kProgram);
                                 }
                               });
  future_ = future;
  task_->suspend(handle, std::move(future), Reason::sleep, timer_->id());
}

void SleepAwait::await_resume() {
  if (timer_) {
    timer_->cancel_timer();  // as sleep()'s `finally` does; nothing if it has fired and run
  }
  task_->throw_if_cancelled();
  if (future_) {
    future_->raise_if_failed();
  }
}

}  // namespace interleave
