#pragma once

#include "scenarios/scenario.h"

namespace interleave {

// Each scenario's file defines a function of its name that describes it.
#define INTERLEAVE_SCENARIO(name) [[nodiscard]] Scenario name##_scenario();
#include "scenarios/scenario_list.inc"
#undef INTERLEAVE_SCENARIO

}  // namespace interleave
