#pragma once

#include <string_view>

#include "runtime/coro.h"
#include "runtime/resource.h"
#include "runtime/waiters.h"

namespace interleave {

/// Tells any number of tasks that something has happened (asyncio.Event). A handle.
class AsyncEvent {
 public:
  explicit AsyncEvent(const Scope& scope, std::string_view name = "event")
      : state_(make_counted<State>(scope, ResourceType::event, name)) {}

  [[nodiscard]] bool is_set() const { return state_->is_set; }
  void set() const { state_->set(); }
  void clear() const { state_->clear(); }
  /// Awaits until it is set; does not suspend if it is. Gives True, as Python does.
  [[nodiscard]] Coro<bool> wait() const {
    return named(state_->loop(), "Event.wait", State::wait(state_));
  }

 private:
  struct State : Resource {
    using Resource::Resource;
    static Coro<bool> wait(Ref<State> state);
    void set();
    void clear();
    bool is_set = false;
    Waiters waiters;
  };
  Ref<State> state_;
};

}  // namespace interleave
