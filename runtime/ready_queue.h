#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "runtime/handle.h"
#include "runtime/mutation.h"

namespace interleave {

/// The FIFO of handles that can run. Callbacks in it are counted references; tasks are owned by the
/// loop for as long as they live.
class ReadyQueue {
 public:
  ReadyQueue() = default;
  ReadyQueue(const ReadyQueue&) = delete;
  ReadyQueue& operator=(const ReadyQueue&) = delete;
  ~ReadyQueue() { clear(); }

  void push_task(Handle& task) { push(&task); }
  void push_callback(Ref<Callback> callback) { push(callback.detach()); }
  /// The first; a callback's reference passes to the caller.
  Handle* pop() {
    if (mutated(Mutation::ready_queue_last_in_first_out)) {
      return pop_last();
    }
    return ring_[head_++ & mask_];
  }
  // For mutations only.
  [[nodiscard]] Handle* last() const { return empty() ? nullptr : ring_[(tail_ - 1) & mask_]; }
  Handle* pop_last() { return ring_[--tail_ & mask_]; }
  /// The one that stands so many places behind the first; there must be more than that.
  [[nodiscard]] const Handle& peek(std::size_t behind) const {
    return *ring_[(head_ + behind) & mask_];
  }
  [[nodiscard]] std::size_t size() const { return tail_ - head_; }
  [[nodiscard]] bool empty() const { return head_ == tail_; }

  void clear() {
    while (!empty()) {
      if (Handle* handle = pop(); handle->what() == Handle::What::callback) {
        static_cast<Callback*>(handle)->release();
      }
    }
  }

 private:
  void push(Handle* handle) {
    if (size() > mask_) [[unlikely]] {
      grow();
    }
    ring_[tail_++ & mask_] = handle;
  }
  void grow();

  static constexpr std::size_t kFirstSize = 64;
  std::unique_ptr<Handle*[]> ring_ = std::make_unique<Handle*[]>(kFirstSize);
  /// The ring's size, a power of two, less one.
  std::size_t mask_ = kFirstSize - 1;
  std::size_t head_ = 0;
  std::size_t tail_ = 0;
};

}  // namespace interleave
