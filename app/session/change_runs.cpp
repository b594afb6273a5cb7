#include <algorithm>
#include <cmath>

#include "app/session/applier.h"
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
  const Scenario* scenario = find_scenario(c.id);
  if (scenario == nullptr) {
    return;
  }
  s.scenario_ = scenario;
  s.view_.scenario = scenario->id;
  s.view_.modes = first_modes(*scenario);
  s.view_.focus = s.view_.modes.size() - 1;
  s.view_.settings = scenario->defaults();
  s.view_.chosen.clear();
  s.view_.from = 0;
  s.view_.to = 0;
  s.visited_.insert(scenario->id);
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
  const auto here = static_cast<int>(s.scenario_ - all.data());
  const int next = std::clamp(here + c.delta, 0, static_cast<int>(all.size()) - 1);
  if (next != here) {
    (*this)(command::SetScenario{all[static_cast<std::size_t>(next)].id});
  }
}

void Session::Applier::operator()(const command::SetMode& c) const {
  if (s.scenario_->mode(c.id) == nullptr) {
    return;
  }
  const auto shown = std::find(s.view_.modes.begin(), s.view_.modes.end(), c.id);
  if (shown != s.view_.modes.end()) {
    (*this)(command::FocusRun{static_cast<std::size_t>(shown - s.view_.modes.begin())});
    return;
  }
  const Anchor anchor = anchor_of(s.focused().trace(), s.playhead());
  s.view_.modes[s.view_.focus] = c.id;
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

void Session::Applier::operator()(const command::ToggleMode& c) const {
  if (s.scenario_->mode(c.id) == nullptr) {
    return;
  }
  auto& modes = s.view_.modes;
  const Anchor anchor = anchor_of(s.focused().trace(), s.playhead());
  const std::string focused = modes[s.view_.focus];
  const auto shown = std::find(modes.begin(), modes.end(), c.id);
  if (shown == modes.end()) {
    modes.push_back(c.id);
    s.view_.focus = modes.size() - 1;
  } else if (modes.size() > 1) {
    modes.erase(shown);
    const auto still = std::find(modes.begin(), modes.end(), focused);
    s.view_.focus =
        still != modes.end() ? static_cast<std::size_t>(still - modes.begin()) : modes.size() - 1;
  }
  const bool same_focus = modes[s.view_.focus] == focused;
  forget_places();
  s.rerun();
  const Trace& trace = s.focused().trace();
  if (same_focus) {
    s.stand_on(find_anchor(trace, anchor));
  } else {
    s.stand_on(anchor.at_start ? 0 : trace.last_at(anchor.t_ns));
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
    s.view_.settings.set(c.name, value);
    s.view_.chosen.insert(c.name);
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
  Settings settings = s.scenario_->defaults();
  std::set<std::string> chosen;
  for (const auto& [name, value] : preset->values) {
    settings.set(name, value);
    chosen.insert(name);
  }
  run_with(std::move(settings), std::move(chosen));
}

void Session::Applier::run_with(Settings settings, std::set<std::string> chosen) const {
  const Anchor anchor = anchor_of(s.focused().trace(), s.playhead());
  s.view_.settings = std::move(settings);
  s.view_.chosen = std::move(chosen);
  s.stop_playing();
  s.rerun();
  s.stand_on(find_anchor(s.focused().trace(), anchor));
}

void Session::Applier::operator()(const command::ResetParam& c) const {
  const Parameter* parameter = s.scenario_->parameter(c.name);
  if (parameter == nullptr) {
    return;
  }
  Settings settings = s.view_.settings;
  settings.set(c.name, parameter->initial);
  std::set<std::string> chosen = s.view_.chosen;
  chosen.erase(c.name);
  run_with(std::move(settings), std::move(chosen));
}

void Session::Applier::operator()(const command::ResetParams& /*c*/) const {
  run_with(s.scenario_->defaults(), {});
}

void Session::Applier::operator()(const command::FocusRun& c) const {
  if (c.run >= s.runs_.size() || c.run == s.view_.focus) {
    return;
  }
  s.stop_playing();
  s.view_.focus = c.run;
  if (s.selected_run_ != c.run) {
    s.selected_run_ = c.run;
    s.selected_task_ = kNoTask;
  }
  s.stand_on(s.playhead());
}

void Session::Applier::operator()(const command::ToggleComparison& /*c*/) const {
  auto& modes = s.view_.modes;
  if (modes.size() > 1) {
    const Anchor anchor = anchor_of(s.focused().trace(), s.playhead());
    modes = {modes[s.view_.focus]};
    s.view_.focus = 0;
    forget_places();
    s.rerun();
    s.stand_on(find_anchor(s.focused().trace(), anchor));
    return;
  }
  // Beside what is shown: the first mode, or if that is shown already, the default, or the next.
  std::vector<std::string> candidates = first_modes(*s.scenario_);
  for (const Mode& mode : s.scenario_->modes) {
    candidates.push_back(mode.id);
  }
  for (const std::string& id : candidates) {
    if (id == modes.front()) {
      continue;
    }
    const Anchor anchor = anchor_of(s.focused().trace(), s.playhead());
    const bool is_baseline = id == s.scenario_->modes.front().id;
    modes.insert(is_baseline ? modes.begin() : modes.end(), id);
    s.view_.focus = is_baseline ? 1 : 0;
    forget_places();
    s.rerun();
    s.stand_on(find_anchor(s.focused().trace(), anchor));
    return;
  }
}

void Session::Applier::operator()(const command::SwapRuns& /*c*/) const {
  auto& modes = s.view_.modes;
  if (modes.size() < 2) {
    return;
  }
  const Seq stood = s.playhead();
  std::rotate(modes.begin(), modes.begin() + 1, modes.end());
  s.view_.focus = (s.view_.focus + modes.size() - 1) % modes.size();
  forget_places();
  s.rerun();
  s.stand_on(stood);
}

}  // namespace interleave
