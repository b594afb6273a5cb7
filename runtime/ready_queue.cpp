#include "runtime/ready_queue.h"

#include <utility>

namespace interleave {

void ReadyQueue::grow() {
  const std::size_t count = size();
  auto larger = std::make_unique<Handle*[]>((mask_ + 1) * 2);
  for (std::size_t i = 0; i < count; ++i) {
    larger[i] = ring_[(head_ + i) & mask_];
  }
  ring_ = std::move(larger);
  mask_ = mask_ * 2 + 1;
  head_ = 0;
  tail_ = count;
}

}  // namespace interleave
