#pragma once

#include <string>

#include "app/trace/narration.h"

namespace interleave::words {

/// What comes next, and why, as narration tells it: a sentence for a class, and at the deeper
/// depths how the loop comes to it.
[[nodiscard]] std::string next(const Trace& trace, const State& state, const Next& coming,
                               Depth depth);

}  // namespace interleave::words
