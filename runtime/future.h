#pragma once

#include <coroutine>
#include <cstdint>
#include <exception>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "runtime/counted.h"
#include "runtime/event.h"
#include "runtime/handle.h"

namespace interleave {

class Loop;
class TaskBase;

/// A result that is not there yet (asyncio.Future): pending, finished (with a result or an
/// exception) or cancelled. Its callbacks are queued, in order, when it is resolved; none runs at
/// once.
class FutureBase : public Counted {
 public:
  enum class Status : std::uint8_t { pending, finished, cancelled };

  /// `cause`: what its waiter's `task_ready` gives when it is resolved.
  explicit FutureBase(Loop& loop, Cause cause = Cause::future) : loop_(&loop), cause_(cause) {}

  [[nodiscard]] Loop& loop() const { return *loop_; }
  [[nodiscard]] bool done() const { return status_ != Status::pending; }
  [[nodiscard]] bool cancelled() const { return status_ == Status::cancelled; }
  /// What it failed with; null if it did not.
  [[nodiscard]] const std::exception_ptr& error() const { return error_; }

  /// Cancels it; false if it was done. `by` is who asks.
  virtual bool cancel(TaskId by);
  /// Raises what awaiting it raises: CancelledError, its exception, or nothing.
  void raise_if_failed() const;

  /// The task is put on the ready queue when this is resolved.
  void add_waiter(TaskBase& task) { callbacks_.emplace_back(&task); }
  /// The callback is queued when this is resolved, or at once if it has been.
  void add_callback(Ref<Callback> callback);
  /// Takes a callback away that has not been queued yet.
  void remove_callback(const Callback& callback);

  /// Resolves it. `by`: the task whose step or done-callback does; kProgram for a timer or a
  /// worker.
  void finish(TaskId by) { resolve(Status::finished, cause_, by); }
  void fail(std::exception_ptr error, TaskId by);

 protected:
  /// Breaks the cycles of an abandoned run: a gather's callbacks hold it, it holds its children.
  void drop_callbacks() { callbacks_.clear(); }
  void resolve(Status status, Cause cause, TaskId by);

 private:
  Loop* loop_;
  Cause cause_;
  Status status_ = Status::pending;
  std::exception_ptr error_;
  std::vector<std::variant<TaskBase*, Ref<Callback>>> callbacks_;
};

/// A future with a result of type T.
template <class T>
class FutureOf : public FutureBase {
 public:
  using FutureBase::FutureBase;
  void set_result(T value, TaskId by) {
    value_.emplace(std::move(value));
    finish(by);
  }
  [[nodiscard]] const T& result() const {
    raise_if_failed();
    return *value_;
  }

 private:
  std::optional<T> value_;
};

/// Waits for a future within a task; nothing is suspended if it is done.
class FutureAwait {
 public:
  FutureAwait(Ref<FutureBase> future, Reason reason, std::uint32_t on)
      : future_(std::move(future)), reason_(reason), on_(on) {}

  [[nodiscard]] bool await_ready() const { return future_->done(); }
  void await_suspend(std::coroutine_handle<> handle);
  void await_resume() const;
  [[nodiscard]] FutureBase& future() const { return *future_; }

 protected:
  void set_on(std::uint32_t on) { on_ = on; }

 private:
  Ref<FutureBase> future_;
  Reason reason_;
  std::uint32_t on_;
  TaskBase* task_ = nullptr;
};

}  // namespace interleave
