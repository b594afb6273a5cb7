#include "tests/differential/cases.h"

#include "runtime/repr.h"
#include "scenarios/catalogue.h"

namespace interleave::differential {

namespace {

void add_cases(const Scenario& scenario, const std::string& mode, std::vector<Case>& cases) {
  const Settings defaults = scenario.defaults_of(mode);
  cases.push_back({&scenario, mode, defaults});
  for (const Preset& preset : scenario.presets) {
    if (preset.mode.empty() || preset.mode == mode) {
      cases.push_back({&scenario, mode, defaults});
      for (const auto& [name, value] : preset.values) {
        cases.back().settings.set(name, value);
      }
    }
  }
  for (const Parameter& parameter : scenario.parameters) {
    if (parameter.is_in(mode)) {
      for (const double edge : {parameter.min, parameter.max}) {
        cases.push_back({&scenario, mode, defaults});
        cases.back().settings.set(parameter.name, edge);
      }
    }
  }
}

}  // namespace

std::string Case::name() const {
  std::string out = scenario->id + " " + mode;
  const Settings defaults = scenario->defaults_of(mode);
  for (const auto& [name, value] : settings.values()) {
    if (value != defaults[name]) {
      out += " " + name + "=" + repr(value);
    }
  }
  return out;
}

std::vector<Case> all_cases() {
  std::vector<Case> cases;
  for (const Scenario& scenario : catalogue()) {
    for (const Mode& mode : scenario.modes) {
      add_cases(scenario, mode.id, cases);
    }
  }
  return cases;
}

}  // namespace interleave::differential
