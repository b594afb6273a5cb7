#pragma once

#include <string>

#include "tests/programs/node.h"

namespace interleave::programs {

/// The program's text in Python, a statement a line; every node of `module` is given its line in
/// it. An empty block is written `pass`. Throws std::invalid_argument for a node that stands where
/// Python has no place for it.
[[nodiscard]] std::string write(Node& module);
/// The same without placing anything.
[[nodiscard]] std::string text_of(const Node& module);

}  // namespace interleave::programs
