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
/// Refuses to run inside a running loop; records `loop_started`.
void begin_loop(Loop& loop);

template <class T>
Coro<T> run_main(Loop& loop, Coro<T> main) {
  begin_loop(loop);
  const auto task = make_counted<TaskOf<T>>(loop, std::move(main), TaskNames{"main"});
  LoopAwait ended = until_complete(loop, task, task->id());
  co_await ended;
  Coro<> closing = close_down(loop);
  co_await closing;
  co_return task->result();
}

}  // namespace detail

/// asyncio.run: a loop, main, the cancelling of what is left, the loop's own closing tasks. Gives
/// main's result; raises what main raised.
template <class T>
[[nodiscard]] Coro<T> run(const Scope& scope, Coro<T> main) {
  return detail::run_main(scope.loop(), std::move(main));
}

/// loop.run_forever: ends with the run's end time (Limits::until_ns), or by Loop::stop().
[[nodiscard]] LoopAwait run_forever(const Scope& scope);

}  // namespace interleave
