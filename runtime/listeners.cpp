#include "runtime/listeners.h"

namespace interleave {

void Listeners::add_behind(Handle& handle) {
  if (more_ == nullptr) {
    more_ = std::make_unique<std::vector<Handle*>>();
  }
  more_->push_back(&handle);
}

std::size_t Listeners::remove(const Callback& callback) {
  const Listeners before = std::exchange(*this, Listeners());
  std::size_t removed = 0;
  before.for_each([&](Handle& handle) {
    if (&handle == &callback) {
      ++removed;
    } else if (handle.what() == Handle::What::callback) {
      add_callback(static_cast<Callback&>(handle));
    } else {
      add_task(handle);
    }
  });
  return removed;
}

}  // namespace interleave
