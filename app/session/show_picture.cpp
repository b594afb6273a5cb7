#include <algorithm>

#include "app/session/applier.h"
#include "scenarios/catalogue.h"

namespace interleave {

namespace {

/// The picture's values that the scenario has; those that differ from the mode's own were chosen.
ChosenSettings settings_in(const Scenario& scenario, const PictureView::Run& run) {
  ChosenSettings all{scenario.defaults_of(run.mode), {}};
  for (const auto& [name, value] : run.settings) {
    const Parameter* parameter = scenario.parameter(name);
    if (parameter != nullptr && all.settings[name] != value) {
      all.settings.set(name, std::clamp(value, parameter->min, parameter->max));
      all.chosen.insert(name);
    }
  }
  return all;
}

}  // namespace

void Session::Applier::operator()(const command::ShowPicture& c) const {
  const PictureView& picture = c.view;
  const Scenario* scenario = find_scenario(picture.scenario);
  if (scenario == nullptr || picture.runs.empty()) {
    s.set_notice("The picture shows “" + picture.scenario + "”, which is no scenario here.");
    return;
  }
  ViewState next;
  next.scenario = picture.scenario;
  const ChosenSettings shared = settings_in(*scenario, picture.runs.front());
  next.settings = shared.settings;
  next.chosen = shared.chosen;
  for (const PictureView::Run& run : picture.runs) {
    if (next.runs.size() == kMostRuns) {
      break;
    }
    RunChoice choice;
    choice.mode = run.mode;
    const ChosenSettings own = settings_in(*scenario, run);
    if (own.chosen != shared.chosen ||
        std::any_of(own.chosen.begin(), own.chosen.end(), [&](const std::string& name) {
          return own.settings[name] != shared.settings[name];
        })) {
      choice.own = own;
    }
    next.runs.push_back(std::move(choice));
  }
  next.focus = std::min(picture.focus, next.runs.size() - 1);
  const bool focus_kept = picture.focus == next.focus;
  next.axis = picture.axis;
  next.from = picture.from;
  next.to = picture.to;
  s.restore(next);
  for (std::size_t i = 0; i < s.run_count(); ++i) {
    s.run(i).finish();
  }
  if (s.view_.to > s.axis_extent()) {  // another version's run
    s.view_.from = 0;
    s.view_.to = 0;
  }
  const Trace& trace = s.focused().trace();
  s.stand_on(std::min(picture.playhead, trace.size() - 1));
  const bool there = focus_kept && picture.selected && *picture.selected != kProgram &&
                     trace.created_at(*picture.selected) < trace.size();
  s.selected_run_ = s.view_.focus;
  s.selected_task_ = there ? *picture.selected : kNoTask;
  s.motion_.stop();
}

}  // namespace interleave
