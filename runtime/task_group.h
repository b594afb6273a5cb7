#pragma once

#include <exception>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "runtime/coro.h"
#include "runtime/future.h"
#include "runtime/scope.h"
#include "runtime/task.h"

namespace interleave {

/// Tasks that end together (asyncio.TaskGroup, 3.11.7): the first failure cancels the rest, and the
/// parent too, also while it waits in exit(); what failed comes out as an ExceptionGroup.
///
///     TaskGroup group(s.at("async with"));
///     group.create_task(s.at("create_task(a"), a(...));
///     s.at("async with");
///     co_await group.exit();
///
/// exit() is the end of the `async with` and must be awaited, with what the body raised, if it did.
class TaskGroup {
 public:
  explicit TaskGroup(const Scope& scope) : TaskGroup() { enter(scope); }
  /// One that is still to be entered.
  TaskGroup() : state_(make_counted<State>()) {}
  /// Throws Error (RuntimeError) if it has been entered.
  void enter(const Scope& scope) { state_->enter(scope.loop()); }

  /// Throws Error (RuntimeError) before it is entered, and once it is shutting down or has been
  /// left.
  template <class T>
  Task<T> create_task(const Scope& scope, Coro<T> coro, const TaskNames& names) {
    state_->refuse_if_closed();
    Task<T> task = interleave::create_task(scope, std::move(coro), names);
    state_->add(task.state());
    return task;
  }
  template <class T>
  Task<T> create_task(const Scope& scope, Coro<T> coro) {
    return create_task(scope, std::move(coro), TaskNames());
  }
  /// Throws as create_task() does, for who has not made the coroutine yet.
  void refuse_if_over() const { state_->refuse_if_closed(); }
  /// Waits for every task. Raises the group of what they raised.
  [[nodiscard]] Coro<> exit() { return exit(std::exception_ptr()); }
  [[nodiscard]] Coro<> exit(std::exception_ptr body_error);

 private:
  class State : public Counted {
   public:
    void enter(Loop& loop);
    void add(Ref<TaskBase> task);
    void refuse_if_closed() const;
    static Coro<> exit(Ref<State> state, std::exception_ptr body_error);

   private:
    [[nodiscard]] std::string repr() const;
    void task_done(TaskBase& task);
    void abort(TaskId by);
    /// Those that are not done.
    [[nodiscard]] std::vector<TaskId> members() const;
    /// __aexit__ before its waiting; gives the cancellation to be passed on, if any.
    std::exception_ptr begin_exit(const std::exception_ptr& body_error);
    void finish_exit(const std::exception_ptr& body_error, const std::exception_ptr& cancellation);

    Loop* loop_ = nullptr;
    Ref<TaskBase> parent_;
    std::map<TaskId, Ref<TaskBase>> tasks_;  // in the order in which they were made
    std::vector<std::exception_ptr> errors_;
    Ref<FutureBase> on_completed_;
    TextId wait_name_ = kNoText;
    bool exiting_ = false;
    bool aborting_ = false;
    bool parent_cancel_requested_ = false;
  };

  Ref<State> state_;
};

}  // namespace interleave
