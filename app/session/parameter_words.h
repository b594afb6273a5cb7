#pragma once

#include <string>

#include "scenarios/scenario.h"

namespace interleave {

/// A parameter's value as a class says it: "0.2 s", "4".
[[nodiscard]] std::string value_words(const Parameter& parameter, double value);

}  // namespace interleave
