#pragma once

#include <algorithm>
#include <cstddef>

namespace interleave {

/// The first index of [from, end) for which `is_before` does not hold; it holds up to there, and
/// not from there on. For whoever goes along a list from left to right: `stride`, how far it was
/// the last time, is how far ahead is looked first, and is told anew.
template <class IsBefore>
[[nodiscard]] std::size_t gallop(std::size_t from, std::size_t end, std::size_t& stride,
                                 IsBefore is_before) {
  std::size_t low = from;
  std::size_t high = end;
  for (std::size_t leap = std::max<std::size_t>(stride, 1); low < high; leap *= 2) {
    const std::size_t there = low + std::min(leap, high - low);
    if (!is_before(there - 1)) {
      high = there - 1;
      break;
    }
    low = there;
  }
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (is_before(middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  stride = low - from;
  return low;
}

}  // namespace interleave
