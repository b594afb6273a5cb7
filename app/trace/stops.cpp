#include "app/trace/stops.h"

#include <algorithm>

namespace interleave {

namespace {

using Places = std::span<const std::uint32_t>;

auto after(Places places, Seq from) { return std::upper_bound(places.begin(), places.end(), from); }
auto not_before(Places places, Seq from) {
  return std::lower_bound(places.begin(), places.end(), from);
}

/// The first event of a later iteration than `from`'s, or size().
Seq iteration_after(const Trace& trace, Seq from) {
  const std::uint32_t iteration = trace[from].iteration;
  Seq low = from;
  Seq high = trace.size();
  while (low < high) {
    const Seq middle = low + (high - low) / 2;
    if (trace[middle].iteration <= iteration) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/// The first event of `from`'s own iteration.
Seq iteration_begin(const Trace& trace, Seq from) {
  const std::uint32_t iteration = trace[from].iteration;
  Seq low = 0;
  Seq high = from;
  while (low < high) {
    const Seq middle = low + (high - low) / 2;
    if (trace[middle].iteration < iteration) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

}  // namespace

Seq next_stop(const Trace& trace, Seq from) {
  const auto found = after(trace.stops(), from);
  return found != trace.stops().end() ? *found : from;
}

Seq previous_stop(const Trace& trace, Seq from) {
  const auto found = not_before(trace.stops(), from);
  if (found != trace.stops().begin()) {
    return *std::prev(found);
  }
  return 0;  // before the first stop lies the beginning, where nothing has happened yet
}

Seq next_stop_of(const Trace& trace, Seq from, TaskId task) {
  for (auto at = after(trace.stops(), from); at != trace.stops().end(); ++at) {
    if (trace[*at].task == task) {
      return *at;
    }
  }
  return from;
}

Seq previous_stop_of(const Trace& trace, Seq from, TaskId task) {
  for (auto at = not_before(trace.stops(), from); at != trace.stops().begin();) {
    --at;
    if (trace[*at].task == task) {
      return *at;
    }
  }
  return from;
}

Seq next_iteration(const Trace& trace, Seq from) {
  if (trace.size() == 0) {
    return from;
  }
  const Seq end = iteration_after(trace, from) - 1;
  if (end > from || end + 1 >= trace.size()) {
    return end;
  }
  return iteration_after(trace, end + 1) - 1;
}

Seq previous_iteration(const Trace& trace, Seq from) {
  if (trace.size() == 0) {
    return from;
  }
  const Seq begin = iteration_begin(trace, from);
  return begin > 0 ? begin - 1 : 0;
}

StopsHere stops_here(const Trace& trace, Seq seq) {
  const std::int64_t now_ns = trace[seq].t_ns;
  const auto first = not_before(trace.stops(), trace.first_at(now_ns));
  const auto last = after(trace.stops(), trace.last_at(now_ns));
  const auto here = std::min(after(trace.stops(), seq), last);
  return {static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(here - first, 0)),
          static_cast<std::uint32_t>(last - first)};
}

}  // namespace interleave
