#include "runtime/timer.h"

#include <utility>

namespace interleave {

Timer::Timer(Loop& loop, std::int64_t due_ns, TimerPurpose purpose, TaskId on,
             std::function<void()> function)
    : DueHandle(CallbackKind::timer, due_ns), loop_(&loop), function_(std::move(function)) {
  TimerInfo info;
  info.due_ns = due_ns;
  info.purpose = purpose;
  info.on = on;
  set_of(loop.recorder().log().add(info));
  loop.recorder().record(Kind::timer_set).a = id();
  loop.call_at(*this);
}

void Timer::on_due() { loop_->recorder().record(Kind::timer_fired).a = id(); }

void Timer::cancel_timer() {
  if (cancelled()) {
    return;
  }
  const bool was_pending = pending;
  cancel();
  if (was_pending) {
    loop_->note_cancelled_timer();
    loop_->recorder().record(Kind::timer_cancelled).a = id();
  }
}

}  // namespace interleave
