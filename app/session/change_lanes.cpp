#include <algorithm>

#include "app/session/applier.h"

namespace interleave {

void Session::Applier::operator()(const command::FoldLane& c) const {
  if (c.run >= s.runs_.size()) {
    return;
  }
  const Trace& trace = s.runs_[c.run]->trace();
  if (trace.children_of(c.task).empty()) {
    return;
  }
  const std::string name = lane_name(s.run_name(c.run), trace, {LaneKey::What::task, c.task, 0});
  if (s.view_.lanes.folded.erase(name) == 0) {
    s.view_.lanes.folded.insert(name);
  }
}

void Session::Applier::operator()(const command::PinLane& c) const {
  const std::size_t run = c.lane ? c.run : s.selected_run_;
  if (run >= s.runs_.size() || (!c.lane && s.selected_task_ == kNoTask)) {
    return;
  }
  const LaneKey lane = c.lane.value_or(LaneKey{LaneKey::What::task, s.selected_task_, 0});
  const std::string name = lane_name(s.run_name(run), s.runs_[run]->trace(), lane);
  std::vector<std::string>& pinned = s.view_.lanes.pinned;
  if (const auto found = std::find(pinned.begin(), pinned.end(), name); found != pinned.end()) {
    pinned.erase(found);
  } else {
    pinned.push_back(name);
  }
}

void Session::Applier::operator()(const command::FilterLanes& c) const {
  s.view_.lanes.filter = c.text;
  s.scroll_y_ = 0;
}

}  // namespace interleave
