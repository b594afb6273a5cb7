#pragma once

#include <string>

#include "tests/programs/node.h"

namespace interleave::programs {

/// One expression in Python.
[[nodiscard]] std::string expression_text(const Node& expression);
/// What stands between a def's parentheses, or after `lambda`.
[[nodiscard]] std::string parameters_text(const Node& parameters);
/// A statement of one line.
[[nodiscard]] std::string simple_text(const Node& statement);

}  // namespace interleave::programs
