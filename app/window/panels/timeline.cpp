// The timeline: the layout's shapes painted, with what is drawn over and below them.

#include <algorithm>
#include <array>

#include "app/timeline/layout.h"
#include "app/timeline/measure.h"
#include "app/window/panel.h"
#include "app/window/panels/timeline_parts.h"

namespace interleave {

namespace {

struct Density {
  float pitch, bar, gap, name;
  bool legend;
  /// Headings stand beside their rulers and give up their rows.
  bool compact = false;
  /// A main that only waits for its children gives up its lane, tasks that have ended theirs.
  bool hide_main = false;
  bool fold_ended = false;
  /// Every task has a lane, the thread of each run none.
  bool hide_thread = false;
};

/// Lanes for the last row: from as high as is asked for down to the least, their names as large in
/// all. Then lanes that say least make room for the others.
std::vector<Density> densities_of(const Presentation& p, float zoom) {
  constexpr int kSteps = 4;
  std::vector<Density> all;
  for (int i = 0; i <= kSteps; ++i) {
    const float part = static_cast<float>(i) / kSteps;
    const float pitch = (p.lane_pitch + (p.least_pitch - p.lane_pitch) * part) / zoom;
    const float bar = std::min(p.bar_height / zoom, pitch * 0.62F);
    all.push_back({pitch, bar, 12 - 8 * part, p.name_size / zoom, false, true});
  }
  all.push_back(all.back());
  all.back().hide_main = true;
  all.push_back(all.back());
  all.back().fold_ended = true;
  // What was saved is worth more than the threads' lanes, if it then comes in sight.
  Density without_thread = all[all.size() - 2];
  without_thread.hide_thread = true;
  without_thread.pitch *= 0.88F;
  all.insert(all.end() - 1, without_thread);
  return all;
}

/// Lanes as high as they may be for all of them to be seen; where even the lowest are too many,
/// they scroll.
Timeline fitted(TimelineView& view, const Ui& ui) {
  constexpr std::array<Density, 7> kDensities = {{{46, 24, 28, 14, true},
                                                  {42, 24, 20, 14, true},
                                                  {42, 24, 16, 14, false},
                                                  {36, 22, 10, 13, false},
                                                  {31, 20, 6, 13, false},
                                                  {27, 18, 4, 12.5F, false},
                                                  {27, 18, 4, 12.5F, false, true}}};
  const float width = view.width / view.scale;
  view.metrics.name_width = std::clamp(width * 0.22F, 128.0F, 170.0F);
  const bool legend_wanted = view.show_legend;
  std::vector<Density> densities(kDensities.begin(), kDensities.end());
  if (ui.presentation != nullptr) {
    densities = densities_of(*ui.presentation, ui.zoom);
    view.metrics.name_width = ui.presentation->name_width / ui.zoom;
    view.metrics.left_pad = 6;
    view.metrics.header_pad = 2;
  }
  for (const Density& density : densities) {
    view.metrics.lane_pitch = density.pitch;
    view.metrics.bar_height = density.bar;
    view.metrics.run_gap = density.gap;
    view.metrics.name_size = density.name;
    view.show_legend = density.legend && legend_wanted;
    view.compact_headings = density.compact;
    view.hide_idle_main = density.hide_main;
    view.fold_ended = density.fold_ended;
    view.show_thread = !density.hide_thread;
    view.show_notes = density.pitch > 34;  // a second line under the names needs the room
    const bool last = &density == &densities.back();
    if (!last && least_height(view, embedded_measure()) > view.height) {
      continue;
    }
    Timeline timeline = layout(view, embedded_measure());
    if (last || timeline.content_height <= view.height) {
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

/// How much of the height is shown: a lane of which too little is in sight to read its name waits
/// to be scrolled to.
float shown_height(const Timeline& timeline, float height) {
  constexpr float kLeastPart = 0.7F;
  for (const RunPlace& run : timeline.runs) {
    for (const LanePlace& lane : run.lane_places) {
      const float in_sight = height - lane.box.y;
      if (in_sight > 0 && in_sight < kLeastPart * lane.box.height) {
        return lane.box.y;
      }
    }
  }
  return height;
}

TimelineView view_of(Ui& ui, Box box) {
  const float s = ui.scale;
  TimelineView view = ui.session.timeline_view(box.width * s, box.height * s, s);
  view.show_handles = ui.presentation == nullptr;
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
  const Timeline timeline = fitted(view, ui);
  TimelineScreen screen{inside, timeline, ui.paint.moved(1, {inside.x * s, inside.y * s}),
                        view.mask};
  screen.paint.push_clip({0, 0, inside.width * s, shown_height(timeline, inside.height * s)});
  screen.paint.draw(timeline.shapes);
  draw_spans(ui, screen);
  if (ui.presentation == nullptr) {
    const float button = filter_button_width(ui);
    draw_filter_button(ui, {inside.right() - button - 8, inside.y + 3, button, 22});
  }
  use_mouse(ui, screen);
  follow_lane(ui, screen);
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
