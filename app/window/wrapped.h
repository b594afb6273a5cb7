#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/timeline/text_lines.h"

namespace interleave {

/// `text_lines` in the window's typefaces.
[[nodiscard]] inline std::vector<std::string> wrapped_lines(std::string_view text, Face face,
                                                            float size, float room,
                                                            std::size_t most) {
  return text_lines(embedded_measure(), text, face, size, room, most);
}

}  // namespace interleave
