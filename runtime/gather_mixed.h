#pragma once

#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

#include "runtime/gather.h"

namespace interleave {

namespace detail {

template <class T>
using Held = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

template <class T>
Held<T> held_result(const AnyFuture<T>& future) {
  if constexpr (std::is_void_v<T>) {
    future.result();
    return {};
  } else {
    return future.result();
  }
}

template <class... Ts>
class GatherMixed final : public GatherFuture {
 public:
  using GatherFuture::GatherFuture;
  void keep(std::tuple<AnyFuture<Ts>...> children) { children_.emplace(std::move(children)); }
  [[nodiscard]] std::tuple<Held<Ts>...> results() const {
    return std::apply(
        [](const AnyFuture<Ts>&... child) { return std::tuple(held_result<Ts>(child)...); },
        *children_);
  }

 private:
  std::optional<std::tuple<AnyFuture<Ts>...>> children_;
};

}  // namespace detail

/// gather() of awaitables of different types: gives a tuple of their results, in the order of the
/// arguments (std::monostate for one that has none).
template <CanBeAwaited... Xs>
[[nodiscard]] auto gather_mixed(const Scope& scope, Xs&&... awaited) {
  using Gathered = detail::GatherMixed<AwaitedType<Xs>...>;
  using Results = std::tuple<detail::Held<AwaitedType<Xs>>...>;
  auto gathered = make_counted<Gathered>(scope.loop());
  const auto listened_to = [&gathered](auto child) {
    gathered->add(child.state());
    return child;
  };
  // In braces, so that it goes from left to right.
  std::tuple<AnyFuture<AwaitedType<Xs>>...> children{
      listened_to(Awaitable<AwaitedType<Xs>>(std::forward<Xs>(awaited)).ensure_future(scope))...};
  gathered->keep(std::move(children));
  return AnyFuture<Results>(std::move(gathered), [](const FutureBase& future) {
    return static_cast<const Gathered&>(future).results();
  });
}

}  // namespace interleave
