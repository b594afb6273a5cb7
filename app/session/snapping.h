#pragma once

#include <cstdint>
#include <optional>

#include "app/timeline/view.h"
#include "app/trace/trace.h"

namespace interleave {

/// An event near a place of the axis.
struct Snap {
  Seq seq = 0;
  /// Where on the axis it stands.
  double value = 0;

  friend bool operator==(const Snap&, const Snap&) = default;
};

/// The event nearest to `value` and not farther than `reach`; of several at one place the last. A
/// few binary searches.
[[nodiscard]] std::optional<Snap> nearest_event(const Trace& trace, Axis axis, double value,
                                                double reach);
/// The same among the stops.
[[nodiscard]] std::optional<Snap> nearest_stop(const Trace& trace, Axis axis, double value,
                                               double reach);

/// Where the playhead is put by a click or a drag to `value`: on the stop within reach, else on the
/// last stop before, so that what is shown is what was then.
[[nodiscard]] Seq playhead_at(const Trace& trace, Axis axis, double value, double reach);

}  // namespace interleave
