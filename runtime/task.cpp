#include "runtime/task.h"

#include <utility>

#include "runtime/errors.h"
#include "runtime/mutation.h"

namespace interleave {

TaskBase::TaskBase(Loop& loop, const Frame& root, const TaskNames& names)
    : FutureBase(loop, Cause::task),
      Handle(What::task_step),
      Strand(record_task_created(loop, root, names), this),
      internal_(names.internal) {
  loop.adopt(*this);
  loop.call_soon(*this);
}

// The exception that this step begins with, as text; sets up its throwing.
TextId TaskBase::delivered_with_this_step() {
  Recorder& recorder = loop().recorder();
  std::exception_ptr failed;
  if (waiting_on_ && waiting_on_->cancelled()) {
    give_cancelled(*waiting_on_);
  } else if (waiting_on_ && waiting_on_->error()) {
    failed = waiting_on_->exception();
  }
  // A gather fails with CancelledError: that one is as good.
  if (must_cancel_ && !thrown_ && !(failed && is_cancelled_error(failed))) {
    give_cancelled(*this);
  }
  must_cancel_ = false;
  throw_cancelled = thrown_ != nullptr;
  if (!throw_cancelled && !failed) {
    return kNoText;
  }
  thrown_in_step_ = recorder.step;
  return recorder.intern(throw_cancelled ? describe_thrown() : describe(failed));
}

void TaskBase::give_cancelled(const FutureBase& cancelled) {
  given_message_ = cancelled.cancel_message_id();
  given_cancelled_ = cancelled.make_cancelled_error();
  thrown_ = given_cancelled_;
}

std::string TaskBase::describe_thrown() const {
  if (thrown_ != given_cancelled_) {
    return describe(thrown_);
  }
  return given_message_ == kNoText
             ? CancelledError().what()
             : CancelledError(std::string(loop().recorder().log().text(given_message_))).what();
}

bool TaskBase::is_cancelled(const std::exception_ptr& error) const {
  return error == given_cancelled_ || is_cancelled_error(error);
}

// Says how this step begins; false if it is the end of a task that was never started.
bool TaskBase::begin_step() {
  Recorder& recorder = loop().recorder();
  const TextId thrown = must_cancel_ || waiting_on_ ? delivered_with_this_step() : TextId{kNoText};
  recorder.put(started_ ? Kind::task_resumed : Kind::task_started, 0, id(), line(), thrown);
  waiting_on_ = Ref<FutureBase>();
  if (started_ || !throw_cancelled || takes_early_cancellation_) {
    started_ = true;
    return true;
  }
  // An exception thrown into it ends it before its first line.
  throw_cancelled = false;
  keep_cancelled_error(std::exchange(thrown_, nullptr));
  recorder.record(Kind::task_cancelled, id(), line());
  const Ref<TaskBase> self(this);
  destroy_root();
  recorder.current = nullptr;
  resolve(Status::cancelled, Cause::task, id());
  loop().forget(*this);
  return false;
}

TextId TaskBase::told_result(const std::string& repr) const {
  return repr.empty() ? TextId{kNoText} : loop().recorder().intern(repr);
}

void TaskBase::end() {
  const std::exception_ptr& error = root_error();
  if (error || must_cancel_) {
    end_without_result(error);
    return;
  }
  Recorder& recorder = loop().recorder();
  const std::uint16_t last_line = line();
  recorder.put(Kind::task_finished, 0, id(), last_line, take_result());
  leave_root(recorder);
  resolve(Status::finished, Cause::task, id());
  loop().forget(*this);
}

// By value: it stands in the frame that goes.
void TaskBase::end_without_result(std::exception_ptr error) {
  Recorder& recorder = loop().recorder();
  const std::uint16_t last_line = line();
  if (error && !is_cancelled(error)) {
    recorder.record(Kind::task_failed, id(), last_line).a = recorder.intern(describe(error));
    leave_root(recorder);
    fail(std::move(error), id());
  } else {
    // Cancelled, or asked to be just before its last line.
    must_cancel_ = false;
    if (error) {
      keep_cancelled_error(error);
    }
    recorder.record(Kind::task_cancelled, id(), last_line);
    leave_root(recorder);
    resolve(Status::cancelled, Cause::task, id());
  }
  loop().forget(*this);
}

void TaskBase::leave_root(Recorder& recorder) {
  top = nullptr;
  destroy_root();
  recorder.current = nullptr;
}

bool TaskBase::cancel() {
  const Strand* asking = loop().recorder().current;
  return asking == nullptr ? cancel(kProgram) : request_cancel(asking->id(), asking->line());
}

// Passed on by the library (an awaited task, a gather's children, a group's abort, run's ending):
// it stands on no line.
bool TaskBase::cancel(TaskId by) { return request_cancel(by, 0); }

bool TaskBase::request_cancel(TaskId by, std::uint16_t line) {
  retrieve();
  if (done()) {
    return false;
  }
  ++cancel_requests_;
  Event& event = loop().recorder().record(Kind::cancel_requested, id(), line);
  event.a = by;
  event.b = cancel_requests_;
  asked_by_ = by;
  asked_how_ = loop().cancel_cause;
  if (loop().cancelling++ == 0) {
    loop().asking = by;
  }
  const bool passed_on = waiting_on_ && waiting_on_->cancel(by);
  --loop().cancelling;
  if (!passed_on) {
    must_cancel_ = true;
    set_cancel_message(loop().cancel_message, false);
  } else if (mutated(Mutation::cancel_delivered_at_once) && waiting_on_->done()) {
    loop().run_at_once(*this);
  }
  return true;
}

std::uint32_t TaskBase::uncancel() {
  const Strand* asking = loop().recorder().current;
  return asking == nullptr ? uncancel(kProgram) : take_back(asking->id(), asking->line());
}

// The library's own (a group's exit): it stands on no line.
std::uint32_t TaskBase::uncancel(TaskId by) { return take_back(by, 0); }

std::uint32_t TaskBase::take_back(TaskId by, std::uint16_t line) {
  if (cancel_requests_ > 0) {
    --cancel_requests_;
    Event& event = loop().recorder().record(Kind::cancel_uncounted, id(), line);
    event.a = by;
    event.b = cancel_requests_;
  }
  return cancel_requests_;
}

void TaskBase::suspend(std::coroutine_handle<> handle, Ref<FutureBase> future, Reason reason,
                       std::uint32_t on) {
  if (must_cancel_) {
    const FutureAwait await(future, reason, on);
    suspend(handle, std::move(future), await);
    return;
  }
  resume_at = handle;
  tell_suspended(Suspension{reason, on, 0});
  waiting_on_ = std::move(future);
  waiting_on_->add_waiter(*this);
}

void TaskBase::suspend(std::coroutine_handle<> handle, Ref<FutureBase> future,
                       const FutureAwait& await) {
  if (future.get() == this) {
    refuse_to_await_itself(handle);
    return;
  }
  resume_at = handle;
  waiting_on_ = std::move(future);
  waiting_on_->add_waiter(*this);
  if (!must_cancel_) {
    tell_suspended(await.suspension());
    return;
  }
  // What it awaits is cancelled within the step, which ends when all is said of that, or when this
  // task is woken by it.
  untold_ = &await;
  untold_top_ = std::exchange(top, nullptr);  // the loop cancels it: on no line
  loop().cancel_message = cancel_message_id();
  if (waiting_on_->cancel(id())) {
    must_cancel_ = false;
  }
  loop().cancel_message = kNoText;
  tell_what_is_untold();
}

// As if by a bare yield; the error comes with the next step.
void TaskBase::refuse_to_await_itself(std::coroutine_handle<> handle) {
  yield(loop(), handle);
  waiting_on_ = make_counted<FutureBase>(loop());
  waiting_on_->finish(id());
  thrown_ = std::make_exception_ptr(Error("RuntimeError", "Task cannot await on itself"));
}

// What it ended with is given to the first who asks.
void TaskBase::keep_cancelled_error(const std::exception_ptr& error) {
  if (error == given_cancelled_) {
    set_cancel_message(given_message_, true);
    return;
  }
  const std::optional<std::string> message = interleave::cancel_message(error);
  set_cancel_message(message ? loop().recorder().intern(*message) : TextId{kNoText}, true);
}

void TaskBase::tell_suspended(Suspension suspension) {
  Recorder& recorder = loop().recorder();
  if (suspension.wait_on != 0) {
    recorder.record(Kind::wait_on, id(), line()).a = suspension.wait_on;
  }
  recorder.put(Kind::task_suspended, static_cast<std::uint8_t>(suspension.reason), id(), line(),
               suspension.on);
  reason_ = suspension.reason;
  on_ = suspension.on;
}

void TaskBase::tell_what_is_untold() {
  if (untold_ != nullptr) {
    top = untold_top_;
    tell_suspended(std::exchange(untold_, nullptr)->suspension());
  }
}

void TaskBase::wake(const FutureBase& future, Cause cause, TaskId by) {
  tell_what_is_untold();
  if (future.cancelled() && loop().cancelling > 0) {
    make_ready(loop().cancel_cause, loop().asking);  // perhaps it was another's cancel()
  } else if (future.cancelled() && must_cancel_) {
    make_ready(asked_how_, asked_by_);
  } else {
    make_ready(cause, by);
  }
}

WaitInfo TaskBase::as_awaited() {
  WaitInfo info;
  info.name = loop().recorder().log().task(id()).name;
  info.members = {id()};
  info.alone = WaitInfo::Alone::task;
  return info;
}

void TaskBase::stand_still(std::coroutine_handle<> handle, TaskId awaited) {
  resume_at = handle;
  reason_ = Reason::nested_run;
  on_ = awaited;
  loop().recorder().put(Kind::task_suspended, static_cast<std::uint8_t>(Reason::nested_run), id(),
                        line(), awaited);
}

void TaskBase::resume_here() {
  Recorder& recorder = loop().recorder();
  recorder.put(Kind::task_ready, static_cast<std::uint8_t>(Cause::task), id(), line(), on_);
  recorder.current = this;
  ++recorder.step;
  recorder.put(Kind::task_resumed, 0, id(), line(), kNoText);
  go_on(recorder);
}

void TaskBase::make_ready(Cause cause, TaskId by) {
  loop().recorder().put(Kind::task_ready, static_cast<std::uint8_t>(cause), id(), line(), by);
  loop().call_soon(*this);
}

}  // namespace interleave
