#include "app/session/view_state.h"

namespace interleave {

std::vector<std::string> ViewState::modes() const {
  std::vector<std::string> result;
  for (const RunChoice& run : runs) {
    result.push_back(run.mode);
  }
  return result;
}

void ViewState::set_modes(const std::vector<std::string>& modes) {
  runs.clear();
  for (const std::string& mode : modes) {
    runs.push_back({mode, std::nullopt, false});
  }
}

std::vector<std::string> first_modes(const Scenario& scenario) {
  const std::string& first = scenario.modes.front().id;
  if (first == scenario.default_mode) {
    return {first};
  }
  return {first, scenario.default_mode};
}

}  // namespace interleave
