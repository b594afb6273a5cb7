#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "app/timeline/shapes.h"

namespace interleave {

/// However many lines it takes.
inline constexpr std::size_t kAllLines = static_cast<std::size_t>(-1);

/// A text cut into lines that fit the room, at spaces; what is left over after `most` lines ends
/// the last with "…".
[[nodiscard]] std::vector<std::string> wrapped_lines(std::string_view text, Face face, float size,
                                                     float room, std::size_t most);

}  // namespace interleave
