#pragma once

#include <cstdint>
#include <exception>
#include <optional>

#include "runtime/clock.h"
#include "runtime/handle.h"
#include "runtime/scope.h"
#include "runtime/timer.h"

namespace interleave {

/// A limit on a stretch of a task (asyncio.timeout, 3.11.7): when it expires the task is cancelled,
/// and exit() turns that cancellation into TimeoutError.
///
///     Timeout limit(s.at("async with asyncio.timeout"), 3s);
///     std::exception_ptr raised;
///     try {
///       co_await job(...);
///     } catch (...) {
///       raised = std::current_exception();
///     }
///     limit.exit(raised);
///
/// exit() is the end of the `async with` and must be called, with what the body raised, if it did.
class Timeout {
 public:
  /// From now on. Without a delay it never expires, unless it is rescheduled.
  Timeout(const Scope& scope, std::optional<Duration> delay);
  /// asyncio.timeout_at: `deadline` on the loop's clock.
  [[nodiscard]] static Timeout at(const Scope& scope, std::optional<Duration> deadline);
  /// One that is still to be entered: `deadline` on the loop's clock.
  struct NotEntered {};
  Timeout(NotEntered, const Scope& scope, std::optional<Duration> deadline);
  /// Enters it, on the line of `scope`. Throws Error (RuntimeError) if it has been.
  void enter(const Scope& scope);
  Timeout(const Timeout&) = delete;
  Timeout& operator=(const Timeout&) = delete;
  ~Timeout();

  /// Another deadline on the loop's clock, or none. Throws Error (RuntimeError) before it has been
  /// entered, and once it has expired or been left.
  void reschedule(std::optional<Duration> deadline);
  [[nodiscard]] bool expired() const;
  [[nodiscard]] std::optional<Duration> when() const { return when_; }

  /// Leaves it, on the line on which it was entered. Throws Error (TimeoutError) if it expired and
  /// nobody else asked for a cancellation, else what the body raised, if it did: that goes on from
  /// the line on which it was raised.
  void exit(const std::exception_ptr& raised);

 private:
  struct AtDeadline {};
  Timeout(const Scope& scope, AtDeadline, std::optional<Duration> deadline);

  enum class State : std::uint8_t { created, entered, expiring, expired, exited };
  void set_timer();
  void drop_timer();
  void on_timeout();

  Scope scope_;
  std::uint16_t line_ = 0;
  Loop* loop_;
  Ref<TaskBase> task_;
  std::optional<Duration> when_;
  std::uint32_t cancelling_before_ = 0;
  State state_ = State::created;
  Ref<Timer> timer_;
  Ref<Callback> at_once_;
};

}  // namespace interleave
