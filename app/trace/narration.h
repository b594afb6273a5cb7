#pragma once

#include <string>

#include "app/trace/state.h"
#include "app/trace/trace.h"

namespace interleave {

/// How much is told: what happened; the loop's mechanics; asyncio's own terms.
enum class Depth : std::uint8_t { happened, mechanics, terms };

/// The sentences for one playhead.
struct Narration {
  /// "step 8 of 13 · 1.2 s".
  std::string position;
  /// What just happened.
  std::string happened;
  /// What the loop does next, and why.
  std::string next;
};
[[nodiscard]] Narration narrate(const Trace& trace, const State& state, Depth depth);

/// "Why isn't X running?": the answer, followed to its end. Empty if it runs or has ended and there
/// is nothing to say.
struct Why {
  std::string question;
  std::string answer;
};
[[nodiscard]] Why why_not(const Trace& trace, const State& state, TaskId task);

/// One sentence on one event, for hovering and lists.
[[nodiscard]] std::string describe(const Trace& trace, Seq seq);

}  // namespace interleave
