#pragma once

#include <optional>
#include <utility>

#include "runtime/any_future.h"
#include "runtime/awaitable.h"
#include "runtime/clock.h"
#include "runtime/coro.h"
#include "runtime/errors.h"
#include "runtime/scope.h"
#include "runtime/timer.h"

namespace interleave {

namespace detail {

/// What wait_for itself waits on, let go when the time is up or by the end of what it waits for.
struct TimeLimit {
  Ref<FutureBase> waiter;
  Ref<Timer> timer;
};
/// Sets the timer.
[[nodiscard]] TimeLimit begin_limit(Loop& loop, Duration timeout);
/// Until `future` is done or the time is up; then cancels it and waits until that has happened.
/// True if the time was up.
[[nodiscard]] Coro<bool> wait_at_most(Ref<FutureBase> future, TimeLimit limit);
/// Cancels it and waits until it is done.
[[nodiscard]] Coro<> cancel_and_wait(Ref<FutureBase> future);

// The order of steps is CPython's (Lib/asyncio/tasks.py, 3.11).
template <class T>
Coro<T> wait_for(Loop& loop, Scope scope, Awaitable<T> awaited, std::optional<Duration> timeout) {
  if (!timeout) {
    co_return co_await awaited;
  }
  bool out_of_time = true;
  std::optional<AnyFuture<T>> future;
  if (*timeout <= Duration::zero()) {
    future.emplace(awaited.ensure_future(scope));
    if (future->done()) {
      co_return future->result();
    }
    Coro<> ended = cancel_and_wait(future->state());
    co_await ended;
  } else {
    TimeLimit limit = begin_limit(loop, *timeout);  // before the task is made
    future.emplace(awaited.ensure_future(scope));
    Coro<bool> ended = wait_at_most(future->state(), std::move(limit));
    out_of_time = co_await ended;
  }
  if (!out_of_time) {
    co_return future->result();
  }
  try {
    co_return future->result();
  } catch (const CancelledError&) {
    throw Error("TimeoutError", "");
  }
}

}  // namespace detail

/// Awaits one thing, for so long (asyncio.wait_for, 3.11): a coroutine becomes a task. When the
/// time is up it is cancelled, and once that has ended TimeoutError (Error) is raised, unless it
/// came to a result or an error of its own. Without a timeout it is awaited as it is. Nothing
/// happens until this is awaited.
template <CanBeAwaited X>
[[nodiscard]] Coro<AwaitedType<X>> wait_for(const Scope& scope, X&& awaitable,
                                            std::optional<Duration> timeout) {
  using T = AwaitedType<X>;
  Awaitable<T> given(std::forward<X>(awaitable));
  return named(scope.loop(), "wait_for",
               detail::wait_for<T>(scope.loop(), scope, std::move(given), timeout));
}

}  // namespace interleave
