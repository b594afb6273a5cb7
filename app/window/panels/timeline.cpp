// The timeline: the layout's shapes painted, with what is drawn over and below them.

#include <algorithm>
#include <array>

#include "app/timeline/layout.h"
#include "app/timeline/measure.h"
#include "app/window/panel.h"
#include "app/window/panels/timeline_parts.h"

namespace interleave {

namespace {

/// Lanes as high as they may be for all of them to be seen; where even the lowest are too many,
/// they scroll.
Timeline fitted(TimelineView& view) {
  struct Density {
    float pitch, bar, gap, name;
    bool legend;
  };
  constexpr std::array<Density, 6> kDensities = {{{46, 24, 28, 14, true},
                                                  {42, 24, 20, 14, true},
                                                  {42, 24, 16, 14, false},
                                                  {36, 22, 10, 13, false},
                                                  {31, 20, 6, 13, false},
                                                  {27, 18, 4, 12.5F, false}}};
  const float width = view.width / view.scale;
  view.metrics.name_width = std::clamp(width * 0.22F, 128.0F, 170.0F);
  const bool legend_wanted = view.show_legend;
  for (const Density& density : kDensities) {
    view.metrics.lane_pitch = density.pitch;
    view.metrics.bar_height = density.bar;
    view.metrics.run_gap = density.gap;
    view.metrics.name_size = density.name;
    view.show_legend = density.legend && legend_wanted;
    view.show_notes = density.pitch > 34;  // a second line under the names needs the room
    Timeline timeline = layout(view, embedded_measure());
    if (timeline.content_height <= view.height || &density == &kDensities.back()) {
      return timeline;
    }
  }
  return {};
}

/// Takes a strip off the foot.
Box cut_foot(Box& box, float height) {
  height = std::min(height, box.height / 2);
  box.height -= height;
  return {box.x, box.bottom(), box.width, height};
}

TimelineView view_of(Ui& ui, Box box) {
  const float s = ui.scale;
  TimelineView view = ui.session.timeline_view(box.width * s, box.height * s, s);
  view.show_handles = true;
  view.hovered = ui.state.timeline.hovered;
  view.hovered_run = ui.state.timeline.hovered_run;
  view.metrics.header_end = filter_button_width(ui) + 14;
  return view;
}

void draw(Ui& ui, Box box) {
  const float s = ui.scale;
  Box inside{box.x + 1, box.y + 1, box.width - 2, box.height - 1};
  const Box sums = cut_foot(inside, sums_height(ui, inside.width));
  const Box map = cut_foot(inside, map_height(ui, inside.height));
  TimelineView view = view_of(ui, inside);
  view.show_legend = sums.height <= 0;  // its place
  const Timeline timeline = fitted(view);
  TimelineScreen screen{inside, timeline, ui.paint.moved(1, {inside.x * s, inside.y * s}),
                        view.mask};
  screen.paint.push_clip({0, 0, inside.width * s, inside.height * s});
  screen.paint.draw(timeline.shapes);
  draw_spans(ui, screen);
  const float button = filter_button_width(ui);
  draw_filter_button(ui, {inside.right() - button - 8, inside.y + 3, button, 22});
  use_mouse(ui, screen);
  follow_selected_lane(ui, screen);
  screen.paint.pop_clip();
  if (map.height > 0) {
    draw_map(ui, map, view, timeline.map);
  }
  if (sums.height > 0) {
    draw_sums(ui, sums);
  }
}

}  // namespace

extern const Panel timeline_panel;
const Panel timeline_panel = {"timeline", Column::middle, 220, 1, [](Ui&, float) { return 420.0F; },
                              draw};

}  // namespace interleave
