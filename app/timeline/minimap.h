#pragma once

#include <memory>
#include <vector>

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

/// What stays of a Minimap while only the stretch on view and the playheads move: the runs' rows as
/// they were drawn last. Who draws frame after frame keeps one.
class MinimapRows {
 public:
  /// A row for each run, drawn anew where the runs, the axis or the box have changed.
  const std::vector<Shapes>& of(const TimelineView& view, const Box& box, const AxisMap& map);

 private:
  struct DrawnRun {
    std::shared_ptr<const EventLog> log;
    Seq size = 0;
    friend bool operator==(const DrawnRun&, const DrawnRun&) = default;
  };
  std::vector<DrawnRun> runs_;
  Axis axis_ = Axis::time;
  Box box_;
  double to_ = 0;
  float scale_ = 0;
  std::vector<Shapes> rows_;
};

/// The runs share the box's height. 20 pixels at scale 1 and more are good to look at.
[[nodiscard]] Minimap minimap(const TimelineView& view, const Box& box, MinimapRows& kept);
[[nodiscard]] Minimap minimap(const TimelineView& view, const Box& box);

}  // namespace interleave
