#pragma once

#include <string>
#include <vector>

#include "scenarios/scenario.h"

namespace interleave::differential {

/// One listing with one set of values: run on CPython and on our runtime.
struct Case {
  const Scenario* scenario = nullptr;
  std::string mode;
  Settings settings;

  /// "boiling-water concurrent page_time=0.3".
  [[nodiscard]] std::string name() const;
};

/// Every mode of every scenario: at the defaults, at each preset, and with each parameter at its
/// least and at its greatest value.
[[nodiscard]] std::vector<Case> all_cases();

}  // namespace interleave::differential
