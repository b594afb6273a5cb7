#pragma once

#include <cstdint>
#include <optional>
#include <unordered_set>
#include <utility>
#include <vector>

#include "runtime/any_future.h"
#include "runtime/awaitable.h"
#include "runtime/clock.h"
#include "runtime/coro.h"
#include "runtime/scope.h"

namespace interleave {

/// What wait() waits for: asyncio's FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED.
enum class ReturnWhen : std::uint8_t { first_completed, first_exception, all_completed };

/// What wait() gives: which are done and which are not, in the order given.
template <class T>
struct Waited {
  std::vector<AnyFuture<T>> done;
  std::vector<AnyFuture<T>> pending;
};

namespace detail {

/// Until enough of them are done, or the time is up.
[[nodiscard]] Coro<> wait_until_enough(Loop& loop, std::vector<Ref<FutureBase>> futures,
                                       std::optional<Duration> timeout, ReturnWhen when);

template <class T>
Coro<Waited<T>> wait(Loop& loop, std::vector<AnyFuture<T>> given, std::optional<Duration> timeout,
                     ReturnWhen when) {
  std::vector<Ref<FutureBase>> futures;
  for (const auto& future : given) {
    futures.push_back(future.state());
  }
  Coro<> enough = wait_until_enough(loop, std::move(futures), timeout, when);
  co_await enough;
  Waited<T> waited;
  for (const auto& future : given) {
    (future.done() ? waited.done : waited.pending).push_back(future);
  }
  co_return waited;
}

}  // namespace detail

/// Waits for some or all of several futures, for so long at most if there is a timeout
/// (asyncio.wait). Cancels nothing, and raises nothing of theirs. Where CPython gives sets, the
/// order is that given. Throws Error (ValueError) for none at all. Nothing happens until this is
/// awaited.
template <CanBeAwaited F>
[[nodiscard]] Coro<Waited<AwaitedType<F>>> wait(const Scope& scope, const std::vector<F>& futures,
                                                std::optional<Duration> timeout, ReturnWhen when) {
  using T = AwaitedType<F>;
  std::vector<AnyFuture<T>> given;
  std::unordered_set<const FutureBase*> known;
  for (const F& one : futures) {
    if (known.insert(any_future(one).state().get()).second) {
      given.push_back(any_future(one));
    }
  }
  return named(scope.loop(), "wait",
               detail::wait<T>(scope.loop(), std::move(given), timeout, when));
}
/// The same until all are done.
template <CanBeAwaited F>
[[nodiscard]] Coro<Waited<AwaitedType<F>>> wait(const Scope& scope, const std::vector<F>& futures) {
  return wait(scope, futures, std::nullopt, ReturnWhen::all_completed);
}

}  // namespace interleave
