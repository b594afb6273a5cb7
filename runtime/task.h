#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "runtime/coro.h"
#include "runtime/errors.h"
#include "runtime/future.h"
#include "runtime/handle.h"
#include "runtime/loop.h"
#include "runtime/repr.h"
#include "runtime/scope.h"
#include "runtime/strand.h"
#include "runtime/task_created.h"

namespace interleave {

/// A coroutine that the loop runs step by step (asyncio.Task), without the type of its result. A
/// step is one stretch of running: from its start or resumption to a suspension or the end.
class TaskBase : public FutureBase, public Handle, public Strand {
 public:
  /// Records `task_created` and queues the first step.
  TaskBase(Loop& loop, const Frame& root, const TaskNames& names);
  ~TaskBase() override { complain_unretrieved("Task", id()); }

  /// One step.
  void run(Recorder& recorder);

  /// Asks for its cancellation; false if it is done. CancelledError is delivered at its suspension
  /// point, by way of what it awaits, or at its next step. See asyncio.Task.cancel.
  bool cancel(TaskId by) override;
  /// The same, asked for by the code that has the thread, at its line.
  bool cancel() override;
  /// How often cancellation was asked for and not taken back.
  [[nodiscard]] std::uint32_t cancelling() const { return cancel_requests_; }
  /// Takes one request back, at the line of the code that has the thread; gives how many are left.
  std::uint32_t uncancel();
  /// The same for the library, which stands on no line.
  std::uint32_t uncancel(TaskId by);

  /// For awaiters: gives the thread up until `future` is resolved.
  void suspend(std::coroutine_handle<> handle, Ref<FutureBase> future, Reason reason,
               std::uint32_t on);
  /// The same where `await` says how it is told.
  void suspend(std::coroutine_handle<> handle, Ref<FutureBase> future, const FutureAwait& await);
  /// For awaiters: a bare yield, queued again at once.
  void yield(Loop& loop, std::coroutine_handle<> handle) {
    resume_at = handle;
    loop.recorder().put_yield(id(), line());
    loop.call_soon(*this);
  }
  /// For a nested run: gives the thread up until resume_here(), which does not wait its turn.
  void stand_still(std::coroutine_handle<> handle, TaskId awaited);
  void resume_here();
  /// For awaiters, on resumption: raises a cancellation, or an error of asyncio's own, that was to
  /// be delivered with this step.
  void throw_if_cancelled() {
    if (throw_cancelled) {
      throw_cancelled = false;
      std::rethrow_exception(std::exchange(thrown_, nullptr));
    }
  }
  /// Whether the step that runs now began with an error: of what it had waited for, or a
  /// cancellation.
  [[nodiscard]] bool step_began_with_error() const {
    return thrown_in_step_ == loop().recorder().step;
  }
  /// Puts it back on the ready queue.
  void make_ready(Cause cause, TaskId by);
  /// The same, since the future that it awaits has been resolved.
  void wake(const FutureBase& future, Cause cause, TaskId by);

  /// What it is suspended on; null if it is not.
  [[nodiscard]] const FutureBase* waiting_on() const { return waiting_on_.get(); }
  [[nodiscard]] Reason reason() const { return reason_; }
  [[nodiscard]] std::uint32_t on() const { return on_; }
  [[nodiscard]] bool internal() const { return internal_; }
  [[nodiscard]] TaskId task_id() const override { return id(); }
  [[nodiscard]] Suspension suspension() override { return {Reason::task, id(), 0}; }
  [[nodiscard]] WaitInfo as_awaited() override;
  /// Frees its frame, recording nothing: the run is abandoned.
  void abandon() {
    drop_callbacks();
    destroy_root();
    waiting_on_ = Ref<FutureBase>();  // two tasks may await each other
  }

  [[nodiscard]] bool started() const { return started_; }
  /// The warning for a coroutine of the listing that never began; none for the library's.
  virtual void warn_never_awaited() = 0;

 protected:
  [[nodiscard]] virtual const std::exception_ptr& root_error() const = 0;
  /// Takes the result over and gives its repr; kNoText for None.
  virtual TextId take_result() = 0;
  virtual void destroy_root() = 0;
  [[nodiscard]] TextId told_result(const std::string& repr) const;

 private:
  bool request_cancel(TaskId by, std::uint16_t line);
  std::uint32_t take_back(TaskId by, std::uint16_t line);
  [[nodiscard]] TextId delivered_with_this_step();
  void give_cancelled(const FutureBase& cancelled);
  [[nodiscard]] std::string describe_thrown() const;
  [[nodiscard]] bool is_cancelled(const std::exception_ptr& error) const;
  bool begin_step();
  void go_on(Recorder& recorder);
  void end();
  void end_without_result(std::exception_ptr error);
  void leave_root(Recorder& recorder);
  void keep_cancelled_error(const std::exception_ptr& error);
  void refuse_to_await_itself(std::coroutine_handle<> handle);
  void tell_what_is_untold();
  void tell_suspended(Suspension suspension);

