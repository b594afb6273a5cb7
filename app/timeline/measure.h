#pragma once

#include <string>
#include <string_view>

#include "app/timeline/shapes.h"

namespace interleave {

/// Widths of text in the embedded typefaces, the same for every painter (FreeType, unhinted).
/// Widths are cached for each letter, so measuring is an addition a letter.
class Measure {
 public:
  /// Pixels from start to end of `text` at `size` pixels.
  [[nodiscard]] virtual float width(std::string_view text, Face face, float size) const = 0;
  virtual ~Measure() = default;
};

/// The one that reads the embedded typefaces; made at the first call.
[[nodiscard]] const Measure& embedded_measure();

/// `text` if it fits into `room`, else its beginning with … , else nothing.
[[nodiscard]] std::string shortened(const Measure& measure, std::string_view text, Face face,
                                    float size, float room);
/// The same, for names, which may differ at their ends alone: where there is room for it the last
/// few letters stay, too.
[[nodiscard]] std::string shortened_inside(const Measure& measure, std::string_view text, Face face,
                                           float size, float room);

}  // namespace interleave
