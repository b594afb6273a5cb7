#pragma once

#include <cstdint>

#include "tests/programs/node.h"

namespace interleave::random_programs {

/// No run of a random program reports more than so many events: endless ones end there.
inline constexpr std::uint64_t kEventLimit = 1500;

/// A program of tasks, of that seed: the same on every machine. Valid Python that ends by itself,
/// by an exception, in a deadlock or at the limit of events. Nothing in it depends on what CPython
/// leaves open (the order of a set, the address of an object, when memory is collected).
[[nodiscard]] programs::Node random_program(std::uint64_t seed);

}  // namespace interleave::random_programs
