#include "runtime/timeout.h"

#include "runtime/errors.h"
#include "runtime/loop.h"
#include "runtime/task.h"

namespace interleave {

namespace {

std::optional<Duration> deadline_after(const Scope& scope, std::optional<Duration> delay) {
  return delay ? std::optional<Duration>(scope.time() + *delay) : std::nullopt;
}

}  // namespace

Timeout::Timeout(const Scope& scope, std::optional<Duration> delay)
    : Timeout(scope, AtDeadline{}, deadline_after(scope, delay)) {}

Timeout::Timeout(const Scope& scope, AtDeadline, std::optional<Duration> deadline)
    : Timeout(NotEntered{}, scope, deadline) {
  enter(scope);
}

Timeout::Timeout(NotEntered, const Scope& scope, std::optional<Duration> deadline)
    : scope_(scope), loop_(&scope.loop()), when_(deadline) {}

void Timeout::enter(const Scope& scope) {
  if (state_ != State::created) {
    throw Error("RuntimeError", "Timeout has already been entered");
  }
  scope_ = scope;
  line_ = scope.line();
  task_ = Ref<TaskBase>(&loop_->current_task());
  state_ = State::entered;
  cancelling_before_ = task_->cancelling();
  set_timer();
}

Timeout Timeout::at(const Scope& scope, std::optional<Duration> deadline) {
  return {scope, AtDeadline{}, deadline};
}

Timeout::~Timeout() {
  // Not left by exit(): the program is being taken apart, or did not keep the rule.
  if (timer_) {
    timer_->cancel();
  }
  if (at_once_) {
    at_once_->cancel();
  }
}

void Timeout::set_timer() {
  if (!when_) {
    return;
  }
  if (when_->count() <= loop_->recorder().now_ns()) {
    at_once_ = make_callback(CallbackKind::call, 0, [this] { on_timeout(); });
    loop_->call_soon(at_once_);
    return;
  }
  const Strand* setter = loop_->recorder().current;  // another task may reschedule it
  const TaskId on = setter == nullptr ? kProgram : setter->id();
  timer_ = make_counted<Timer>(*loop_, when_->count(), TimerPurpose::timeout, on,
                               [this] { on_timeout(); });
}

void Timeout::drop_timer() {
  if (timer_) {
    timer_->cancel_timer();
    timer_ = Ref<Timer>();
  }
  if (at_once_) {
    at_once_->cancel();
    at_once_ = Ref<Callback>();
  }
}

void Timeout::on_timeout() {
  loop_->cancel_cause = Cause::timeout;
  task_->cancel(kProgram);
  loop_->cancel_cause = Cause::cancel;
  state_ = State::expiring;
  timer_ = Ref<Timer>();
  at_once_ = Ref<Callback>();
}

bool Timeout::expired() const { return state_ == State::expiring || state_ == State::expired; }

void Timeout::reschedule(std::optional<Duration> deadline) {
  if (state_ == State::created) {
    throw Error("RuntimeError", "Timeout has not been entered");
  }
  if (state_ != State::entered) {
    const char* word = state_ == State::expiring  ? "expiring"
                       : state_ == State::expired ? "expired"
                                                  : "finished";
    throw Error("RuntimeError", std::string("Cannot change state of ") + word + " Timeout");
  }
  when_ = deadline;
  drop_timer();
  set_timer();
}

void Timeout::exit(const std::exception_ptr& raised) {
  drop_timer();
  if (state_ == State::expiring) {
    state_ = State::expired;
    const bool only_ours = task_->uncancel(task_->id()) <= cancelling_before_;
    if (only_ours && raised && is_cancelled_error(raised)) {
      scope_.at_line(line_);
      throw Error("TimeoutError", "");
    }
  } else if (state_ == State::entered) {
    state_ = State::exited;
  }
  if (raised) {
    std::rethrow_exception(raised);
  }
  scope_.at_line(line_);
}

}  // namespace interleave
