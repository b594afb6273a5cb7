#pragma once

#include <optional>
#include <set>
#include <string>

#include "scenarios/scenario.h"

namespace interleave {

/// Values of parameters, and which of them were set by hand: a mode's own default no longer takes
/// the place of those.
struct ChosenSettings {
  Settings settings;
  std::set<std::string> chosen;

  friend bool operator==(const ChosenSettings&, const ChosenSettings&) = default;
};

/// One of the runs on view: a mode, with the parameters that all runs share or, in a copy of a run,
/// with parameters of its own.
struct RunChoice {
  std::string mode;
  std::optional<ChosenSettings> own;
  /// Only the thread's lane is shown.
  bool folded = false;

  friend bool operator==(const RunChoice&, const RunChoice&) = default;
};

/// So many runs can be told apart under one axis.
inline constexpr std::size_t kMostRuns = 4;

}  // namespace interleave
