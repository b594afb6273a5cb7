#pragma once

#include <string_view>

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
  /// Awaits until it is free and takes it; does not suspend if it is.
  [[nodiscard]] Coro<> acquire() const { return State::acquire(state_); }
  /// Throws Error (RuntimeError) if it is not taken.
  void release() const { state_->give_back(); }

 private:
  struct State : Resource {
    using Resource::Resource;
    static Coro<> acquire(Ref<State> state);
    void give_back();
    void wake_up_first();
    bool locked = false;
    Waiters waiters;
  };
  Ref<State> state_;
};

}  // namespace interleave
