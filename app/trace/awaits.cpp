#include "app/trace/awaits.h"

#include <algorithm>

namespace interleave {

namespace {

/// The step that the task is in or was in last, or size().
Seq step_before(const Trace& trace, TaskId task, Seq seq) {
  const SeqList events = trace.events_of(task);
  for (std::size_t i = events.count_until(seq); i > 0; --i) {
    if (begins_step(trace[events[i - 1]].kind)) {
      return events[i - 1];
    }
  }
  return trace.size();
}

}  // namespace

Awaits awaits_at(const Trace& trace, TaskId task, Seq seq) {
  Awaits awaits;
  const Seq begin = step_before(trace, task, seq);
  for (const std::uint32_t entry : trace.open_awaits().at(task, seq)) {
    const bool is_of_this_step = begin == trace.size() || entry > begin;
    if (is_of_this_step && awaits.entered == kNoText) {
      awaits.entered = trace[entry].a;
    }
    awaits.open.push_back(trace[entry].a);
  }
  // What was entered and left again within the step.
  const SeqList events = trace.events_of(task);
  std::vector<TextId> within;
  for (auto at = begin == trace.size() ? events.begin() : events.after(begin);
       at != events.end() && *at <= seq; ++at) {
    const Event event = trace[*at];
    if (event.kind == Kind::coroutine_entered) {
      within.push_back(event.a);
    } else if (event.kind == Kind::coroutine_left && !within.empty()) {
      awaits.last = within.back();
      ++awaits.never_suspended;
      within.pop_back();
    }
  }
  return awaits;
}

}  // namespace interleave
