#pragma once

#include <span>

#include "tests/differential/judge.h"
#include "tests/programs/node.h"

namespace interleave::random_programs {

/// A difference that is CPython's accident, and why: nothing that ours could follow.
struct Accident {
  const char* name;
  const char* reason;
  /// Whether it is what makes these traces of the program (placed: its lines count) differ.
  bool (*explains)(const programs::Node& program, const differential::Events& cpython,
                   const differential::Events& ours);
};

/// All that are known.
[[nodiscard]] std::span<const Accident> accidents();

}  // namespace interleave::random_programs
