#include <algorithm>
#include <cmath>

#include "app/session/applier.h"
#include "app/session/file_scenario.h"
#include "app/trace/stops.h"
#include "scenarios/catalogue.h"

namespace interleave {

namespace {

/// The nearest value that the parameter can have.
double allowed(const Parameter& parameter, double value) {
  const double steps = std::round((value - parameter.min) / parameter.step);
  value = parameter.min + steps * parameter.step;
  value = std::round(value * 1000) / 1000;  // counts are whole, seconds whole milliseconds
  return std::clamp(value, parameter.min, parameter.max);
}

}  // namespace

void Session::Applier::forget_places() const {
  s.stop_playing();
  s.selected_task_ = kNoTask;
  s.selected_run_ = s.view_.focus;
  s.span_.reset();
  s.mark_ns_.reset();
  s.anchor_.reset();
  s.scroll_y_ = 0;
  s.pulse_ = 0;
}

void Session::Applier::operator()(const command::SetScenario& c) const {
  const Scenario* scenario = s.scenario_named(c.id);
  if (scenario == nullptr) {
    return;
  }
  s.scenario_ = scenario;
  s.view_.scenario = scenario->id;
  s.view_.set_modes(first_modes(*scenario));
  s.view_.focus = s.view_.runs.size() - 1;
  s.compared_ = {};
  s.view_.settings = scenario->defaults();
  s.view_.chosen.clear();
  s.view_.from = 0;
  s.view_.to = 0;
  s.view_.lanes = {};
  if (!is_file_id(scenario->id)) {
    s.visited_.insert(scenario->id);
  }
  forget_places();
  s.rerun();
  fit_axis();
}

// Where nothing takes any time, the time axis has nothing to show.
void Session::Applier::fit_axis() const {
  const bool takes_time = std::any_of(s.runs_.begin(), s.runs_.end(), [](const auto& run) {
    return !run->trace().complete() || run->trace().end_ns() > 0;
  });
  if (!takes_time && s.view_.axis == Axis::time) {
    s.view_.axis = Axis::steps;
    s.axis_fitted_ = true;
  } else if (takes_time && s.axis_fitted_) {
    s.view_.axis = Axis::time;
    s.axis_fitted_ = false;
  }
}

void Session::Applier::operator()(const command::NextScenario& c) const {
  const auto all = catalogue();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Scenario& each) { return &each == s.scenario_; });
  const auto here = static_cast<int>(found - all.begin());  // files stand below the last lesson
  const int next = std::clamp(here + c.delta, 0, static_cast<int>(all.size()) - 1);
  if (next != here) {
    (*this)(command::SetScenario{all[static_cast<std::size_t>(next)].id});
  }
}

void Session::Applier::operator()(const command::SetMode& c) const {
  if (s.scenario_->mode(c.id) == nullptr) {
    return;
  }
  if (s.focused().mode() == c.id) {
    return;
  }
  const std::vector<std::string> modes = s.view_.modes();
  const auto shown = std::find(modes.begin(), modes.end(), c.id);
  if (shown != modes.end()) {
    (*this)(command::FocusRun{static_cast<std::size_t>(shown - modes.begin())});
    return;
  }
  const Anchor anchor = anchor_of(s.focused().trace(), s.playhead());
  s.view_.runs[s.view_.focus].mode = c.id;
  forget_places();
  s.rerun();
  // Another mode has other steps: what is the same in both is the time.
  s.stand_on(anchor.at_start ? 0 : s.focused().trace().last_at(anchor.t_ns));
}

void Session::Applier::operator()(const command::SetModeNumber& c) const {
  if (c.number >= 1 && static_cast<std::size_t>(c.number) <= s.scenario_->modes.size()) {
    (*this)(command::SetMode{s.scenario_->modes[static_cast<std::size_t>(c.number) - 1].id});
  }
}

void Session::Applier::operator()(const command::SetParam& c) const {
  const Parameter* parameter = s.scenario_->parameter(c.name);
  if (parameter == nullptr) {
    return;
  }
  const double value = allowed(*parameter, c.value);
  if (!s.anchor_) {
    s.anchor_ = anchor_of(s.focused().trace(), s.playhead());
  }
  if (value != s.value_of(*parameter)) {
    s.stop_playing();
    std::optional<ChosenSettings>& own = s.view_.runs[s.run_with(*parameter)].own;
    (own ? own->settings : s.view_.settings).set(c.name, value);
    (own ? own->chosen : s.view_.chosen).insert(c.name);
    s.rerun();
    s.stand_on(find_anchor(s.focused().trace(), *s.anchor_));
  }
  if (!c.dragging) {
    s.anchor_.reset();
  }
}

void Session::Applier::operator()(const command::ApplyPreset& c) const {
  const auto preset = std::find_if(s.scenario_->presets.begin(), s.scenario_->presets.end(),
                                   [&](const Preset& p) { return p.id == c.id; });
  if (preset == s.scenario_->presets.end()) {
    return;
  }
  if (!preset->mode.empty()) {
    (*this)(command::SetMode{preset->mode});
  }
  ChosenSettings next{s.scenario_->defaults(), {}};
  for (const auto& [name, value] : preset->values) {
    next.settings.set(name, value);
    next.chosen.insert(name);
  }
  run_with(std::move(next));
}

/// Gives the focused run those settings, and the runs that share its own.
void Session::Applier::run_with(ChosenSettings settings) const {
  const Anchor anchor = anchor_of(s.focused().trace(), s.playhead());
  if (std::optional<ChosenSettings>& own = s.view_.runs[s.view_.focus].own) {
    own = std::move(settings);
  } else {
    s.view_.settings = std::move(settings.settings);
    s.view_.chosen = std::move(settings.chosen);
  }
  s.stop_playing();
  s.rerun();
  s.stand_on(find_anchor(s.focused().trace(), anchor));
}

void Session::Applier::operator()(const command::ResetParam& c) const {
  const Parameter* parameter = s.scenario_->parameter(c.name);
  if (parameter == nullptr) {
    return;
  }
  const std::optional<ChosenSettings>& own = s.view_.runs[s.view_.focus].own;
  ChosenSettings next = own ? *own : ChosenSettings{s.view_.settings, s.view_.chosen};
  next.settings.set(c.name, parameter->initial);
  next.chosen.erase(c.name);
  run_with(std::move(next));
}

void Session::Applier::operator()(const command::ResetParams& /*c*/) const {
  run_with({s.scenario_->defaults(), {}});
}

}  // namespace interleave
