#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "app/timeline/measure.h"

namespace interleave {

/// However many lines it takes.
inline constexpr std::size_t kAllLines = static_cast<std::size_t>(-1);

/// The text in lines no wider than `room`, broken between words, `most` at most; the last is
/// shortened with … where more would follow. A word that is wider goes on in the next line if all
/// lines may be taken, else it is shortened.
[[nodiscard]] std::vector<std::string> text_lines(const Measure& measure, std::string_view text,
                                                  Face face, float size, float room,
                                                  std::size_t most);

}  // namespace interleave
