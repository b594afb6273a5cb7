#pragma once

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
    for_each([](TaskBase&) {}, [](Callback& callback) { callback.release(); });
  }

  void add_task(TaskBase& task) { add(reinterpret_cast<Listener>(&task)); }
  void add_callback(Callback& callback) {
    callback.retain();
    add(reinterpret_cast<Listener>(&callback) | kIsCallback);
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
  /// Takes a callback out wherever it stands; gives how many times it did.
  std::size_t remove(const Callback& callback);

 private:
  // A pointer to a TaskBase, or to a Callback with a bit set that no such pointer has.
  using Listener = std::uintptr_t;
  static constexpr Listener kNobody = 0;
  static constexpr Listener kIsCallback = 1;
  static_assert(alignof(Callback) > kIsCallback);

  template <class OnTask, class OnCallback>
  static void give(Listener listener, OnTask& on_task, OnCallback& on_callback) {
    if ((listener & kIsCallback) != 0) {
      on_callback(*reinterpret_cast<Callback*>(listener & ~kIsCallback));
    } else {
      on_task(*reinterpret_cast<TaskBase*>(listener));
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
