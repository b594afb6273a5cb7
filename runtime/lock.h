#pragma once

#include <string_view>
#include <utility>

#include "runtime/coro.h"
#include "runtime/resource.h"
#include "runtime/waiters.h"

namespace interleave {

/// Mutual exclusion between tasks (asyncio.Lock): waiters are served in the order in which they
/// came. A handle: copies are the same lock.
class Lock {
 public:
  explicit Lock(const Scope& scope, std::string_view name = "lock")
      : state_(make_counted<State>(scope, ResourceType::lock, name, 1)) {}

  [[nodiscard]] bool locked() const { return state_->locked; }
  /// Awaits until it is free and takes it; does not suspend if it is. Gives True, as Python does.
  [[nodiscard]] Coro<bool> acquire() const {
    return named(state_->loop(), "Lock.acquire", State::acquire(state_));
  }
  /// Throws Error (RuntimeError) if it is not taken.
  void release() const { state_->give_back(); }

 private:
  friend class Condition;
  struct State : Resource {
    using Resource::Resource;
    static Coro<bool> acquire(Ref<State> state);
    void give_back();
    void wake_up_first();
    bool locked = false;
    Waiters waiters;
  };
  explicit Lock(Ref<State> state) : state_(std::move(state)) {}
  Ref<State> state_;
};

}  // namespace interleave
