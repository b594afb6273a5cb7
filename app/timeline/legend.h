#pragma once

#include "app/timeline/frame.h"

namespace interleave {

/// The four states beside each other, each drawn as on the lanes. Gives the width.
float draw_legend(Frame& frame, Point at, float size, Paint ink);
[[nodiscard]] float legend_width(const Frame& frame, float size);

}  // namespace interleave
