#include <algorithm>

#include "app/session/applier.h"
#include "app/timeline/layout.h"

namespace interleave {

namespace {

/// So close can be looked at: a microsecond, or half a step.
double closest(Axis axis) { return axis == Axis::time ? 1'000 : 0.5; }

}  // namespace

/// Shows a stretch of the axis, cut to what there is.
void Session::Applier::show(double from, double to) const {
  const double all = full_extent(s.timeline_view(1000, 1000, 1));
  const double wide = std::max(to - from, std::min(closest(s.view_.axis), all));
  if (wide >= all) {
    s.view_.from = 0;
    s.view_.to = 0;
    return;
  }
  s.view_.from = std::clamp(from, 0.0, all - wide);
  s.view_.to = s.view_.from + wide;
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
  const double all = full_extent(s.timeline_view(1000, 1000, 1));
  const bool whole = s.view_.from == 0 && s.view_.to == 0;
  const double from = s.view_.from;
  const double to = whole ? all : s.view_.to;
  double at = c.at.value_or(axis_value(s.focused().trace(), s.view_.axis, s.playhead()));
  at = std::clamp(at, from, to);
  show(at - (at - from) / c.factor, at + (to - at) / c.factor);
}

void Session::Applier::operator()(const command::Pan& c) const {
  if (s.view_.from != 0 || s.view_.to != 0) {
    show(s.view_.from + c.by, s.view_.to + c.by);
  }
}

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
  } else if (s.selected_task_ != kNoTask) {
    const Trace& trace = s.runs_[s.selected_run_]->trace();
    const Seq first = std::min<Seq>(trace.created_at(s.selected_task_), trace.size() - 1);
    const Seq last = std::min<Seq>(trace.ended_at(s.selected_task_), trace.size() - 1);
    from = axis_value(trace, s.view_.axis, first);
    to = axis_value(trace, s.view_.axis, last);
  } else {
    return;
  }
  const double margin = (to - from) * 0.05;
  show(from - margin, to + margin);
}

void Session::Applier::operator()(const command::SetSpan& c) const {
  s.span_ = std::minmax(c.from, c.to);
}

void Session::Applier::operator()(const command::ClearSpan& /*c*/) const { s.span_.reset(); }

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
