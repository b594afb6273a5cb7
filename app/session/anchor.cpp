#include "app/session/anchor.h"

#include <algorithm>

#include "app/trace/stops.h"

namespace interleave {

Anchor anchor_of(const Trace& trace, Seq seq) {
  Anchor anchor;
  const Event& event = trace[seq];
  anchor.at_start = seq == 0;
  anchor.at_end = seq > 0 && seq + 1 == trace.size() && trace.complete();
  anchor.step = event.step;
  anchor.t_ns = event.t_ns;
  const auto stops = trace.stops();
  const Seq begin = event.step > 0 ? trace.step_begin(event.step) : 0;
  const auto first = std::upper_bound(stops.begin(), stops.end(), begin);
  const auto last = std::upper_bound(stops.begin(), stops.end(), seq);
  anchor.stops_in = static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(last - first, 0));
  return anchor;
}

Seq find_anchor(const Trace& trace, const Anchor& anchor) {
  if (anchor.at_start) {
    return 0;
  }
  if (anchor.at_end && trace.complete()) {
    return trace.size() - 1;
  }
  const Seq begin = anchor.step == 0 ? 0 : trace.step_begin(anchor.step);
  if (begin >= trace.size()) {
    return trace.last_at(anchor.t_ns);
  }
  Seq at = begin;
  for (std::uint32_t i = 0; i < anchor.stops_in; ++i) {
    const Seq next = next_stop(trace, at);
    if (trace[next].step != anchor.step) {
      break;
    }
    at = next;
  }
  return at;
}

}  // namespace interleave
