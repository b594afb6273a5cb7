#include "app/window/most_over_run.h"

#include <algorithm>
#include <bit>

namespace interleave {

namespace {

/// So many are looked at when a run comes on view: a millisecond.
constexpr std::size_t kMostStops = 48;

Id id_of_run(const Trace& trace, bool masked, Id what) {
  const TraceHeader& header = trace.header();
  Id id = id_of(header.scenario + header.mode, (std::uint64_t{what} << 1U) | (masked ? 1U : 0U));
  for (const auto& [name, value] : header.params) {
    id = id_of(name, std::bit_cast<std::uint64_t>(value) * 31 + id);
  }
  return id;
}

}  // namespace

float most_over_run(Ui& ui, Id what, float now, const std::function<float(const State&)>& needed) {
  const Trace& trace = ui.session.focused().trace();
  const bool masked = ui.session.masked();
  float& most = ui.state.scroll[id_of_run(trace, masked, what)];
  if (most <= 0 && trace.complete() && !masked) {
    const auto stops = trace.stops();
    const std::size_t stride = stops.size() / kMostStops + 1;
    for (std::size_t i = 0; i < stops.size(); i += stride) {
      most = std::max(most, needed(ui.session.focused().states().at(stops[i])));
    }
  }
  most = std::max(most, now);
  return most;
}

}  // namespace interleave
