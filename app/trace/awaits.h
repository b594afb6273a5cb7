#pragma once

#include <cstddef>
#include <vector>

#include "app/trace/trace.h"

namespace interleave {

/// Coroutines that a task awaits directly, no new task, as they are after an event of its.
struct Awaits {
  /// Entered and not left, outermost first.
  std::vector<TextId> open;
  /// Of these, the first that was entered in the present step; kNoText if none was.
  TextId entered = kNoText;
  /// Entered and left again within the present step, without a suspension: how many times, and the
  /// last of them.
  std::size_t never_suspended = 0;
  TextId last = kNoText;
};
[[nodiscard]] Awaits awaits_at(const Trace& trace, TaskId task, Seq seq);

}  // namespace interleave
