#pragma once

#include "app/timeline/layout.h"
#include "app/timeline/shapes.h"
#include "app/timeline/view.h"

namespace interleave {

/// All of the runs in a thin strip: what the thread does in its tasks' colours, where it is
/// blocked, the playhead, and a frame around the stretch that is on view.
struct Minimap {
  Shapes shapes;
  /// All of the axis over the strip's width: what a place on it stands for.
  AxisMap map;
  /// The stretch on view, of at least a few pixels; dragged, it pans.
  Box frame;
};

/// The runs share the box's height. 20 pixels at scale 1 and more are good to look at.
[[nodiscard]] Minimap minimap(const TimelineView& view, const Box& box);

}  // namespace interleave
