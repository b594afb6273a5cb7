#pragma once

#include <cstddef>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "runtime/any_future.h"
#include "runtime/awaitable.h"
#include "runtime/outcome.h"
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
  class ChildDone;
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
    reads_.reserve(children);
  }
  void add_child(const AnyFuture<T>& child) {
    reads_.push_back(child.read());
    add(child.state());
  }
  /// A coroutine as a task, which the program does not hold.
  void add_child(const Scope& scope, Coro<T> coro) {
    auto task = make_counted<TaskOf<T>>(scope.loop(), std::move(coro), TaskNames());
    task->log_destroy_pending = false;
    reads_.push_back(read_future<TaskOf<T>, T>);
    add(std::move(task));
  }
  /// The child at `place`, once more.
  void add_child_again(std::size_t place) {
    reads_.push_back(reads_[place]);
    add_again(children()[place]);
  }
  [[nodiscard]] AnyFuture<T> child(std::size_t place) const {
    return AnyFuture<T>(children()[place], reads_[place]);
  }

 private:
  std::vector<typename AnyFuture<T>::Read> reads_;
};

// Each coroutine becomes a task as it is listened to, a coroutine given twice becomes one.
template <class T>
Ref<GatherOf<T>> make_gather(const Scope& scope, const std::vector<Awaitable<T>>& all,
                             bool exceptions_too) {
  auto gathered = make_counted<GatherOf<T>>(scope.loop(), exceptions_too);
  std::unordered_map<const void*, std::size_t> places;
  gathered->expect(all.size());
  for (std::size_t place = 0; place < all.size(); ++place) {
    const Awaitable<T>& one = all[place];
    const auto [known, is_new] = places.emplace(one.identity(), place);
    if (!is_new) {
      gathered->add_child_again(known->second);
    } else if (one.is_coroutine()) {
      gathered->add_child(scope, one.take());
    } else {
      gathered->add_child(one.ensure_future(scope));
    }
  }
  gathered->complete();
  return gathered;
}
// None of these can be there twice.
template <class T>
Ref<GatherOf<T>> make_gather(const Scope& scope, std::vector<Coro<T>> all, bool exceptions_too) {
  auto gathered = make_counted<GatherOf<T>>(scope.loop(), exceptions_too);
  gathered->expect(all.size());
  for (Coro<T>& one : all) {
    gathered->add_child(scope, std::move(one));
  }
  gathered->complete();
  return gathered;
}

template <class X>
auto gatherable(std::vector<X> all) {
  return awaitables(std::move(all));
}
template <class T>
std::vector<Coro<T>> gatherable(std::vector<Coro<T>> all) {
  return all;
}

template <class T>
using Results = std::conditional_t<std::is_void_v<T>, void,
                                   std::vector<std::conditional_t<std::is_void_v<T>, int, T>>>;

template <class T>
Results<T> results_of(const FutureBase& gathered) {
  if constexpr (!std::is_void_v<T>) {
    std::vector<T> results;
    const auto& all = static_cast<const GatherOf<T>&>(gathered);
    for (std::size_t place = 0; place < all.children().size(); ++place) {
      results.push_back(all.child(place).result());
    }
    return results;
  }
}

template <class T>
std::vector<Outcome<T>> outcomes_of(const FutureBase& gathered) {
  std::vector<Outcome<T>> outcomes;
  const auto& all = static_cast<const GatherOf<T>&>(gathered);
  for (std::size_t place = 0; place < all.children().size(); ++place) {
    outcomes.push_back(outcome_of(all.child(place)));
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
  auto gathered = detail::make_gather(scope, detail::gatherable(std::move(all)), false);
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
  auto gathered = detail::make_gather(scope, detail::gatherable(std::move(all)), true);
  return AnyFuture<std::vector<Outcome<T>>>(std::move(gathered), &detail::outcomes_of<T>);
}
template <CanBeAwaited First, CanBeAwaited... More>
[[nodiscard]] auto gather(const Scope& scope, ReturnExceptions, First&& first, More&&... more) {
  return gather(scope, return_exceptions,
                awaitables(std::forward<First>(first), std::forward<More>(more)...));
}

}  // namespace interleave
