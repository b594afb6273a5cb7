#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace interleave::random_programs {

/// Chance from a seed, the same on every machine (splitmix64; the standard library leaves its
/// distributions open).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  /// 0 … n - 1.
  [[nodiscard]] int below(int n) {
    return static_cast<int>((next() >> 33U) % static_cast<std::uint64_t>(n));
  }
  [[nodiscard]] int between(int least, int most) { return least + below(most - least + 1); }
  [[nodiscard]] bool chance(int percent) { return below(100) < percent; }
  template <class T>
  [[nodiscard]] const T& one_of(const std::vector<T>& things) {
    return things[static_cast<std::size_t>(below(static_cast<int>(things.size())))];
  }

 private:
  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }

  std::uint64_t state_;
};

}  // namespace interleave::random_programs
