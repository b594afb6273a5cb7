#include "runtime/task_group.h"

#include <string>

#include "runtime/errors.h"
#include "runtime/event_names.h"
#include "runtime/wait_await.h"

namespace interleave {

Coro<> TaskGroup::exit(std::exception_ptr body_error) {
  return State::exit(state_, std::move(body_error));
}

void TaskGroup::State::add(Ref<TaskBase> task) {
  TaskBase* heard = task.get();
  const Ref<State> self(this);
  task->add_callback(
      make_callback(CallbackKind::group, task->id(), [self, heard] { self->task_done(*heard); }));
  tasks_.emplace(heard->id(), std::move(task));
}

void TaskGroup::State::enter(Loop& loop) {
  if (loop_ != nullptr) {
    throw Error("RuntimeError", "TaskGroup " + repr() + " has already been entered");
  }
  parent_ = Ref<TaskBase>(&loop.current_task());
  loop_ = &loop;
}

void TaskGroup::State::refuse_if_closed() const {
  if (loop_ == nullptr) {
    throw Error("RuntimeError", "TaskGroup " + repr() + " has not been entered");
  }
  if (exiting_ && tasks_.empty()) {
    throw Error("RuntimeError", "TaskGroup " + repr() + " is finished");
  }
  if (aborting_) {
    throw Error("RuntimeError", "TaskGroup " + repr() + " is shutting down");
  }
}

std::string TaskGroup::State::repr() const {
  std::string text = "<TaskGroup";
  text += tasks_.empty() ? "" : " tasks=" + std::to_string(tasks_.size());
  text += errors_.empty() ? "" : " errors=" + std::to_string(errors_.size());
  return text + (aborting_ ? " cancelling>" : loop_ != nullptr ? " entered>" : ">");
}

void TaskGroup::State::task_done(TaskBase& task) {
  const Ref<TaskBase> kept(&task);
  tasks_.erase(task.id());
  if (on_completed_ && tasks_.empty() && !on_completed_->done()) {
    on_completed_->finish(task.id());
  }
  if (task.cancelled() || !task.error()) {
    return;
  }
  task.retrieve();
  errors_.push_back(task.error());
  if (!parent_->done() && !aborting_ && !parent_cancel_requested_) {
    abort(task.id());
    // The parent is cancelled so that it leaves the body, or the exit's waiting, at once.
    parent_cancel_requested_ = true;
    parent_->cancel(task.id());
  }
}

void TaskGroup::State::abort(TaskId by) {
  aborting_ = true;
  const auto tasks = tasks_;
  for (const auto& [id, task] : tasks) {
    if (!task->done()) {
      task->cancel(by);
    }
  }
}

std::vector<TaskId> TaskGroup::State::members() const {
  std::vector<TaskId> ids;
  for (const auto& [id, task] : tasks_) {
    if (!task->done()) {
      ids.push_back(id);
    }
  }
  return ids;
}

std::exception_ptr TaskGroup::State::begin_exit(const std::exception_ptr& body_error) {
  exiting_ = true;
  std::exception_ptr cancellation =
      body_error && is_cancelled_error(body_error) ? body_error : nullptr;
  if (parent_cancel_requested_ && parent_->uncancel(parent_->id()) == 0) {
    cancellation = nullptr;  // it was the group's own request
  }
  if (body_error && !aborting_) {
    abort(parent_->id());
  }
  return cancellation;
}

void TaskGroup::State::finish_exit(const std::exception_ptr& body_error,
                                   const std::exception_ptr& cancellation) {
  if (cancellation && errors_.empty()) {
    std::rethrow_exception(cancellation);
  }
  if (body_error && !is_cancelled_error(body_error)) {
    errors_.push_back(body_error);
  }
  if (!errors_.empty()) {
    throw ExceptionGroup("unhandled errors in a TaskGroup", std::move(errors_));
  }
}

Coro<> TaskGroup::State::exit(Ref<State> state, std::exception_ptr body_error) {
  std::exception_ptr cancellation = state->begin_exit(body_error);
  while (!state->tasks_.empty()) {
    if (!state->on_completed_) {
      state->on_completed_ = make_counted<FutureBase>(*state->loop_, Cause::group);
    }
    if (state->wait_name_ == kNoText) {
      EventLog& log = state->loop_->recorder().log();
      state->wait_name_ = log.unique_name(EventLog::Family::wait, name_of(WaitType::group));
    }
    std::exception_ptr cancelled;
    try {
      WaitAwait completed(state->on_completed_, Reason::group, WaitType::group, state->wait_name_,
                          state->members());
      co_await completed;
    } catch (const CancelledError&) {
      cancelled = std::current_exception();
    }
    if (cancelled && !state->aborting_) {
      cancellation = cancelled;
      state->abort(state->parent_->id());
    }
    state->on_completed_ = Ref<FutureBase>();
  }
  state->finish_exit(body_error, cancellation);
}

}  // namespace interleave
