#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/timeline/minimap.h"
#include "app/timeline/view.h"
#include "app/window/text_field.h"

namespace interleave {

/// What the mouse does on the timeline from one frame to the next, and the field that filters it.
struct TimelineTouch {
  enum class Drag : std::uint8_t { none, span, pan, playhead, map };
  Drag drag = Drag::none;
  /// Value of the axis, and run, where the drag began.
  double from = 0;
  std::size_t run = 0;
  /// Over the lanes, a span is of the task where it was begun.
  TaskId brushed = kNoTask;
  /// The lane under the mouse in the last frame: it shows its handles.
  std::optional<LaneKey> hovered;
  std::size_t hovered_run = 0;
  /// On the way to the lane that was selected.
  int times_scrolled = 0;

  MinimapRows map_rows;

  TextField filter;
  /// What of it has been sent.
  std::string filter_sent;
  /// Where the field stands, at scale 1.
  Box filter_box;
};

}  // namespace interleave
