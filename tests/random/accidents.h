#pragma once

#include <span>

#include "tests/differential/judge.h"

namespace interleave::random_programs {

/// A difference that is CPython's accident, and why: nothing that ours could follow.
struct Accident {
  const char* name;
  const char* reason;
  /// Whether it is what makes these traces differ.
  bool (*explains)(const differential::Events& cpython, const differential::Events& ours);
};

/// All that are known.
[[nodiscard]] std::span<const Accident> accidents();

}  // namespace interleave::random_programs
