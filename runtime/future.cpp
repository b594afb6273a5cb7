#include "runtime/future.h"

#include "runtime/errors.h"
#include "runtime/loop.h"
#include "runtime/mutation.h"
#include "runtime/task.h"

namespace interleave {

bool FutureBase::cancel(TaskId by) {
  if (done()) {
    return false;
  }
  resolve(Status::cancelled, loop_->cancel_cause, by);
  return true;
}

void FutureBase::raise_if_failed() const {
  if (cancelled()) {
    throw CancelledError{};
  }
  if (error_) {
    std::rethrow_exception(error_);
  }
}

void FutureBase::add_callback(Ref<Callback> callback) {
  if (done()) {
    loop_->call_soon(*callback);
  } else {
    callbacks_.emplace_back(std::move(callback));
  }
}

void FutureBase::remove_callback(const Callback& callback) {
  std::erase_if(callbacks_, [&callback](const auto& entry) {
    const auto* found = std::get_if<Ref<Callback>>(&entry);
    return found != nullptr && found->get() == &callback;
  });
}

void FutureBase::fail(std::exception_ptr error, TaskId by) {
  error_ = std::move(error);
  resolve(Status::finished, cause_, by);
}

void FutureBase::resolve(Status status, Cause cause, TaskId by) {
  status_ = status;
  const auto callbacks = std::exchange(callbacks_, {});
  for (const auto& entry : callbacks) {
    if (TaskBase* const* task = std::get_if<TaskBase*>(&entry)) {
      (*task)->make_ready(cause, by);
      continue;
    }
    Callback& callback = *std::get<Ref<Callback>>(entry);
    if (mutated(Mutation::gather_one_hop_short) && callback.kind() == CallbackKind::gather) {
      callback.run();
    } else {
      loop_->call_soon(callback);
    }
  }
}

void FutureAwait::await_suspend(std::coroutine_handle<> handle) {
  task_ = &future_->loop().current_task();
  task_->suspend(handle, future_, reason_, on_);
}

void FutureAwait::await_resume() const {
  if (task_ != nullptr) {
    task_->throw_if_cancelled();
  }
  future_->raise_if_failed();
}

}  // namespace interleave
