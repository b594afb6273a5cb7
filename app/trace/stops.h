#pragma once

#include <cstdint>
#include <string>

#include "app/trace/trace.h"

namespace interleave {

/// Moves of the playhead: each gives the event to stand on, or the same one at the ends. Before the
/// first stop lies event 0, where nothing has happened yet.
[[nodiscard]] Seq next_stop(const Trace& trace, Seq from);
[[nodiscard]] Seq previous_stop(const Trace& trace, Seq from);
/// Stops of one task only.
[[nodiscard]] Seq next_stop_of(const Trace& trace, Seq from, TaskId task);
[[nodiscard]] Seq previous_stop_of(const Trace& trace, Seq from, TaskId task);
/// The nearest end of an iteration after it, and before it.
[[nodiscard]] Seq next_iteration(const Trace& trace, Seq from);
[[nodiscard]] Seq previous_iteration(const Trace& trace, Seq from);

/// Which of several stops at one instant: "1 of 2 here".
struct StopsHere {
  std::uint32_t index = 0;
  std::uint32_t count = 0;
};
[[nodiscard]] StopsHere stops_here(const Trace& trace, Seq seq);

/// "1.2 s", "0.35 s", "177 ms", "0 s": shortest exact form, at least as a class would say it.
[[nodiscard]] std::string seconds_text(std::int64_t ns);
/// Always one decimal at least: "3.0 s".
[[nodiscard]] std::string total_text(std::int64_t ns);

}  // namespace interleave
