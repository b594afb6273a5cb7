#pragma once

#include <coroutine>
#include <optional>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <vector>

#include "runtime/any_future.h"
#include "runtime/errors.h"
#include "runtime/task.h"

namespace interleave {

namespace detail {

// What a handle's state gives: the T of Task<T>, Future<T>, JobFuture<T>.
template <class H>
using ResultOf = std::remove_cvref_t<decltype(std::declval<const H&>().state()->result())>;

template <class State, class T>
T read_future(const FutureBase& future) {
  return static_cast<const State&>(future).result();
}

template <class X>
struct AwaitedBy {};
template <class T>
struct AwaitedBy<Coro<T>> {
  using type = T;
};
template <class T>
struct AwaitedBy<AnyFuture<T>> {
  using type = T;
};
template <class H>
requires requires(const H& handle) { handle.state()->result(); }
struct AwaitedBy<H> {
  using type = ResultOf<H>;
};

}  // namespace detail

/// A task, a future of the program, a job: any handle of a future, as an AnyFuture.
template <class H>
requires requires(const H& handle) { handle.state()->result(); }
[[nodiscard]] AnyFuture<detail::ResultOf<H>> any_future(const H& handle) {
  using T = detail::ResultOf<H>;
  using State = std::remove_cvref_t<decltype(*handle.state())>;
  return AnyFuture<T>(Ref<FutureBase>(handle.state()), detail::read_future<State, T>);
}
template <class T>
[[nodiscard]] AnyFuture<T> any_future(AnyFuture<T> future) {
  return future;
}

/// Whatever can be awaited and gives a T: a coroutine, or a future of any kind. A handle, as a
/// variable in Python is: copies are the same coroutine, which can run once.
template <class T>
class Awaitable {
 public:
  Awaitable(Coro<T> coro)  // NOLINT: as Python takes either
      : coro_(make_counted<Shared>(std::move(coro))) {}
  template <class F>
  requires requires(const F& future) { any_future(future); }
  Awaitable(const F& future) : future_(any_future(future)) {}  // NOLINT: as Python takes either

  /// Which coroutine or future it is: the same for every copy, another for every other.
  [[nodiscard]] const void* identity() const {
    return future_ ? static_cast<const void*>(future_->state().get()) : coro_.get();
  }
  [[nodiscard]] bool is_coroutine() const { return !future_; }

  /// asyncio.ensure_future: a coroutine becomes a task, a future is itself.
  [[nodiscard]] AnyFuture<T> ensure_future(const Scope& scope) const {
    return future_ ? *future_ : any_future(create_task(scope, take()));
  }
  /// The coroutine itself, for create_task. Throws Error (RuntimeError) if it has been awaited.
  [[nodiscard]] Coro<T> take() const {
    coro_->refuse_if_used();
    coro_->used = true;
    return std::move(coro_->coro);
  }

  class Await {
   public:
    explicit Await(const Awaitable& awaited) : awaited_(awaited) {
      if (awaited_.future_) {
        future_.emplace(*awaited_.future_);
        await_.emplace(future_->operator co_await());
      } else {
        awaited_.coro_->refuse_if_used();
      }
    }
    [[nodiscard]] bool await_ready() const { return await_ && await_->await_ready(); }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> handle) {
      if (await_) {
        await_->await_suspend(handle);
        return;
      }
      awaited_.coro_->used = true;
      awaited_.coro_->coro.operator co_await().await_suspend(handle);
    }
    T await_resume() const {
      return await_ ? await_->await_resume()
                    : awaited_.coro_->coro.operator co_await().await_resume();
    }

   private:
    Awaitable awaited_;
    std::optional<AnyFuture<T>> future_;
    std::optional<typename AnyFuture<T>::Await> await_;
  };
  Await operator co_await() const { return Await(*this); }

 private:
  struct Shared : Counted {
    explicit Shared(Coro<T> owned) : coro(std::move(owned)) {}
    void refuse_if_used() const {
      if (used) {
        throw Error("RuntimeError", "cannot reuse already awaited coroutine");
      }
    }
    Coro<T> coro;
    bool used = false;
  };

  Ref<Shared> coro_;
  std::optional<AnyFuture<T>> future_;
};

namespace detail {
template <class T>
struct AwaitedBy<Awaitable<T>> {
  using type = T;
};
}  // namespace detail

/// The T that awaiting an X gives.
template <class X>
using AwaitedType = typename detail::AwaitedBy<std::remove_cvref_t<X>>::type;
template <class X>
concept CanBeAwaited = requires {
  typename AwaitedType<X>;
};

/// Several awaitables of one type, in their order.
template <CanBeAwaited First, CanBeAwaited... More>
[[nodiscard]] auto awaitables(First&& first, More&&... more) {
  using T = AwaitedType<First>;
  static_assert((std::is_same_v<T, AwaitedType<More>> && ...), "awaitables of one type");
  std::vector<Awaitable<T>> all;
  all.reserve(1 + sizeof...(More));
  all.emplace_back(std::forward<First>(first));
  (all.emplace_back(std::forward<More>(more)), ...);
  return all;
}
template <CanBeAwaited X>
[[nodiscard]] std::vector<Awaitable<AwaitedType<X>>> awaitables(std::vector<X> given) {
  std::vector<Awaitable<AwaitedType<X>>> all;
  all.reserve(given.size());
  for (X& one : given) {
    all.emplace_back(std::move(one));
  }
  return all;
}

/// Each once, in the order given: Python's set(fs), in an order that is always the same.
template <class T>
[[nodiscard]] std::vector<Awaitable<T>> each_once(const std::vector<Awaitable<T>>& all) {
  std::vector<Awaitable<T>> once;
  std::unordered_set<const void*> known;
  for (const auto& one : all) {
    if (known.insert(one.identity()).second) {
      once.push_back(one);
    }
  }
  return once;
}

}  // namespace interleave
