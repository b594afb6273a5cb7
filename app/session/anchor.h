#pragma once

#include <cstdint>

#include "app/trace/trace.h"

namespace interleave {

/// Where the playhead stands, said so that it can be found again in a run that differs a little.
struct Anchor {
  std::uint32_t step = 0;
  /// How many stops after the step's begin.
  std::uint32_t stops_in = 0;
  std::int64_t t_ns = 0;
  bool at_start = true;
  bool at_end = false;
};
[[nodiscard]] Anchor anchor_of(const Trace& trace, Seq seq);
/// The same stop of the same step if that step is there, else the same time.
[[nodiscard]] Seq find_anchor(const Trace& trace, const Anchor& anchor);

}  // namespace interleave
