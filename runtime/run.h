#pragma once

#include <coroutine>
#include <utility>

#include "runtime/coro.h"
#include "runtime/loop.h"
#include "runtime/task.h"

namespace interleave {

/// Gives the thread to the event loop until that stops.
class LoopAwait {
 public:
  explicit LoopAwait(Loop& loop) : loop_(&loop) {}
  [[nodiscard]] bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> handle) const;
  void await_resume() const noexcept {}

 private:
  Loop* loop_;
};

namespace detail {

/// run_until_complete: the loop stops with the iteration that hears of the end of `future`.
[[nodiscard]] LoopAwait until_complete(Loop& loop, Ref<FutureBase> future, TaskId heard_of);
/// The ending of asyncio.run: cancels what is left and lets it clean up, closes the loop down.
[[nodiscard]] Coro<> close_down(Loop& loop);
/// Records `loop_started`, once until the loop is closed. Throws Error (RuntimeError) with that
/// text inside a running loop.
void begin_loop(Loop& loop, const char* refusal);
/// Records `loop_stopped`, if it was started.
void report_stopped(Loop& loop);
/// Whether it stopped for another reason than its end: throws Error (RuntimeError).
void check_ended(const FutureBase& future);

template <class T>
Coro<T> run_main(Loop& loop, Coro<T> main) {
  begin_loop(loop, "asyncio.run() cannot be called from a running event loop");
  const auto task = make_counted<TaskOf<T>>(loop, std::move(main), TaskNames{"main"});
  LoopAwait ended = until_complete(loop, task, task->id());
  co_await ended;
  Coro<> closing = close_down(loop);
  co_await closing;
  co_return task->result();
}

template <class T>
Coro<T> run_task(Loop& loop, Ref<TaskOf<T>> task) {
  LoopAwait ended = until_complete(loop, task, task->id());
  co_await ended;
  check_ended(*task);
  co_return task->result();
}

template <class T>
Coro<T> run_root(Loop& loop, Coro<T> root) {
  begin_loop(loop, "This event loop is already running");
  auto task = make_counted<TaskOf<T>>(loop, std::move(root), TaskNames{"main"});
  task->log_destroy_pending = false;
  Coro<T> ended = run_task(loop, std::move(task));
  co_return co_await ended;
}

template <class T>
Coro<T> run_made_task(Loop& loop, Ref<TaskOf<T>> task) {
  begin_loop(loop, "This event loop is already running");
  Coro<T> ended = run_task(loop, std::move(task));
  co_return co_await ended;
}

}  // namespace detail

/// asyncio.run: a loop, main, the cancelling of what is left, the loop's own closing tasks. Gives
/// main's result; raises what main raised.
template <class T>
[[nodiscard]] Coro<T> run(const Scope& scope, Coro<T> main) {
  return detail::run_main(scope.loop(), std::move(main));
}

/// loop.run_until_complete of a loop run by hand: of a coroutine, which becomes a task named
/// `main`, or of a task. What else is under way stays so.
template <class T>
[[nodiscard]] Coro<T> run_until_complete(const Scope& scope, Coro<T> main) {
  return detail::run_root(scope.loop(), std::move(main));
}
template <class T>
[[nodiscard]] Coro<T> run_until_complete(const Scope& scope, const Task<T>& task) {
  return detail::run_made_task(scope.loop(), task.state());
}

/// loop.close: nothing of it runs any more; tasks that are pending are destroyed, with a warning.
/// Throws Error (RuntimeError) while it runs. The next run opens a new loop.
void close_loop(const Scope& scope);
/// loop.stop: the loop ends with its current iteration.
void stop_loop(const Scope& scope);

/// loop.run_forever: ends with the run's end time (Limits::until_ns), or by Loop::stop().
[[nodiscard]] LoopAwait run_forever(const Scope& scope);

}  // namespace interleave
