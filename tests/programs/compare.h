#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/programs/node.h"
#include "tests/programs/reader.h"

namespace interleave::programs {

/// A program to be run both ways: `module` has the lines of `source.text`.
struct Program {
  Source source;
  Node module;
};

/// Each text as a program; see read().
[[nodiscard]] std::vector<Program> programs_of(std::vector<Source> sources);

/// For each program how its run on our runtime differs from CPython's: empty if it does not, else
/// the first difference, or what stops the interpreter. Nothing at all if python3 here is no
/// CPython 3.11. Throws std::runtime_error when the recorder fails.
[[nodiscard]] std::optional<std::vector<std::string>> differences(
    const std::vector<Program>& programs);

}  // namespace interleave::programs
