#include "runtime/sleep.h"

namespace interleave {

// By a future and a timer.
void SleepAwait::wait(std::coroutine_handle<> handle) {
  TaskBase& task = loop_->current_task();
  sleep_ = make_counted<Sleep>(*loop_, Cause::timer);
  // The timer keeps the future until it has run; the other way round only while this is here.
  sleep_->timer = make_counted<Timer>(*loop_, loop_->recorder().now_ns() + delay_.count(),
                                      TimerPurpose::sleep, task.id(), [sleep = sleep_] {
                                        if (!sleep->done()) {
                                          sleep->finish(kProgram);
                                        }
                                      });
  task.suspend(handle, sleep_, Reason::sleep, sleep_->timer->id());
}

}  // namespace interleave
