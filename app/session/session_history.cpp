#include "app/session/session.h"

#include <algorithm>

#include "app/session/applier.h"
#include "app/session/file_scenario.h"
#include "scenarios/catalogue.h"

namespace interleave {

namespace {

constexpr std::size_t kHistoryLimit = 500;

/// Commands that come in streams (a drag, a wheel) are one change together: its name, else empty.
std::string change_of(const Command& command) {
  if (const auto* param = std::get_if<command::SetParam>(&command)) {
    return param->dragging ? "param " + param->name : std::string();
  }
  if (std::holds_alternative<command::Zoom>(command)) {
    return "zoom";
  }
  if (std::holds_alternative<command::Pan>(command)) {
    return "pan";
  }
  if (std::holds_alternative<command::FilterLanes>(command)) {
    return "filter";
  }
  return {};
}

/// Leaves of kept settings what the scenario has, within its bounds.
void fit_to(const Scenario& scenario, Settings& settings, std::set<std::string>& chosen) {
  Settings fitting = scenario.defaults();
  std::erase_if(chosen,
                [&](const std::string& name) { return scenario.parameter(name) == nullptr; });
  for (const auto& [name, value] : settings.values()) {
    if (const Parameter* parameter = scenario.parameter(name)) {
      fitting.set(name, std::clamp(value, parameter->min, parameter->max));
    }
  }
  settings = std::move(fitting);
}

}  // namespace

void Session::remember(const ViewState& before, const Command& command) {
  if (std::holds_alternative<command::Undo>(command) ||
      std::holds_alternative<command::Redo>(command)) {
    change_.clear();
    return;
  }
  if (std::holds_alternative<command::ScrollLanes>(command)) {
    return;  // goes along with a drag
  }
  const std::string change = change_of(command);
  if (!(view_ == before)) {
    if (change.empty() || change != change_) {
      undo_.push_back(before);
      if (undo_.size() > kHistoryLimit) {
        undo_.erase(undo_.begin());
      }
    }
    redo_.clear();
    change_ = change;
  } else if (change != change_) {
    change_.clear();  // what changed nothing begins no change either
  }
}

void Session::go_back_in(std::vector<ViewState>& from, std::vector<ViewState>& onto) {
  if (from.empty()) {
    return;
  }
  onto.push_back(view_);
  const ViewState view = from.back();
  from.pop_back();
  restore(view);
}

void Session::restore(const ViewState& view) {
  const Scenario* scenario = scenario_named(view.scenario);
  if (scenario == nullptr) {
    return;
  }
  const bool same_scenario = scenario == scenario_;
  const Anchor anchor = anchor_of(focused().trace(), playhead());
  scenario_ = scenario;
  ViewState next = view;
  std::erase_if(next.runs,
                [&](const RunChoice& run) { return scenario->mode(run.mode) == nullptr; });
  next.runs.resize(std::min(next.runs.size(), kMostRuns));
  if (next.runs.empty()) {
    next.set_modes(first_modes(*scenario));
    next.focus = next.runs.size() - 1;
  }
  next.focus = std::min(next.focus, next.runs.size() - 1);
  fit_to(*scenario, next.settings, next.chosen);
  for (RunChoice& run : next.runs) {
    if (run.own) {
      fit_to(*scenario, run.own->settings, run.own->chosen);
    }
  }
  view_ = std::move(next);
  if (!is_file_id(scenario_->id)) {
    visited_.insert(scenario_->id);
  }
  stop_playing();
  rerun();
  if (same_scenario) {
    stand_on(find_anchor(focused().trace(), anchor));
  } else {
    selected_task_ = kNoTask;
    span_.reset();
    mark_ns_.reset();
    scroll_y_ = 0;
  }
  selected_run_ = view_.focus;
}

}  // namespace interleave
