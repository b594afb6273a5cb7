#pragma once

#include <string>
#include <vector>

#include "app/timeline/layout.h"
#include "app/window/ui.h"

// The parts of the timeline's panel, a file each; timeline.cpp calls them.

namespace interleave {

/// The lanes as they are on screen: their box in the window (at scale 1), their layout, and a
/// painter in the layout's pixels.
struct TimelineScreen {
  Box box;
  const Timeline& timeline;
  Painter paint;
  /// What is to come is not to be seen.
  bool masked = false;
};

// ---- timeline_mouse.cpp: clicks, drags, the wheel, hovering.
void use_mouse(Ui& ui, const TimelineScreen& screen);
/// The lane that the arrow keys have selected is scrolled into sight, else the run in focus.
void follow_lane(Ui& ui, const TimelineScreen& screen);

// ---- timeline_hover.cpp: what lies under the mouse, said beside it; `masked`: nothing of what is
// to come.
void say_what_is_hovered(Ui& ui, const Hit* hit, bool masked);

// ---- timeline_spans.cpp: the span, the mark and the guide, over the lanes; their sums below.
void draw_spans(Ui& ui, TimelineScreen& screen);
/// A thin line at the event that is snapped to, with its time on the ruler.
void draw_guide(Ui& ui, TimelineScreen& screen, std::size_t run, double value);
/// Height that the sums take below the lanes; 0 where nothing is marked.
[[nodiscard]] float sums_height(Ui& ui, float width);
void draw_sums(Ui& ui, Box box);

// ---- timeline_map.cpp: all of the run in a strip, while only a part is on view.
/// Its height; 0 where all is on view, or too little room would be left.
[[nodiscard]] float map_height(Ui& ui, float room);
void draw_map(Ui& ui, Box box, const TimelineView& view, const AxisMap& lanes);

// ---- timeline_filter.cpp: the button that opens the field; the field itself is an overlay.
/// Width that the button takes at the right end of the heading.
[[nodiscard]] float filter_button_width(Ui& ui);
void draw_filter_button(Ui& ui, Box box);

}  // namespace interleave
