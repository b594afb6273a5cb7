#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <utility>
#include <vector>

#include "runtime/any_future.h"
#include "runtime/awaitable.h"
#include "runtime/clock.h"
#include "runtime/coro.h"
#include "runtime/scope.h"
#include "runtime/timer.h"
#include "runtime/waiters.h"

namespace interleave {

/// The order in which futures are done, without the type of their results.
class CompletionOrder : public Counted {
 public:
  CompletionOrder(Loop& loop, std::vector<Ref<FutureBase>> futures);
  /// Begins to listen; apart from the constructor, since the callbacks keep it alive.
  void listen(std::optional<Duration> timeout);

  /// Waits for the next: its place in the order given. Throws Error (TimeoutError) when the time
  /// was up before.
  [[nodiscard]] static Coro<std::size_t> next(Ref<CompletionOrder> order);

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  void heard_of(std::size_t place);
  void on_timeout();
  void put(std::size_t place, TaskId by);
  /// Its wait, told before the first suspension only.
  [[nodiscard]] Suspension suspension();
  friend class NextAwaited;

  Loop* loop_;
  std::vector<Ref<FutureBase>> futures_;
  // Not owned, since they own this: a future's callback while it is to do, the timer while it is
  // set.
  std::vector<const Callback*> callbacks_;
  std::vector<bool> to_do_;
  std::size_t left_ = 0;
  Timer* timer_ = nullptr;
  std::deque<std::size_t> done_;
  Waiters getters_;
  WaitId wait_ = 0;
};

/// Results in the order in which they come (asyncio.as_completed):
///
///     auto completed = as_completed(s.at("as_completed"), std::move(coros));
///     while (completed.has_more()) {
///       s.at("await");
///       use(co_await completed.next());
///     }
template <class T>
class AsCompleted {
 public:
  AsCompleted(Ref<CompletionOrder> order, std::vector<AnyFuture<T>> futures)
      : order_(std::move(order)), futures_(std::move(futures)) {}

  [[nodiscard]] bool has_more() const { return given_ < futures_.size(); }
  /// A coroutine: the next result; raises what that one raised, or Error (TimeoutError).
  [[nodiscard]] Coro<T> next() {
    ++given_;
    Loop& loop = futures_.front().state()->loop();
    return named(loop, "as_completed.<locals>._wait_for_one", next_of(order_, futures_));
  }

 private:
  static Coro<T> next_of(Ref<CompletionOrder> order, std::vector<AnyFuture<T>> futures) {
    Coro<std::size_t> next = CompletionOrder::next(std::move(order));
    const std::size_t place = co_await next;
    co_return futures[place].result();
  }

  Ref<CompletionOrder> order_;
  std::vector<AnyFuture<T>> futures_;
  std::size_t given_ = 0;
};

/// Each coroutine becomes a task. With a timeout, next() raises TimeoutError (Error) for those that
/// are not done by then; none is cancelled.
template <CanBeAwaited X>
[[nodiscard]] auto as_completed(const Scope& scope, std::vector<X> all,
                                std::optional<Duration> timeout = std::nullopt) {
  using T = AwaitedType<X>;
  std::vector<AnyFuture<T>> futures;
  std::vector<Ref<FutureBase>> bases;
  for (const Awaitable<T>& one : each_once(awaitables(std::move(all)))) {
    futures.push_back(one.ensure_future(scope));
    bases.push_back(futures.back().state());
  }
  auto order = make_counted<CompletionOrder>(scope.loop(), std::move(bases));
  order->listen(timeout);
  return AsCompleted<T>(std::move(order), std::move(futures));
}

}  // namespace interleave
