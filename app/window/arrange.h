#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/timeline/shapes.h"

namespace interleave {

/// Where in the window a panel stands; those of one column stand under each other.
enum class Column : std::uint8_t { top, left, middle, right };

/// What a panel asks of its column.
struct Need {
  Column column = Column::middle;
  /// Height it would like, and the least it can live with.
  float wanted = 0;
  float least = 0;
  /// Share of what is left over; 0: it stays as it is.
  float grow = 0;
  bool shown = true;
};

/// Widths of the columns, and the box of each panel (empty for those not shown).
///
///     +--------------------------------------+
///     | top                                  |
///     +------+------------------------+------+
///     | left | middle                 | right|
///     +------+------------------------+------+
///
/// At scale 1. Nothing overlaps and nothing leaves the window, from 900 × 600 up.
struct Arrangement {
  Box top;
  Box left;
  Box middle;
  Box right;
  std::vector<Box> panels;
};
[[nodiscard]] Arrangement arrange(float width, float height, std::span<const Need> needs);

/// The scale to draw at: what is wanted, but never so large that the window has fewer than
/// 900 × 560 units.
[[nodiscard]] float usable_scale(float wanted, float width_px, float height_px);

}  // namespace interleave
