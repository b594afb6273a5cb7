#pragma once

#include <cstdint>
#include <memory>

#include "runtime/event_log.h"
#include "runtime/limits.h"

namespace interleave {

/// A program that can be driven a piece at a time and reports to its log: an event loop with its
/// tasks, or sequential calls and generators. Dropping it half-way frees every coroutine frame.
class Program {
 public:
  Program() = default;
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  virtual ~Program() = default;

  [[nodiscard]] virtual std::shared_ptr<const EventLog> log() const = 0;
  [[nodiscard]] virtual bool finished() const = 0;
  /// Where it ends whatever it does.
  [[nodiscard]] virtual Limits limits() const = 0;

  /// Each drives it on and returns whether it still goes on.
  /// One handle of the ready queue (or the idle wait before it).
  virtual bool run_handle() = 0;
  /// Every handle of the loop's current iteration has run (always so without a loop).
  [[nodiscard]] virtual bool between_iterations() const = 0;
  /// Up to the end of the next step of a task.
  bool run_step();
  /// Up to the end of the next iteration of the loop.
  bool run_iteration();
  /// Until the clock has reached that time.
  bool run_until(std::int64_t t_ns);
  /// To the end; bounded by the program's limits.
  virtual void run_to_end();
};

}  // namespace interleave
