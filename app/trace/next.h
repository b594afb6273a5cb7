#pragma once

#include <cstdint>

#include "app/trace/state.h"
#include "app/trace/trace.h"

namespace interleave {

/// What comes next, once whoever has the thread gives it up.
enum class NextKind : std::uint8_t {
  inside,    // `task` has the thread, and keeps it until it suspends or ends
  step,      // the loop gives `task` the thread; callbacks may run before it
  callback,  // the loop runs a callback, and what that leads to is not settled yet
  idle,      // nobody: the loop waits until `until_ns`
  closing,   // nobody of the program's: the loop closes down
  stuck,     // nobody, ever: nothing is ready and nothing is due (or the watching ends first)
  program,   // no loop, or nothing in it yet: what is next is the program's own choice
  over,      // the run is over
};

/// The kind, and what belongs to it.
struct Next {
  NextKind kind = NextKind::over;
  /// Of inside and step.
  TaskId task = kNoTask;
  /// Of step: its first.
  bool starts = false;
  /// Of idle: when the earliest timer or job is due, and which; a program that is watched to its
  /// end time may be left before.
  std::int64_t until_ns = -1;
  TimerId timer = 0;
  JobId job = 0;
};

/// What comes next, worked out from the state and from what has been up to it, as a scheduler
/// would: the first in the ready queue; else whom the callbacks that wait there wake; else the
/// earliest timer or job. Not a single event after the state's is looked at.
[[nodiscard]] Next what_comes_next(const Trace& trace, const State& state);

}  // namespace interleave
