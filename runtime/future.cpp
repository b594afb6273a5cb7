#include "runtime/future.h"

#include <string>

#include "runtime/errors.h"
#include "runtime/loop.h"
#include "runtime/mutation.h"
#include "runtime/task.h"

namespace interleave {

FutureBase::~FutureBase() {
  leave_list();
  complain_unretrieved("Future", kNoTask);
}

void FutureBase::say_unretrieved(std::string_view what, TaskId task) noexcept {
  unretrieved_ = false;
  loop_->recorder().complain(task, std::string(what) + " exception was never retrieved");
}

std::exception_ptr FutureBase::exception() const {
  if (cancelled()) {
    std::rethrow_exception(make_cancelled_error());
  }
  if (!done()) {
    throw Error("InvalidStateError", "Exception is not set.");
  }
  retrieve();
  return error_;
}

bool FutureBase::cancel(TaskId by) {
  retrieve();
  if (done()) {
    return false;
  }
  cancel_message_ = loop_->cancel_message;
  resolve(Status::cancelled, cause_, by);
  return true;
}

bool FutureBase::cancel_saying(std::string_view message) {
  const TextId before = std::exchange(loop_->cancel_message, loop_->recorder().intern(message));
  const bool asked = cancel();
  loop_->cancel_message = before;
  return asked;
}

std::string FutureBase::cancel_message() const {
  return std::string(loop_->recorder().log().text(cancel_message_));
}

std::exception_ptr FutureBase::make_cancelled_error() const {
  if (cancel_message_ == kNoText) {
    return std::make_exception_ptr(CancelledError());
  }
  const CancelledError error(cancel_message());
  if (message_given_once_) {
    cancel_message_ = kNoText;
  }
  return std::make_exception_ptr(error);
}

bool FutureBase::cancel() {
  const Strand* asking = loop_->recorder().current;
  return cancel(asking == nullptr ? kProgram : asking->id());
}

void FutureBase::raise_if_failed() const {
  if (cancelled()) {
    std::rethrow_exception(make_cancelled_error());
  }
  if (!done()) {
    throw Error("InvalidStateError", "Result is not ready.");
  }
  if (error_) {
    retrieve();
    std::rethrow_exception(error_);
  }
}

void FutureBase::add_waiter(TaskBase& task) { listeners_.add_task(task); }

std::size_t FutureBase::waiting_tasks() const {
  std::size_t tasks = 0;
  listeners_.for_each([&tasks](const TaskBase&) { ++tasks; }, [](const Callback&) {});
  return tasks;
}

void FutureBase::add_callback(Ref<Callback> callback) {
  if (done()) {
    loop_->call_soon(std::move(callback));
    return;
  }
  listeners_.add_callback(std::move(callback));
  if (cause_ != Cause::task && place_ == kNowhere) {  // its tasks the loop knows
    place_ = static_cast<std::uint32_t>(loop_->heard_of().size());
    loop_->heard_of().push_back(this);
  }
}

void FutureBase::leave_list_at_its_place() {
  std::vector<FutureBase*>& list = loop_->heard_of();
  list.back()->place_ = place_;
  list[place_] = list.back();
  list.pop_back();
  place_ = kNowhere;
}

void FutureBase::drop_callbacks() {
  leave_list();
  const auto dropped = std::exchange(listeners_, {});
}

std::size_t FutureBase::remove_callback(const Callback& callback) {
  return listeners_.remove(callback);
}

void FutureBase::fail(std::exception_ptr error, TaskId by) {
  error_ = std::move(error);
  unretrieved_ = true;
  resolve(Status::finished, cause_, by);
}

void FutureBase::resolve(Status status, Cause cause, TaskId by) {
  status_ = status;
  leave_list();
  const auto queue = [this](Ref<Callback> callback) {
    if (mutated(Mutation::gather_one_hop_short) && callback->kind() == CallbackKind::gather) {
      callback->run();
    } else {
      loop_->call_soon(std::move(callback));
    }
  };
  listeners_.hand_over([&](TaskBase& task) { task.wake(*this, cause, by); }, queue);
}

Suspension suspension_within(Reason reason, FutureBase& awaited) {
  WaitInfo info = awaited.as_awaited();
  if (info.name == kNoText) {
    return {reason, 0, 0};
  }
  const bool several = info.alone == WaitInfo::Alone::no;
  const WaitId wait = awaited.loop().recorder().log().add(std::move(info));
  return {reason, wait, several ? wait : 0};
}

void FutureAwait::await_suspend(std::coroutine_handle<> handle) {
  task_ = &future_->loop().current_task();
  task_->suspend(handle, future_, *this);
}

void FutureAwait::await_resume() const {
  if (task_ != nullptr) {
    task_->throw_if_cancelled();
  }
  future_->raise_if_failed();
}

}  // namespace interleave
