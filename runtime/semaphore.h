#pragma once

#include <cstdint>
#include <string_view>

#include "runtime/coro.h"
#include "runtime/resource.h"
#include "runtime/waiters.h"

namespace interleave {

/// At most so many at a time (asyncio.Semaphore): waiters are served in the order in which they
/// came, and a newcomer does not overtake them. A handle: copies are the same semaphore.
class Semaphore {
 public:
  /// `value`: free slots. Throws Error (ValueError) below 0. `bounded`: release() beyond the
  /// initial value is an Error (ValueError), as with asyncio.BoundedSemaphore.
  Semaphore(const Scope& scope, std::int64_t value, std::string_view name = "semaphore",
            bool bounded = false);

  [[nodiscard]] bool locked() const { return state_->locked(); }
  /// Awaits a free slot and takes it; does not suspend if there is one and nobody waits. Gives
  /// True, as Python does.
  [[nodiscard]] Coro<bool> acquire() const {
    return named(state_->loop(), "Semaphore.acquire", State::acquire(state_));
  }
  void release() const { state_->give_back(); }

 private:
  struct State : Resource {
    State(const Scope& scope, std::int64_t initial, std::string_view name, bool has_bound);
    static Coro<bool> acquire(Ref<State> state);
    void give_back();
    void wake_up_next();
    [[nodiscard]] bool locked() const { return value == 0 || !waiters.all_cancelled(); }
    std::int64_t value;
    std::int64_t bound;
    bool bounded;
    Waiters waiters;
  };
  Ref<State> state_;
};

}  // namespace interleave
