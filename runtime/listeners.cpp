#include "runtime/listeners.h"

namespace interleave {

void Listeners::add_behind(Listener listener) {
  if (more_ == nullptr) {
    more_ = std::make_unique<std::vector<Listener>>();
  }
  more_->push_back(listener);
}

std::size_t Listeners::remove(const Callback& callback) {
  Listeners before = std::exchange(*this, Listeners());
  std::size_t removed = 0;
  before.hand_over([&](TaskBase& task) { add_task(task); },
                   [&](Ref<Callback> each) {
                     if (each.get() == &callback) {
                       ++removed;
                     } else {
                       add_callback(std::move(each));
                     }
                   });
  return removed;
}

}  // namespace interleave
