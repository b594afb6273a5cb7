#include "runtime/sleep.h"

namespace interleave {

// By a future and a timer.
void SleepAwait::wait(std::coroutine_handle<> handle) {
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

}  // namespace interleave
