#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "runtime/handle.h"
#include "runtime/mutation.h"

namespace interleave {

/// The FIFO of handles that can run. Callbacks in it are counted references; tasks are owned by the
/// loop for as long as they live.
class ReadyQueue {
 public:
  ReadyQueue() : ring_(64) {}
  ReadyQueue(const ReadyQueue&) = delete;
  ReadyQueue& operator=(const ReadyQueue&) = delete;
  ~ReadyQueue() { clear(); }

  void push_task(Handle& task) { push(&task); }
  void push_callback(Callback& callback) {
    callback.retain();
    push(&callback);
  }
  /// The first; a callback's reference passes to the caller.
  Handle* pop() {
    if (mutated(Mutation::ready_queue_last_in_first_out)) {
      return pop_last();
    }
    Handle* handle = ring_[head_ & mask()];
    ++head_;
    return handle;
  }
  // For mutations only.
  [[nodiscard]] Handle* last() const { return empty() ? nullptr : ring_[(tail_ - 1) & mask()]; }
  Handle* pop_last() { return ring_[--tail_ & mask()]; }
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
    if (size() == ring_.size()) {
      grow();
    }
    ring_[tail_ & mask()] = handle;
    ++tail_;
  }
  [[nodiscard]] std::size_t mask() const { return ring_.size() - 1; }
  void grow() {
    std::vector<Handle*> larger(ring_.size() * 2);
    const std::size_t count = size();
    for (std::size_t i = 0; i < count; ++i) {
      larger[i] = ring_[(head_ + i) & mask()];
    }
    ring_.swap(larger);
    head_ = 0;
    tail_ = count;
  }

  std::vector<Handle*> ring_;  // a power of two
  std::size_t head_ = 0;
  std::size_t tail_ = 0;
};

}  // namespace interleave
