#include "runtime/listeners.h"

namespace interleave {

void Listeners::add_behind(Listener listener) {
  if (more_ == nullptr) {
    more_ = std::make_unique<std::vector<Listener>>();
  }
  more_->push_back(listener);
}

std::size_t Listeners::remove(const Callback& callback) {
  const Listeners before = std::exchange(*this, Listeners());
  std::size_t removed = 0;
  before.for_each([&](TaskBase& task) { add_task(task); },
                  [&](Callback& each) {
                    if (&each == &callback) {
                      ++removed;
                    } else {
                      add_callback(each);
                    }
                  });
  return removed;
}

}  // namespace interleave
