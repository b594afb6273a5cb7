#pragma once

#include <deque>

#include "runtime/counted.h"
#include "runtime/future.h"

namespace interleave {

/// Those who wait for a resource, first come first served, each through a future of its own: what
/// asyncio's primitives keep in their deques.
class Waiters {
 public:
  /// A new one at the end.
  Ref<FutureBase> add(Loop& loop, Cause cause) {
    auto future = make_counted<FutureBase>(loop, cause);
    futures_.emplace_back(future);
    return future;
  }
  void remove(const FutureBase& future) {
    std::erase_if(futures_, [&future](const auto& other) { return other.get() == &future; });
  }
  /// The first one that has not been woken yet, or nullptr.
  [[nodiscard]] FutureBase* first_pending() const {
    for (const auto& future : futures_) {
      if (!future->done()) {
        return future.get();
      }
    }
    return nullptr;
  }
  /// The first, woken or not, or nullptr.
  [[nodiscard]] FutureBase* first() const {
    return futures_.empty() ? nullptr : futures_.front().get();
  }
  [[nodiscard]] bool all_cancelled() const {
    for (const auto& future : futures_) {
      if (!future->cancelled()) {
        return false;
      }
    }
    return true;
  }
  /// Takes the first out and wakes it, passing over those that are done (asyncio.Queue).
  void take_and_wake(TaskId by) {
    while (!futures_.empty()) {
      const Ref<FutureBase> first = futures_.front();
      futures_.pop_front();
      if (!first->done()) {
        first->finish(by);
        return;
      }
    }
  }
  [[nodiscard]] const std::deque<Ref<FutureBase>>& all() const { return futures_; }

 private:
  std::deque<Ref<FutureBase>> futures_;
};

}  // namespace interleave
