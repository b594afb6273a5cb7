#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "runtime/handle.h"

namespace interleave {

class TaskBase;

/// What is queued when a future is resolved, in order: the steps of tasks that await it, which are
/// not owned, and callbacks, which are. Nearly always one, so the first stands here itself. A task
/// may be gone by the time this goes.
class Listeners {
 public:
  Listeners() = default;
  Listeners(Listeners&& other) noexcept
      : first_(std::exchange(other.first_, kNobody)), more_(std::move(other.more_)) {}
  Listeners& operator=(Listeners&& other) noexcept {
    std::swap(first_, other.first_);
    std::swap(more_, other.more_);
    return *this;
  }
  Listeners(const Listeners&) = delete;
  Listeners& operator=(const Listeners&) = delete;
  ~Listeners() {
    drop(first_);
    if (more_ != nullptr) {
      std::for_each(more_->begin(), more_->end(), drop);
    }
  }

  void add_task(TaskBase& task) { add(reinterpret_cast<Listener>(&task)); }
  void add_callback(Ref<Callback> callback) {
    add(reinterpret_cast<Listener>(callback.detach()) | kIsCallback);
  }
  /// Gives each in order to the function for its sort.
  template <class OnTask, class OnCallback>
  void for_each(OnTask on_task, OnCallback on_callback) const {
    if (first_ == kNobody) {
      return;
    }
    give(first_, on_task, on_callback);
    if (more_ != nullptr) {
      for (const Listener listener : *more_) {
        give(listener, on_task, on_callback);
      }
    }
  }
  /// The same, once; each callback's reference passes to its function. None is left.
  template <class OnTask, class OnCallback>
  void hand_over(OnTask on_task, OnCallback on_callback) {
    Listeners left(std::move(*this));  // goes with what is in it if a function throws
    const auto owned = [&on_callback](Callback& callback) {
      on_callback(Ref<Callback>::adopt(&callback));
    };
    if (left.first_ != kNobody) {
      give(std::exchange(left.first_, kNobody), on_task, owned);
    }
    if (left.more_ != nullptr) [[unlikely]] {
      for (Listener& listener : *left.more_) {
        give(std::exchange(listener, kNobody), on_task, owned);
      }
    }
  }
  /// Takes a callback out wherever it stands; gives how many times it did.
  std::size_t remove(const Callback& callback);

 private:
  // A pointer to a TaskBase, or to a Callback with a bit set that no such pointer has.
  using Listener = std::uintptr_t;
  static constexpr Listener kNobody = 0;
  static constexpr Listener kIsCallback = 1;
  static_assert(alignof(Callback) > kIsCallback);

  template <class OnTask, class OnCallback>
  static void give(Listener listener, OnTask& on_task, const OnCallback& on_callback) {
    if ((listener & kIsCallback) != 0) {
      on_callback(*reinterpret_cast<Callback*>(listener & ~kIsCallback));
    } else {
      on_task(*reinterpret_cast<TaskBase*>(listener));
    }
  }
  static void drop(Listener listener) {
    if ((listener & kIsCallback) != 0) {
      reinterpret_cast<Callback*>(listener & ~kIsCallback)->release();
    }
  }
  void add(Listener listener) {
    if (first_ == kNobody) {
      first_ = listener;
    } else {
      add_behind(listener);
    }
  }
  void add_behind(Listener listener);

  Listener first_ = kNobody;
  std::unique_ptr<std::vector<Listener>> more_;
};

}  // namespace interleave
