#pragma once

#include <string>
#include <vector>

#include "tests/programs/node.h"

namespace interleave::programs {

/// A program's text, with the name it is known by in messages: its file.
struct Source {
  std::string name;
  std::string text;
};

/// Each text as a module, in their order, with the lines of its text; by CPython's own parser, in
/// one process. Throws std::runtime_error ("name:line: what") for a text that is no Python or goes
/// beyond what node.h has.
[[nodiscard]] std::vector<Node> read(const std::vector<Source>& sources);

}  // namespace interleave::programs
