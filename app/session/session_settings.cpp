#include "app/session/session.h"

#include <algorithm>

#include "app/session/parameter_words.h"
#include "app/trace/words.h"

namespace interleave {

Settings Session::settings_of(std::size_t run) const {
  const RunChoice& choice = view_.runs[run];
  const Settings& given = choice.own ? choice.own->settings : view_.settings;
  Settings settings = scenario_->adapted(choice.mode, given);
  for (const std::string& name : choice.own ? choice.own->chosen : view_.chosen) {
    settings.set(name, given[name]);
  }
  return settings;
}

std::vector<std::size_t> Session::edited_runs() const {
  if (view_.runs[view_.focus].own) {
    return {view_.focus};
  }
  std::vector<std::size_t> runs;
  for (std::size_t i = 0; i < view_.runs.size(); ++i) {
    if (!view_.runs[i].own) {
      runs.push_back(i);
    }
  }
  return runs;
}

const Settings& Session::edited_settings() const {
  const RunChoice& run = view_.runs[view_.focus];
  return run.own ? run.own->settings : view_.settings;
}

bool Session::is_as_at_first() const {
  const std::vector<std::size_t> runs = edited_runs();
  return std::all_of(runs.begin(), runs.end(), [&](std::size_t run) {
    return settings_of(run) == scenario().defaults_of(view_.runs[run].mode);
  });
}

std::size_t Session::run_with(const Parameter& parameter) const {
  const auto& runs = view_.runs;
  const auto having = std::find_if(runs.begin(), runs.end(), [&parameter](const RunChoice& run) {
    return parameter.is_in(run.mode);
  });
  const bool in_another = !parameter.is_in(runs[view_.focus].mode) && having != runs.end();
  return in_another ? static_cast<std::size_t>(having - runs.begin()) : view_.focus;
}

double Session::value_of(const Parameter& parameter) const {
  return settings_of(run_with(parameter))[parameter.name];
}

bool Session::is_shown(const Parameter& parameter) const {
  return std::any_of(view_.runs.begin(), view_.runs.end(),
                     [&parameter](const RunChoice& run) { return parameter.is_in(run.mode); });
}

std::string Session::run_words(std::size_t run) const {
  const std::string& mode = view_.runs[run].mode;
  const Settings settings = settings_of(run);
  std::vector<std::string> parts;
  for (const Parameter& parameter : scenario_->parameters) {
    bool differs = false;
    for (std::size_t i = 0; i < view_.runs.size(); ++i) {
      const bool twin = i != run && view_.runs[i].mode == mode;
      differs = differs || (twin && settings_of(i)[parameter.name] != settings[parameter.name]);
    }
    if (differs && parameter.is_in(mode)) {
      parts.push_back(parameter.label + " " + value_words(parameter, settings[parameter.name]));
    }
  }
  return words::list(parts, 3);
}

std::string Session::run_name(std::size_t run) const {
  const auto of_mode =
      std::count_if(runs_.begin(), runs_.begin() + static_cast<std::ptrdiff_t>(run),
                    [&](const auto& each) { return each->mode() == runs_[run]->mode(); });
  return runs_[run]->mode() + (of_mode > 0 ? " " + std::to_string(of_mode + 1) : std::string());
}

}  // namespace interleave
