#include "app/session/session.h"

#include "app/session/applier.h"
#include "app/timeline/layout.h"

namespace interleave {

double Session::axis_extent() { return full_extent(timeline_view(1000, 1000, 1)); }

AxisStretch Session::wanted_stretch() {
  if (view_.from == 0 && view_.to == 0) {
    return {0, axis_extent()};
  }
  return {view_.from, view_.to};
}

AxisStretch Session::shown_stretch() {
  return motion_.moving() ? motion_.shown() : wanted_stretch();
}

// What is on screen eases to another stretch of the same picture; another picture is there at once.
void Session::follow_view(const ViewState& before, const AxisStretch& shown,
                          const Command& command) {
  const bool same_picture = before.scenario == view_.scenario && before.runs == view_.runs &&
                            before.settings == view_.settings && before.axis == view_.axis;
  const auto* pan = std::get_if<command::Pan>(&command);
  if (!same_picture || preferences_.reduced_motion || (pan != nullptr && pan->dragging)) {
    motion_.stop();
  } else if (before.from != view_.from || before.to != view_.to) {
    motion_.go(shown, wanted_stretch());
  }
  const bool beyond = !prediction_.masks() && view_.to > axis_extent();
  if (view_.to != 0 && (!same_picture || beyond)) {
    // The run may have become shorter, or nothing masks any more how short it is.
    Applier{*this}.show({view_.from, view_.to});
  }
}

// It is no change of the view by hand: history leaves it out.
void Session::keep_playhead_in_view() {
  if (view_.to == 0) {
    return;
  }
  const double at = axis_value(focused().trace(), view_.axis, playhead());
  if (at >= view_.from && at <= view_.to) {
    return;
  }
  const AxisStretch shown = shown_stretch();
  const double width = view_.to - view_.from;
  // There is more to see on the side where it goes on to.
  Applier{*this}.show({at - 0.25 * width, at + 0.75 * width});
  if (!preferences_.reduced_motion) {
    motion_.go(shown, wanted_stretch());
  }
}

TimelineView Session::timeline_view(float width, float height, float scale) {
  TimelineView view;
  view.axis = view_.axis;
  view.width = width;
  view.height = height;
  view.scroll_y = scroll_y_;
  view.scale = scale;
  view.from = motion_.moving() ? motion_.shown().from : view_.from;
  view.to = motion_.moving() ? motion_.shown().to : view_.to;
  view.filter.text = view_.lanes.filter;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const Mode& mode = *scenario_->mode(runs_[i]->mode());
    RunView run;
    run.trace = &runs_[i]->trace();
    if (runs_.size() > 1) {
      run.badge = std::string(1, static_cast<char>('A' + i));
    }
    run.title = mode.title;
    run.subtitle = run_words(i);
    if (run.subtitle.empty() && view_.runs[i].own) {
      run.subtitle = "a copy: the sliders move it alone";
    }
    if (run.subtitle.empty()) {
      run.subtitle = mode.subtitle;
      run.subtitle_is_code = mode.subtitle_is_code;
    }
    run.playhead = playheads_[i];
    run.folded_run = view_.runs[i].folded;
    run.parts_at = parts_at(i);
    run.state = &runs_[i]->states().at(playheads_[i]);
    put_choices(view_.lanes, run_name(i), run);
    view.runs.push_back(std::move(run));
  }
  view.comparisons = comparisons();
  view.mask = prediction_.masks();
  view.selected_run = selected_task_ == kNoTask ? view_.focus : selected_run_;
  view.selected_task = selected_task_;
  view.veil = preferences_.veil;
  view.opened_instants = opened_instants_;
  view.show_handles = true;
  view.pulse = pulse_;
  return view;
}

}  // namespace interleave
