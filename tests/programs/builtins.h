#pragma once

#include <optional>
#include <string>

#include "tests/programs/value.h"

namespace interleave::programs {

/// What a name means that the program has not given a meaning: a function of Python's, or one of
/// its exceptions.
[[nodiscard]] std::optional<Value> builtin(const std::string& name);

/// `work(seconds)`, whatever the program has under that name.
[[nodiscard]] Value work_function();

}  // namespace interleave::programs
