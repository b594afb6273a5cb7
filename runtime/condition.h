#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

#include "runtime/coro.h"
#include "runtime/lock.h"
#include "runtime/resource.h"
#include "runtime/waiters.h"

namespace interleave {

/// Tasks that wait for a change of what a lock protects (asyncio.Condition). Its own lock reports
/// under the condition's name, a lock that was given to it under its own. A handle.
class Condition {
 public:
  /// With a lock of its own.
  explicit Condition(const Scope& scope, std::string_view name = "condition");
  /// With that lock.
  Condition(const Scope& scope, const Lock& lock, std::string_view name = "condition");

  [[nodiscard]] bool locked() const { return lock().locked(); }
  /// Its lock's; see Lock.
  [[nodiscard]] Coro<bool> acquire() const { return lock().acquire(); }
  void release() const { lock().release(); }

  /// Gives the lock back, awaits a notification and takes the lock again, also if it is cancelled.
  /// Throws Error (RuntimeError) if the lock is not taken. Gives True, as Python does.
  [[nodiscard]] Coro<bool> wait() const {
    return named(state_->loop(), "Condition.wait", State::wait(state_));
  }
  /// Awaits until `predicate` gives what is true, and gives that.
  template <class Predicate>
  [[nodiscard]] Coro<std::invoke_result_t<Predicate&>> wait_for(Predicate predicate) const {
    return named(state_->loop(), "Condition.wait_for",
                 wait_until_true(state_, std::move(predicate)));
  }
  /// Wakes so many of those that wait. Throws Error (RuntimeError) if the lock is not taken.
  void notify(std::int64_t count = 1) const { state_->notify(count); }
  void notify_all() const { state_->notify(state_->waiting()); }

 private:
  class State : public Counted {
   public:
    State(Ref<Resource> resource, Lock lock)
        : resource_(std::move(resource)), lock_(std::move(lock)) {}
    static Coro<bool> wait(Ref<State> state);
    void notify(std::int64_t count);
    [[nodiscard]] std::int64_t waiting() const {
      return static_cast<std::int64_t>(waiters_.all().size());
    }
    [[nodiscard]] const Lock& lock() const { return lock_; }
    [[nodiscard]] Loop& loop() const { return resource_->loop(); }

   private:
    Ref<Resource> resource_;
    Lock lock_;
    Waiters waiters_;
  };

  template <class Predicate>
  static Coro<std::invoke_result_t<Predicate&>> wait_until_true(Ref<State> state,
                                                                Predicate predicate) {
    auto result = predicate();
    while (!result) {
      Coro<bool> notified = named(state->loop(), "Condition.wait", State::wait(state));
      co_await notified;
      result = predicate();
    }
    co_return result;
  }
  [[nodiscard]] const Lock& lock() const { return state_->lock(); }

  Ref<State> state_;
};

}  // namespace interleave
