#include "scenarios/catalogue.h"

#include <vector>

#include "scenarios/scenario_list.h"

namespace interleave {

std::span<const Scenario> catalogue() {
  static const std::vector<Scenario> scenarios = {
#define INTERLEAVE_SCENARIO(name) name##_scenario(),
#include "scenarios/scenario_list.inc"
#undef INTERLEAVE_SCENARIO
  };
  return scenarios;
}

const Scenario* find_scenario(std::string_view id) {
  for (const Scenario& scenario : catalogue()) {
    if (scenario.id == id) {
      return &scenario;
    }
  }
  return nullptr;
}

}  // namespace interleave
