#include "app/trace/awaits.h"

#include <algorithm>

namespace interleave {

Awaits awaits_at(const Trace& trace, TaskId task, Seq seq) {
  Awaits awaits;
  /// How many of the open ones were entered in an earlier step.
  std::size_t earlier = 0;
  for (const std::uint32_t each : trace.events_of(task)) {
    if (each > seq) {
      break;
    }
    const Event event = trace[each];
    if (begins_step(event.kind)) {
      earlier = awaits.open.size();
      awaits.never_suspended = 0;
      awaits.last = kNoText;
    } else if (event.kind == Kind::coroutine_entered) {
      awaits.open.push_back(event.a);
    } else if (event.kind == Kind::coroutine_left && !awaits.open.empty()) {
      const bool is_of_this_step = awaits.open.size() > earlier;
      awaits.never_suspended += is_of_this_step ? 1 : 0;
      awaits.last = is_of_this_step ? awaits.open.back() : awaits.last;
      awaits.open.pop_back();
      earlier = std::min(earlier, awaits.open.size());
    }
  }
  awaits.entered = awaits.open.size() > earlier ? awaits.open[earlier] : kNoText;
  return awaits;
}

}  // namespace interleave
