#pragma once

#include <cstddef>
#include <string_view>

#include "app/timeline/shapes.h"

namespace interleave {

inline constexpr std::size_t kFaceCount = 6;

/// The font file of a face, from those built into the program.
[[nodiscard]] std::string_view font_bytes(Face face);
/// "Inter" or "JetBrains Mono", and the weight as CSS counts it.
[[nodiscard]] std::string_view font_family(Face face);
[[nodiscard]] int font_weight(Face face);

}  // namespace interleave
