#include <algorithm>
#include <limits>

#include "app/session/applier.h"
#include "app/timeline/layout.h"

namespace interleave {

/// Shows a stretch of the axis, cut to what there is.
void Session::Applier::show(AxisStretch stretch) const {
  const double all = s.axis_extent();
  const AxisStretch cut = within(stretch, all);
  const bool whole = cut.width() >= all * (1 - 1e-12);
  s.view_.from = whole ? 0 : cut.from;
  s.view_.to = whole ? 0 : cut.to;
}

/// So close can be looked at: half a step, or from one event to the next where they stand closest.
double Session::Applier::closest() const {
  if (s.view_.axis == Axis::steps) {
    return 0.5;
  }
  std::int64_t gap_ns = std::numeric_limits<std::int64_t>::max();
  for (const auto& run : s.runs_) {
    gap_ns = std::min(gap_ns, run->closest_ns());
  }
  return static_cast<double>(gap_ns);
}

void Session::Applier::operator()(const command::ToggleAxis& /*c*/) const {
  (*this)(command::SetAxis{s.view_.axis == Axis::time ? Axis::steps : Axis::time});
}

void Session::Applier::operator()(const command::SetAxis& c) const {
  if (c.axis == s.view_.axis) {
    return;
  }
  s.view_.axis = c.axis;
  s.axis_fitted_ = false;
  s.view_.from = 0;
  s.view_.to = 0;
  s.span_.reset();
}

void Session::Applier::operator()(const command::Zoom& c) const {
  const double at = c.at.value_or(axis_value(s.focused().trace(), s.view_.axis, s.playhead()));
  show(zoomed(s.shown_stretch(), s.wanted_stretch(), c.factor, at, closest(), s.axis_extent()));
}

void Session::Applier::operator()(const command::Pan& c) const {
  const AxisStretch from = c.dragging ? s.shown_stretch() : s.wanted_stretch();
  show(panned(from, c.by + c.part * from.width(), s.axis_extent()));
}

void Session::Applier::operator()(const command::EndGesture& /*c*/) const {}

void Session::Applier::operator()(const command::ScrollLanes& c) const {
  s.scroll_y_ = std::max(0.0F, s.scroll_y_ + c.by_px);
}

void Session::Applier::operator()(const command::ShowAll& /*c*/) const {
  s.view_.from = 0;
  s.view_.to = 0;
  s.scroll_y_ = 0;
}

void Session::Applier::operator()(const command::FitSelection& /*c*/) const {
  double from = 0;
  double to = 0;
  if (s.span_) {
    std::tie(from, to) = *s.span_;
  } else if (s.mark_ns_) {
    const Trace& trace = s.focused().trace();
    from = axis_value(trace, s.view_.axis, trace.last_at(*s.mark_ns_));
    to = axis_value(trace, s.view_.axis, s.playhead());
    std::tie(from, to) = std::pair(std::min(from, to), std::max(from, to));
  } else if (s.selected_task_ != kNoTask) {
    const Trace& trace = s.runs_[s.selected_run_]->trace();
    const Seq first = std::min<Seq>(trace.created_at(s.selected_task_), trace.size() - 1);
    const Seq last = std::min<Seq>(trace.ended_at(s.selected_task_), trace.size() - 1);
    from = axis_value(trace, s.view_.axis, first);
    to = axis_value(trace, s.view_.axis, last);
  } else {
    return;
  }
  const double width = std::max(to - from, closest());
  const double middle = (from + to) / 2;
  show({middle - 0.55 * width, middle + 0.55 * width});
}

void Session::Applier::operator()(const command::SetSpan& c) const {
  s.span_ = std::minmax(c.from, c.to);
}

void Session::Applier::operator()(const command::ClearSpan& c) const {
  s.span_.reset();
  if (c.mark_too) {
    s.mark_ns_.reset();
  }
}

void Session::Applier::operator()(const command::Mark& /*c*/) const {
  const std::int64_t now_ns = s.state().t_ns;
  if (s.mark_ns_ == now_ns) {
    s.mark_ns_.reset();
  } else {
    s.mark_ns_ = now_ns;
  }
}

void Session::Applier::operator()(const command::Undo& /*c*/) const {
  s.go_back_in(s.undo_, s.redo_);
}

void Session::Applier::operator()(const command::Redo& /*c*/) const {
  s.go_back_in(s.redo_, s.undo_);
}

}  // namespace interleave
