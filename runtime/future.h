#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "runtime/counted.h"
#include "runtime/event.h"
#include "runtime/event_log.h"
#include "runtime/handle.h"
#include "runtime/listeners.h"

namespace interleave {

class Loop;
class TaskBase;

/// How it is told that a task gives the thread up: its reason, on what, and the `wait_on` before it
/// (0: none).
struct Suspension {
  Reason reason = Reason::future;
  std::uint32_t on = 0;
  WaitId wait_on = 0;
};

/// A result that is not there yet (asyncio.Future): pending, finished (with a result or an
/// exception) or cancelled. Its callbacks are queued, in order, when it is resolved; none runs at
/// once. An exception that nobody has retrieved when it goes is complained of.
class FutureBase : public Counted {
 public:
  enum class Status : std::uint8_t { pending, finished, cancelled };

  /// `cause`: what its waiter's `task_ready` gives when it is resolved.
  explicit FutureBase(Loop& loop, Cause cause = Cause::future) : loop_(&loop), cause_(cause) {}
  ~FutureBase() override;

  [[nodiscard]] Loop& loop() const { return *loop_; }
  [[nodiscard]] Cause cause() const { return cause_; }
  [[nodiscard]] bool done() const { return status_ != Status::pending; }
  [[nodiscard]] bool cancelled() const { return status_ == Status::cancelled; }
  /// What it failed with; null if it did not. This does not count as retrieving it.
  [[nodiscard]] const std::exception_ptr& error() const { return error_; }
  /// Future.exception(): what it failed with, or null. Throws CancelledError, or Error
  /// (InvalidStateError) while it is pending.
  [[nodiscard]] std::exception_ptr exception() const;
  /// Somebody has seen what it failed with.
  void retrieve() const { unretrieved_ = false; }

  /// Cancels it; false if it was done. `by` is who asks.
  virtual bool cancel(TaskId by);
  /// The same, asked for by the code that has the thread, at its line.
  virtual bool cancel();
  /// Either with a message for the CancelledError, which is passed on with it.
  bool cancel_saying(std::string_view message);
  /// That message; empty where there is none.
  [[nodiscard]] std::string cancel_message() const;
  [[nodiscard]] TextId cancel_message_id() const { return cancel_message_; }
  /// The CancelledError of a cancelled one. A task's own is given once; then it is made anew.
  [[nodiscard]] std::exception_ptr make_cancelled_error() const;
  /// Raises what Future.result() raises: CancelledError, its exception, or Error
  /// (InvalidStateError) while it is pending.
  void raise_if_failed() const;

  /// The task is put on the ready queue when this is resolved.
  void add_waiter(TaskBase& task);
  /// How many tasks wait for it.
  [[nodiscard]] std::size_t waiting_tasks() const;
  /// The callback is queued when this is resolved, or at once if it has been.
  void add_callback(Ref<Callback> callback);
  /// Takes a callback away that has not been queued yet; gives how many there were.
  std::size_t remove_callback(const Callback& callback);
  /// Breaks the cycles of an abandoned run: a gather's callbacks hold it, it holds its children.
  void drop_callbacks();

  /// Resolves it. `by`: the task whose step or done-callback does; kProgram for a timer or a
  /// worker.
  void finish(TaskId by) { resolve(Status::finished, cause_, by); }
  /// The same where what ends the waiting is not always the same: a timer, say.
  void finish(Cause cause, TaskId by) { resolve(Status::finished, cause, by); }
  void fail(std::exception_ptr error, TaskId by);

  /// A task's id; 0 of a future that is no task's.
  [[nodiscard]] virtual TaskId task_id() const { return kProgram; }
  /// How it is told that a task awaits it.
  [[nodiscard]] virtual Suspension suspension() { return {}; }
  /// As what a wait_for or a shield of it is told; without a name if it has none.
  [[nodiscard]] virtual WaitInfo as_awaited() { return {}; }
  /// What a wait_for of it waits for: a shield's inner future, else itself.
  [[nodiscard]] virtual FutureBase& behind() { return *this; }

 protected:
  void resolve(Status status, Cause cause, TaskId by);
  void set_cancel_message(TextId message, bool given_once) {
    cancel_message_ = message;
    message_given_once_ = given_once;
  }
  /// Complains of an exception that nobody has retrieved, as CPython's finalizer does; for the
  /// destructors of what asyncio calls by another name.
  void complain_unretrieved(std::string_view what, TaskId task) noexcept {
    if (unretrieved_) [[unlikely]] {
      say_unretrieved(what, task);
    }
  }

 private:
  static constexpr std::uint32_t kNowhere = std::numeric_limits<std::uint32_t>::max();
  void say_unretrieved(std::string_view what, TaskId task) noexcept;
  void leave_list() {
    if (place_ != kNowhere) {
      leave_list_at_its_place();
    }
  }
  void leave_list_at_its_place();

  Loop* loop_;
  Cause cause_;
  Status status_ = Status::pending;
  mutable bool unretrieved_ = false;
  bool message_given_once_ = false;
  mutable TextId cancel_message_ = kNoText;
  /// Place in the loop's list of those that have callbacks and are no tasks.
  std::uint32_t place_ = kNowhere;
  std::exception_ptr error_;
  Listeners listeners_;
};

/// A wait_for or a shield of that future, as a suspension.
[[nodiscard]] Suspension suspension_within(Reason reason, FutureBase& awaited);

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
  /// Told as the future itself says.
  explicit FutureAwait(Ref<FutureBase> future) : future_(std::move(future)), by_itself_(true) {}
  FutureAwait(Ref<FutureBase> future, Reason reason, std::uint32_t on)
      : future_(std::move(future)), reason_(reason), on_(on) {}
  FutureAwait(const FutureAwait&) = default;
  FutureAwait(FutureAwait&&) = default;
  FutureAwait& operator=(const FutureAwait&) = default;
  FutureAwait& operator=(FutureAwait&&) = default;
  virtual ~FutureAwait() = default;

  [[nodiscard]] bool await_ready() const { return future_->done(); }
  void await_suspend(std::coroutine_handle<> handle);
  void await_resume() const;
  [[nodiscard]] FutureBase& future() const { return *future_; }
  /// How it is told; asked once, when it is.
  [[nodiscard]] virtual Suspension suspension() const {
    return by_itself_ ? future_->suspension() : Suspension{reason_, on_, 0};
  }

 private:
  Ref<FutureBase> future_;
  Reason reason_ = Reason::future;
  bool by_itself_ = false;
  std::uint32_t on_ = 0;
  TaskBase* task_ = nullptr;
};

}  // namespace interleave
