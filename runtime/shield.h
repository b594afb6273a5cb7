#pragma once

#include <utility>

#include "runtime/any_future.h"
#include "runtime/awaitable.h"
#include "runtime/scope.h"

namespace interleave {

/// What shield() gives: a future of its own, which hears of the inner one by a callback. Cancelling
/// it leaves the inner one alone.
class ShieldFuture : public FutureBase {
 public:
  explicit ShieldFuture(Ref<FutureBase> inner)
      : FutureBase(inner->loop(), Cause::shield), inner_(std::move(inner)) {}
  /// Begins to listen; apart from the constructor, since the callbacks keep it alive.
  void listen();

  bool cancel(TaskId by) override;
  using FutureBase::cancel;
  [[nodiscard]] Suspension suspension() override;
  [[nodiscard]] FutureBase& behind() override;

 private:
  void inner_done();

  Ref<FutureBase> inner_;
  /// Once it is done it has forgotten its inner one, unless somebody asked before (the recorder
  /// finds that by its callbacks).
  bool asked_before_ = false;
};

namespace detail {

template <class T>
class ShieldOf final : public ShieldFuture {
 public:
  explicit ShieldOf(AnyFuture<T> inner) : ShieldFuture(inner.state()), typed_(std::move(inner)) {}
  [[nodiscard]] T result() const { return typed_.result(); }

 private:
  AnyFuture<T> typed_;
};

}  // namespace detail

/// Guards an awaitable against the cancellation of whoever awaits it (asyncio.shield). A coroutine
/// becomes a task; what is done already is given as it is.
template <CanBeAwaited X>
[[nodiscard]] AnyFuture<AwaitedType<X>> shield(const Scope& scope, X&& awaitable) {
  using T = AwaitedType<X>;
  const Awaitable<T> given(std::forward<X>(awaitable));
  AnyFuture<T> inner = given.ensure_future(scope);
  if (inner.done()) {
    return inner;
  }
  auto outer = make_counted<detail::ShieldOf<T>>(std::move(inner));
  outer->listen();
  return AnyFuture<T>(std::move(outer), [](const FutureBase& future) -> T {
    return static_cast<const detail::ShieldOf<T>&>(future).result();
  });
}

}  // namespace interleave
