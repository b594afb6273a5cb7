#pragma once

#include <cstddef>
#include <functional>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "runtime/any_future.h"
#include "runtime/awaitable.h"
#include "runtime/outcome.h"
#include "runtime/pool.h"
#include "runtime/scope.h"

namespace interleave {

/// What gather() gives (asyncio's _GatheringFuture): hears of each child by a callback, so its
/// waiter resumes two iterations after the last child's last step. The first exception goes to the
/// waiter at once, the other children go on; cancelling it cancels the children.
class GatherFuture : public FutureBase {
 public:
  explicit GatherFuture(Loop& loop, bool return_exceptions = false)
      : FutureBase(loop, Cause::gather), return_exceptions_(return_exceptions) {}
  ~GatherFuture() override { complain_unretrieved("_GatheringFuture", kNoTask); }

  /// One more child, listened to.
  void add(Ref<FutureBase> child);
  /// A child that has been added before.
  void add_again(Ref<FutureBase> child) { children_.push_back(std::move(child)); }
  /// Every child has been added; without any it is done.
  void complete();

  bool cancel(TaskId by) override;
  using FutureBase::cancel;
  [[nodiscard]] Suspension suspension() override;
  [[nodiscard]] WaitInfo as_awaited() override;
  [[nodiscard]] const std::vector<Ref<FutureBase>>& children() const { return children_; }

 protected:
  void expect_children(std::size_t count) { children_.reserve(count); }

 private:
  void child_done(FutureBase& child);

  std::vector<Ref<FutureBase>> children_;
  std::size_t awaited_ = 0;  // children, each once
  std::size_t finished_ = 0;
  TextId name_ = kNoText;
  bool return_exceptions_;
  bool cancel_requested_ = false;
};

/// Asks that what the children raise be among the results: gather(s, return_exceptions, a, b).
struct ReturnExceptions {};
inline constexpr ReturnExceptions return_exceptions{};

namespace detail {

template <class T>
class GatherOf final : public GatherFuture {
 public:
  using GatherFuture::GatherFuture;
  void expect(std::size_t children) {
    expect_children(children);
    typed_.reserve(children);
  }
  void add_child(AnyFuture<T> child) {
    add(child.state());
    typed_.push_back(std::move(child));
  }
  void add_child_again(AnyFuture<T> child) {
    add_again(child.state());
    typed_.push_back(std::move(child));
  }
  [[nodiscard]] const std::vector<AnyFuture<T>>& typed() const { return typed_; }

 private:
  std::vector<AnyFuture<T>> typed_;
};

// Each coroutine becomes a task as it is listened to, a coroutine given twice becomes one.
template <class T>
Ref<GatherOf<T>> make_gather(const Scope& scope, const std::vector<Awaitable<T>>& all,
                             bool exceptions_too) {
  auto gathered = make_counted<GatherOf<T>>(scope.loop(), exceptions_too);
  std::unordered_map<const void*, std::size_t, std::hash<const void*>, std::equal_to<>,
                     PoolAllocator<std::pair<const void* const, std::size_t>>>
      places;
  gathered->expect(all.size());
  for (std::size_t place = 0; place < all.size(); ++place) {
    if (all[place].single()) {
      gathered->add_child(all[place].ensure_future(scope));
      continue;
    }
    const auto [known, is_new] = places.emplace(all[place].identity(), place);
    if (is_new) {
      AnyFuture<T> child = all[place].ensure_future(scope);
      if (all[place].is_coroutine()) {  // a task that the program does not hold
        static_cast<TaskBase&>(*child.state()).log_destroy_pending = false;
      }
      gathered->add_child(std::move(child));
    } else {
      gathered->add_child_again(gathered->typed()[known->second]);
    }
  }
  gathered->complete();
  return gathered;
}

template <class T>
using Results = std::conditional_t<std::is_void_v<T>, void,
                                   std::vector<std::conditional_t<std::is_void_v<T>, int, T>>>;

template <class T>
Results<T> results_of(const FutureBase& gathered) {
  if constexpr (!std::is_void_v<T>) {
    std::vector<T> results;
    for (const auto& child : static_cast<const GatherOf<T>&>(gathered).typed()) {
      results.push_back(child.result());
    }
    return results;
  }
}

template <class T>
std::vector<Outcome<T>> outcomes_of(const FutureBase& gathered) {
  std::vector<Outcome<T>> outcomes;
  for (const auto& child : static_cast<const GatherOf<T>&>(gathered).typed()) {
    outcomes.push_back(outcome_of(child));
  }
  return outcomes;
}

}  // namespace detail

/// Runs awaitables side by side, each coroutine as a task of its own (asyncio.gather). A future:
/// awaiting it gives their results in the order of the arguments (nothing if they have none); it
/// may be kept, cancelled, gathered again.
template <CanBeAwaited X>
[[nodiscard]] auto gather(const Scope& scope, std::vector<X> all) {
  using T = AwaitedType<X>;
  auto gathered = detail::make_gather(scope, awaitables(std::move(all)), false);
  return AnyFuture<detail::Results<T>>(std::move(gathered), &detail::results_of<T>);
}
template <CanBeAwaited First, CanBeAwaited... More>
[[nodiscard]] auto gather(const Scope& scope, First&& first, More&&... more) {
  return gather(scope, awaitables(std::forward<First>(first), std::forward<More>(more)...));
}

/// The same with return_exceptions=True: gives an Outcome each, and raises only if it was
/// cancelled.
template <CanBeAwaited X>
[[nodiscard]] auto gather(const Scope& scope, ReturnExceptions, std::vector<X> all) {
  using T = AwaitedType<X>;
  auto gathered = detail::make_gather(scope, awaitables(std::move(all)), true);
  return AnyFuture<std::vector<Outcome<T>>>(std::move(gathered), &detail::outcomes_of<T>);
}
template <CanBeAwaited First, CanBeAwaited... More>
[[nodiscard]] auto gather(const Scope& scope, ReturnExceptions, First&& first, More&&... more) {
  return gather(scope, return_exceptions,
                awaitables(std::forward<First>(first), std::forward<More>(more)...));
}

}  // namespace interleave
