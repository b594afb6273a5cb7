#include <algorithm>

#include "app/timeline/parts.h"

// Where a run's parts stand, from the top:
//
//     heading_top      A Sequential  one call after the other     stay in sight while any
//     playhead_row_y               ( 1.2 s )                      of the run's lanes is
//     ruler_top        0 s      1 s      2 s
//     lanes_top        pinned lanes
//     scroll_top       the other lanes, which scroll under those above
//     lanes_bottom
//
// Scrolled, the block above is held at the view's top, until the run's last lane pushes it out.

namespace interleave {
namespace {

// Pinned lanes that would take more of the view scroll like the others.
constexpr float kMostStaying = 0.6F;

struct Heights {
  float heading = 0;
  float row = 0;
  float ruler = 0;
  float pinned = 0;
};

// The label that stands above the first run is for all; once it has been scrolled away, the run on
// view gets a row for it, which grows as lanes come under the heading.
float own_row(const Frame& frame, const RunFrame& run, float scrolled) {
  const bool needs = run.has_playhead && !run.has_playhead_row;
  return needs ? std::min(scrolled, 2.1F * frame.m.tick_size) : 0;
}

void hold_in_sight(Frame& frame, RunFrame& run, const Heights& heights) {
  const float scrolled = std::max(0.0F, -run.top);
  const float row = heights.row + own_row(frame, run, scrolled);
  const float head = heights.heading + row + heights.ruler;
  const bool pins_stay = head + heights.pinned <= kMostStaying * frame.view.height;
  const float block = head + (pins_stay ? heights.pinned : 0);
  const float shift = std::clamp(run.lanes_bottom - run.top - block, 0.0F, scrolled);
  run.stuck = shift > 0;
  run.heading_top = run.top + shift;
  run.playhead_row_y = run.heading_top + heights.heading;
  run.ruler_top = run.playhead_row_y + row;
  run.lanes_top = run.ruler_top + heights.ruler;
  run.scroll_top = run.lanes_top;
  run.has_playhead_row = run.has_playhead_row || row > 2 * frame.m.tick_size;
  for (Lane& lane : run.lanes) {
    lane.stays = lane.pinned && pins_stay;
    if (lane.stays) {
      lane.top = run.scroll_top;
      run.scroll_top += lane.height;
    }
  }
}

}  // namespace

float place_run(Frame& frame, std::vector<RunFrame>& runs, std::size_t index, float y) {
  RunFrame& run = runs[index];
  run.top = y;
  run.has_playhead_row = run.has_playhead && (index == 0 || !one_playhead(frame, runs));
  Heights heights;
  heights.heading = heading_height(frame, *run.run);
  heights.row = run.has_playhead_row ? 2.1F * frame.m.tick_size : 0;
  heights.ruler = ruler_height(frame);
  y += heights.heading + heights.row + heights.ruler;
  for (Lane& lane : run.lanes) {
    lane.top = y;
    y += lane.height;
    heights.pinned += lane.pinned ? lane.height : 0;
  }
  run.lanes_bottom = y;
  hold_in_sight(frame, run, heights);
  return run.lanes_bottom + end_height(frame, run);
}

RunPlace run_place(const Frame& frame, const RunFrame& run) {
  const AxisMap& map = frame.map();
  RunPlace place;
  place.lanes = {map.x0, run.lanes_top, map.x1 - map.x0,
                 std::max(0.0F, run.lanes_bottom - run.lanes_top)};
  place.ruler = {map.x0, run.playhead_row_y, map.x1 - map.x0, run.lanes_top - run.playhead_row_y};
  place.playhead_x = run.has_playhead ? run.playhead_x : map.x0;
  place.scroll_top = run.scroll_top;
  place.lane_places.reserve(run.lanes.size());
  for (const Lane& lane : run.lanes) {
    if (!lane.only_counts()) {
      place.lane_places.push_back({key_of(lane),
                                   {0, lane.top, frame.view.width, lane.height},
                                   lane.pinned,
                                   lane.foldable || lane.folded > 0});
    }
  }
  return place;
}

std::optional<float> scroll_to_lane(const Timeline& timeline, std::size_t run, const LaneKey& lane,
                                    float height) {
  if (run >= timeline.runs.size()) {
    return std::nullopt;
  }
  const RunPlace& place = timeline.runs[run];
  for (const LanePlace& each : place.lane_places) {
    if (each.key != lane) {
      continue;
    }
    const float above = place.scroll_top - each.box.y;
    const float below = each.box.bottom() - height;
    if (each.pinned || (above <= 0 && below <= 0)) {
      return 0.0F;
    }
    return above > 0 ? -above : std::min(below, -above);
  }
  return std::nullopt;
}

}  // namespace interleave
