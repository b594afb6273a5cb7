#pragma once

#include <algorithm>
#include <string_view>

#include "app/timeline/layout.h"

/// Views of one run, and hits of a layout, for tests.
namespace interleave::test {

[[nodiscard]] inline TimelineView view_of_one(const Trace& trace, Axis axis = Axis::time) {
  TimelineView view;
  view.axis = axis;
  view.width = 940;
  view.height = 700;
  view.show_handles = true;
  RunView run;
  run.trace = &trace;
  run.title = "Concurrent";
  run.playhead = trace.size() - 1;
  view.runs.push_back(run);
  return view;
}

[[nodiscard]] inline std::vector<Hit> hits_of(const Timeline& timeline, Hit::What what) {
  std::vector<Hit> found;
  std::copy_if(timeline.hits.begin(), timeline.hits.end(), std::back_inserter(found),
               [what](const Hit& hit) { return hit.what == what; });
  return found;
}

[[nodiscard]] inline const LanePlace* lane_place(const Timeline& timeline, const LaneKey& key,
                                                 std::size_t run = 0) {
  for (const LanePlace& place : timeline.runs[run].lane_places) {
    if (place.key == key) {
      return &place;
    }
  }
  return nullptr;
}

[[nodiscard]] inline LaneKey task_lane(TaskId task) { return {LaneKey::What::task, task, 0}; }
[[nodiscard]] inline LaneKey thread_key() { return {LaneKey::What::thread, 0, 0}; }
[[nodiscard]] inline LaneKey resource_lane(ResourceId id) {
  return {LaneKey::What::resource, id, 0};
}

}  // namespace interleave::test