  // What a step reads and writes stands together, from Handle to on_: one cache line.
  bool must_cancel_ = false;
  bool started_ = false;
  bool internal_ = false;
  Ref<FutureBase> waiting_on_;
  Reason reason_ = Reason::yield;
  Cause asked_how_ = Cause::cancel;
  std::uint32_t on_ = 0;
  TaskId asked_by_ = kProgram;
  std::uint32_t cancel_requests_ = 0;
  /// A suspension that has not been told yet.
  const FutureAwait* untold_ = nullptr;
  Frame* untold_top_ = nullptr;
  /// What is to be thrown out of the suspension that it goes on from.
  std::exception_ptr thrown_;
  /// The CancelledError that it was given last, and its message: what it mostly ends with. To know
  /// it again costs nothing; to ask an exception_ptr what it is costs a throw.
  std::exception_ptr given_cancelled_;

 public:
  /// Place in the loop's list of live tasks; the loop's.
  std::uint32_t live_index = 0;
  /// Whether a warning is due if it is destroyed while pending; not where the program never held
  /// it.
  bool log_destroy_pending = true;

 protected:
  /// A cancellation that comes before its first step is delivered inside (an async generator's
  /// aclose), not in place of it.
  bool takes_early_cancellation_ = false;

 private:
  TextId given_message_ = kNoText;
  /// The last step that began with an error.
  std::uint32_t thrown_in_step_ = 0;
};

inline void TaskBase::run(Recorder& recorder) {
  recorder.current = this;
  ++recorder.step;
  if (!waiting_on_ && !must_cancel_) {  // it has yielded, or it is new
    recorder.put(started_ ? Kind::task_resumed : Kind::task_started, 0, id(), line(), kNoText);
    started_ = true;
  } else if (!begin_step()) {
    return;
  }
  go_on(recorder);
}

inline void TaskBase::go_on(Recorder& recorder) {
  drive(std::exchange(resume_at, nullptr));
  if (recorder.ended() != Recorder::Ended::no) {
    throw RunEnded{};
  }
  if (!resume_at) {  // no suspension: it has come to its end
    end();
  }
  recorder.current = nullptr;
}

/// A task with a result of type T.
template <class T>
class TaskOf final : public TaskBase {
 public:
  TaskOf(Loop& loop, Coro<T> coro, const TaskNames& names)
      : TaskBase(loop, coro.handle().promise().named_frame(loop), names), root_(std::move(coro)) {
    root_.handle().promise().begin_in(*this);
    resume_at = root_.handle();
  }
  /// Its result; raises what it failed with, or Error (InvalidStateError) while it is pending.
  [[nodiscard]] T result() const {
    raise_if_failed();
    if constexpr (!std::is_void_v<T>) {
      return *value_;
    }
  }
  void warn_never_awaited() override { root_.handle().promise().warn_never_awaited(); }
  void take_early_cancellation() { takes_early_cancellation_ = true; }

 private:
  using Stored = std::conditional_t<std::is_void_v<T>, std::monostate, std::optional<T>>;
  [[nodiscard]] const std::exception_ptr& root_error() const override {
    return root_.handle().promise().error();
  }
  TextId take_result() override {
    if constexpr (std::is_void_v<T>) {
      return kNoText;
    } else {
      value_.emplace(root_.handle().promise().take());
      return told_result(repr(*value_));
    }
  }
  void destroy_root() override { root_.destroy(); }

  [[no_unique_address]] Stored value_;
  Coro<T> root_;
};

/// A task as a program holds it. Awaiting it waits for its end and gives its result.
template <class T = void>
class Task {
 public:
  explicit Task(Ref<TaskOf<T>> state) : state_(std::move(state)) {}

  [[nodiscard]] bool done() const { return state_->done(); }
  [[nodiscard]] bool cancelled() const { return state_->cancelled(); }
  [[nodiscard]] T result() const { return state_->result(); }
  /// What it failed with, or null; see FutureBase::exception.
  [[nodiscard]] std::exception_ptr exception() const { return state_->exception(); }
  bool cancel() const { return state_->TaskBase::cancel(); }
  bool cancel(std::string_view message) const { return state_->cancel_saying(message); }
  [[nodiscard]] TaskId id() const { return state_->id(); }
  [[nodiscard]] const Ref<TaskOf<T>>& state() const { return state_; }

  struct Await : FutureAwait {
    Ref<TaskOf<T>> state;
    explicit Await(Ref<TaskOf<T>> task)
        : FutureAwait(Ref<FutureBase>(task)), state(std::move(task)) {}
    T await_resume() const {
      FutureAwait::await_resume();
      return state->result();
    }
  };
  Await operator co_await() const { return Await(state_); }

 private:
  Ref<TaskOf<T>> state_;
};

/// Makes a task of a coroutine: its first step is queued, the creator goes on
/// (asyncio.create_task). No default arguments here: GCC 12 destroys such temporaries of a co_await
/// operand twice.
template <class T>
Task<T> create_task(const Scope& scope, Coro<T> coro, const TaskNames& names) {
  auto state = make_counted<TaskOf<T>>(scope.loop(), std::move(coro), names);
  return Task<T>(std::move(state));
}
template <class T>
Task<T> create_task(const Scope& scope, Coro<T> coro) {
  return create_task(scope, std::move(coro), TaskNames());
}

}  // namespace interleave
