#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "runtime/handle.h"

namespace interleave {

/// What is queued when a future is resolved, in order: the steps of tasks that await it, which are
/// not owned, and callbacks, which are. Nearly always one, so the first stands here itself.
class Listeners {
 public:
  Listeners() = default;
  Listeners(Listeners&& other) noexcept
      : first_(std::exchange(other.first_, nullptr)), more_(std::move(other.more_)) {}
  Listeners& operator=(Listeners&& other) noexcept {
    std::swap(first_, other.first_);
    std::swap(more_, other.more_);
    return *this;
  }
  Listeners(const Listeners&) = delete;
  Listeners& operator=(const Listeners&) = delete;
  ~Listeners() {
    for_each([](Handle& handle) {
      if (handle.what() == Handle::What::callback) {
        static_cast<Callback&>(handle).release();
      }
    });
  }

  void add_task(Handle& task) { add(task); }
  void add_callback(Callback& callback) {
    callback.retain();
    add(callback);
  }
  template <class Function>
  void for_each(Function function) const {
    if (first_ == nullptr) {
      return;
    }
    function(*first_);
    if (more_ != nullptr) {
      for (Handle* handle : *more_) {
        function(*handle);
      }
    }
  }
  /// Takes a callback out wherever it stands; gives how many times it did.
  std::size_t remove(const Callback& callback);

 private:
  void add(Handle& handle) {
    if (first_ == nullptr) {
      first_ = &handle;
    } else {
      add_behind(handle);
    }
  }
  void add_behind(Handle& handle);

  Handle* first_ = nullptr;
  std::unique_ptr<std::vector<Handle*>> more_;
};

}  // namespace interleave
