#include <algorithm>
#include <array>
#include <cmath>

#include "app/session/applier.h"
#include "app/timeline/layout.h"
#include "app/timeline/measure.h"
#include "app/trace/span_sums.h"
#include "app/trace/stops.h"

namespace interleave {

namespace {

constexpr std::array<double, 13> kSpeeds = {0.1, 0.15, 0.25, 0.4, 0.6, 0.8, 1, 1.5, 2, 3, 5, 7, 10};

template <class Forth, class Back>
Seq moved(Seq from, int count, Forth forth, Back back) {
  for (; count > 0; --count) {
    from = forth(from);
  }
  for (; count < 0; ++count) {
    from = back(from);
  }
  return from;
}

/// Tasks in the order of their lanes, without those that are folded away or filtered out.
std::vector<TaskId> lanes_in_order(const TimelineView& view, std::size_t run) {
  std::vector<TaskId> lanes;
  const Timeline timeline = layout(view, embedded_measure());
  for (const LanePlace& lane : timeline.runs[run].lane_places) {
    if (lane.key.what == LaneKey::What::task) {
      lanes.push_back(lane.key.id);
    }
  }
  return lanes;
}

}  // namespace

void Session::Applier::operator()(const command::Step& c) const {
  const Trace& trace = s.focused().trace();
  s.stop_playing();
  s.stand_on(moved(
      s.playhead(), c.count, [&](Seq from) { return next_stop(trace, from); },
      [&](Seq from) { return previous_stop(trace, from); }));
}

void Session::Applier::operator()(const command::StepEvent& c) const {
  const Trace& trace = s.focused().trace();
  s.stop_playing();
  s.stand_on(moved(
      s.playhead(), c.count, [&](Seq from) { return std::min<Seq>(from + 1, trace.size() - 1); },
      [](Seq from) { return from > 0 ? from - 1 : 0; }));
}

void Session::Applier::operator()(const command::StepIteration& c) const {
  const Trace& trace = s.focused().trace();
  s.stop_playing();
  s.stand_on(moved(
      s.playhead(), c.count, [&](Seq from) { return next_iteration(trace, from); },
      [&](Seq from) { return previous_iteration(trace, from); }));
}

void Session::Applier::operator()(const command::StepOfTask& c) const {
  const Trace& trace = s.focused().trace();
  TaskId task = s.selected_task_;
  if (task == kNoTask || s.selected_run_ != s.view_.focus) {
    task = trace[s.playhead()].task;  // nothing is selected: the one it is about
  }
  if (task == kNoTask) {  // it is about none: the next that is about one
    return (*this)(command::Step{c.count});
  }
  s.stop_playing();
  s.stand_on(moved(
      s.playhead(), c.count, [&](Seq from) { return next_stop_of(trace, from, task); },
      [&](Seq from) { return previous_stop_of(trace, from, task); }));
}

void Session::Applier::operator()(const command::ToStart& /*c*/) const {
  s.stop_playing();
  s.stand_on(0);
}

void Session::Applier::operator()(const command::ToEnd& /*c*/) const {
  s.stop_playing();
  s.stand_on(s.focused().trace().size() - 1);
}

void Session::Applier::operator()(const command::GoTo& c) const {
  if (c.run < s.runs_.size()) {
    s.stop_playing();
    s.view_.focus = c.run;
    s.stand_on(c.seq);
  }
}

void Session::Applier::operator()(const command::GoToStep& c) const {
  const Trace& trace = s.focused().trace();
  s.stop_playing();
  s.stand_on(c.step == 0 ? 0 : trace.step_begin(std::min(c.step, trace.step_count())));
}

void Session::Applier::operator()(const command::GoToTime& c) const {
  s.stop_playing();
  s.stand_on(s.focused().trace().last_at(std::max<std::int64_t>(c.t_ns, 0)));
}

void Session::Applier::operator()(const command::PlayPause& /*c*/) const {
  if (s.playing_) {
    s.stop_playing();
    return;
  }
  const Trace& trace = s.focused().trace();
  if (next_stop(trace, s.playhead()) == s.playhead() && trace.complete()) {
    s.stand_on(0);  // at the end it plays again
  }
  s.playing_ = true;
  s.play_left_ns_ = 0;
}

void Session::Applier::operator()(const command::ChangeSpeed& c) const {
  const auto nearest = std::min_element(kSpeeds.begin(), kSpeeds.end(), [&](double a, double b) {
    return std::abs(std::log(a / s.preferences_.speed)) <
           std::abs(std::log(b / s.preferences_.speed));
  });
  const auto index = static_cast<int>(nearest - kSpeeds.begin()) + c.notches;
  s.preferences_.speed =
      kSpeeds[static_cast<std::size_t>(std::clamp(index, 0, static_cast<int>(kSpeeds.size()) - 1))];
}

void Session::Applier::operator()(const command::SetSpeed& c) const {
  s.preferences_.speed = std::clamp(c.speed, kSpeeds.front(), kSpeeds.back());
}

void Session::Applier::operator()(const command::SelectLane& c) const {
  const std::vector<TaskId> lanes = lanes_in_order(s.timeline_view(1000, 1, 1), s.view_.focus);
  if (lanes.empty()) {
    return;
  }
  const auto count = static_cast<int>(lanes.size());
  const bool here = s.selected_run_ == s.view_.focus;
  const auto found = std::find(lanes.begin(), lanes.end(), s.selected_task_);
  int index = c.delta > 0 ? 0 : count - 1;
  if (here && found != lanes.end()) {
    index = std::clamp(static_cast<int>(found - lanes.begin()) + c.delta, 0, count - 1);
  }
  s.selected_run_ = s.view_.focus;
  s.selected_task_ = lanes[static_cast<std::size_t>(index)];
  s.lane_chosen_ = true;
}

void Session::Applier::operator()(const command::SelectTask& c) const {
  if (c.run >= s.runs_.size()) {
    return;
  }
  s.selected_run_ = c.run;
  s.selected_task_ = c.task;
  s.lane_chosen_ = c.task != kNoTask;
  if (c.run != s.view_.focus) {
    (*this)(command::FocusRun{c.run});
  }
}

// What was touched last: the lane's children, or the instant where the playhead stands.
void Session::Applier::operator()(const command::OpenSelected& /*c*/) const {
  const Trace& trace = s.runs_[s.selected_run_]->trace();
  const bool parent = s.selected_task_ != kNoTask && !trace.children_of(s.selected_task_).empty();
  const std::int64_t now_ns = s.state().t_ns;
  const bool shared =
      s.view_.axis == Axis::time && span_sums(s.focused().trace(), now_ns, now_ns).switches > 1;
  const bool is_open = !s.opened_instants_.empty();
  if (parent && (s.lane_chosen_ || (!shared && !is_open))) {
    (*this)(command::FoldLane{s.selected_run_, s.selected_task_});
  } else if (shared) {
    (*this)(command::OpenInstant{s.view_.focus, now_ns});
  } else {
    s.opened_instants_.clear();
  }
}

void Session::Applier::operator()(const command::OpenInstant& c) const {
  if (c.run >= s.runs_.size()) {
    return;
  }
  if (c.run != s.selected_run_) {
    s.opened_instants_.clear();
    s.selected_run_ = c.run;
    s.selected_task_ = kNoTask;
  }
  const auto found = std::find(s.opened_instants_.begin(), s.opened_instants_.end(), c.t_ns);
  if (found != s.opened_instants_.end()) {
    s.opened_instants_.erase(found);
  } else {
    s.opened_instants_.push_back(c.t_ns);
  }
}

}  // namespace interleave
