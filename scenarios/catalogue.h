#pragma once

#include <span>
#include <string_view>

#include "scenarios/scenario.h"

namespace interleave {

/// All scenarios, by lesson, in the order of teaching.
[[nodiscard]] std::span<const Scenario> catalogue();
/// The scenario of that id, or nullptr.
[[nodiscard]] const Scenario* find_scenario(std::string_view id);

}  // namespace interleave
