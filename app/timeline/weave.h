#pragma once

#include <array>
#include <vector>

#include "app/timeline/shapes.h"
#include "app/timeline/theme.h"

namespace interleave {

/// How a weave looks, the same for every painter: light lines and dots on a dark fill. Sizes are
/// times the scale of what it is woven into: RectShape::hatch_scale, or circle_weave_scale().
struct WeaveLook {
  /// From line to line, across and upright; 0 for none.
  float across = 0;
  float upright = 0;
  /// Where lines would cross stand dots instead.
  bool dots = false;
};
inline constexpr float kWeaveLine_px = 1.1F;
inline constexpr float kWeaveDot_px = 1.2F;

[[nodiscard]] WeaveLook look_of(Weave weave);
[[nodiscard]] inline float circle_weave_scale(float radius) { return radius / 7; }

/// The lines and dots in a box, laid out from its middle, so that the narrowest bar has one of
/// them.
struct WeaveMarks {
  std::vector<std::array<Point, 2>> lines;
  std::vector<Point> dots;
};
[[nodiscard]] WeaveMarks weave_marks(Weave weave, const Box& box, float scale);
/// Those within a circle.
[[nodiscard]] WeaveMarks weave_marks(Weave weave, Point centre, float radius);

}  // namespace interleave
