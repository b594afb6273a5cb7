#pragma once

namespace interleave {

// Hatches, the same for every painter: straight lines at 45 degrees, laid out from the page's
// origin, so that neighbouring bars continue each other's pattern. Times RectShape::hatch_scale.
inline constexpr float kRisingSpacing = 7;
inline constexpr float kRisingWidth = 1.2F;
inline constexpr float kFallingSpacing = 8;
inline constexpr float kFallingWidth = 1.6F;

// Dashes, in widths of their line.
inline constexpr float kDash = 2.4F;
inline constexpr float kDashGap = 1.8F;
inline constexpr float kDot = 1.6F;
inline constexpr float kDotGap = 3.6F;

}  // namespace interleave
