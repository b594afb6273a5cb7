#pragma once

#include <string>

#include "tests/programs/machine.h"

namespace interleave::programs {

/// The name for the resource that the call under way makes: what it is assigned to, else its type.
[[nodiscard]] std::string name_or(Activation& caller, const char* type);

}  // namespace interleave::programs
