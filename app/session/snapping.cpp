#include "app/session/snapping.h"

#include <cmath>

#include "app/timeline/step_columns.h"

namespace interleave {

namespace {

/// Where events stand on an axis. It never falls from one event to the next.
class Places {
 public:
  Places(const Trace& trace, Axis axis) : trace_(&trace) {
    if (axis == Axis::steps) {
      columns_.emplace(trace);
    }
  }
  [[nodiscard]] double of(Seq seq) const {
    return columns_ ? columns_->playhead(seq) : static_cast<double>((*trace_)[seq].t_ns);
  }

 private:
  const Trace* trace_;
  std::optional<StepColumns> columns_;
};

/// How many of the first `count` places are at most `value`.
template <class PlaceOf>
std::size_t count_up_to(std::size_t count, PlaceOf place_of, double value) {
  std::size_t low = 0;
  while (low < count) {
    const std::size_t middle = low + (count - low) / 2;
    if (place_of(middle) <= value) {
      low = middle + 1;
    } else {
      count = middle;
    }
  }
  return low;
}

template <class SeqOf>
std::optional<Snap> nearest(const Places& places, std::size_t count, SeqOf seq_of, double value,
                            double reach) {
  const auto place_of = [&](std::size_t i) { return places.of(seq_of(i)); };
  const std::size_t before = count_up_to(count, place_of, value);
  std::optional<Snap> best;
  if (before > 0) {
    best = Snap{seq_of(before - 1), place_of(before - 1)};
  }
  if (before < count) {
    const double place = place_of(before);
    if (!best || place - value < value - best->value) {
      best = Snap{seq_of(count_up_to(count, place_of, place) - 1), place};
    }
  }
  return best && std::abs(best->value - value) <= reach ? best : std::nullopt;
}

}  // namespace

std::optional<Snap> nearest_event(const Trace& trace, Axis axis, double value, double reach) {
  return nearest(
      Places(trace, axis), trace.size(), [](std::size_t i) { return static_cast<Seq>(i); }, value,
      reach);
}

std::optional<Snap> nearest_stop(const Trace& trace, Axis axis, double value, double reach) {
  const auto stops = trace.stops();
  return nearest(
      Places(trace, axis), stops.size(), [&](std::size_t i) { return static_cast<Seq>(stops[i]); },
      value, reach);
}

Seq playhead_at(const Trace& trace, Axis axis, double value, double reach) {
  if (const auto snap = nearest_stop(trace, axis, value, reach)) {
    return snap->seq;
  }
  const Places places(trace, axis);
  const auto stops = trace.stops();
  const std::size_t before = count_up_to(
      stops.size(), [&](std::size_t i) { return places.of(stops[i]); }, value);
  return before > 0 ? stops[before - 1] : 0;
}

}  // namespace interleave
