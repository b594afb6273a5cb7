#pragma once

#include <chrono>
#include <cstdint>

#include "runtime/clock.h"

namespace interleave {

/// The `i`th of the random delays that belong to `seed`, 0.5 s to 1.499 s: a formula that a listing
/// computes as well as we do, so that both wait alike. Neither may be negative.
[[nodiscard]] constexpr Duration random_delay(std::int64_t seed, std::int64_t i) {
  return std::chrono::milliseconds(500 + (seed * 7919 + i * 104729) % 1000);
}

}  // namespace interleave
