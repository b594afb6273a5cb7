// Where the time of a run went: an exact sweep over its intervals, in whole nanoseconds. Each slice
// satisfies 1 = c + p - max(c-1, 0) - max(p-1, 0) - [both] + [neither], so the run does.

#include <algorithm>

#include "app/trace/comparison.h"
#include "app/trace/intervals.h"

namespace interleave {

Balance balance_of(const Trace& trace) {
  Balance balance;
  balance.total_ns = trace.end_ns();
  balance.switches = trace.step_count();
  const auto intervals = intervals_of(trace);
  for (const Interval& interval : intervals) {
    const std::int64_t length_ns = interval.end_ns - interval.begin_ns;
    balance.worked_ns += interval.spending == Spending::thread_works ? length_ns : 0;
    balance.blocked_ns += interval.spending == Spending::thread_blocks ? length_ns : 0;
  }
  balance.idle_ns = balance.total_ns - balance.worked_ns - balance.blocked_ns;
  for (const Slice& slice : slices_of(intervals, balance.total_ns)) {
    const std::int64_t length_ns = slice.length_ns();
    const std::int64_t computing = slice.computing;
    const std::int64_t waiting = slice.waiting;
    balance.computing_ns += computing * length_ns;
    balance.waiting_ns += waiting * length_ns;
    balance.overlap_cc_ns += std::max<std::int64_t>(computing - 1, 0) * length_ns;
    balance.overlap_pp_ns += std::max<std::int64_t>(waiting - 1, 0) * length_ns;
    balance.overlap_cp_ns += computing > 0 && waiting > 0 ? length_ns : 0;
    balance.neither_ns += computing == 0 && waiting == 0 ? length_ns : 0;
  }
  return balance;
}

Outcome outcome_of(const Trace& trace) {
  if (!trace.complete()) {
    return Outcome::running;
  }
  switch (trace[trace.size() - 1].kind) {
    case Kind::program_finished:
      return Outcome::finished;
    case Kind::program_stopped:
      return Outcome::stopped;
    default:
      return Outcome::failed;
  }
}

std::int64_t first_output_ns(const Trace& trace) {
  return trace.outputs().empty() ? -1 : trace[trace.outputs().front()].t_ns;
}

}  // namespace interleave
