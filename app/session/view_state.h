#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "app/session/lane_choices.h"
#include "app/session/run_choice.h"
#include "app/timeline/view.h"
#include "scenarios/scenario.h"

namespace interleave {

/// What undo goes back through: views, parameters, modes.
struct ViewState {
  std::string scenario;
  /// One, or those compared; the first is the baseline.
  std::vector<RunChoice> runs;
  /// Index into runs: whose playhead, listing and loop are shown.
  std::size_t focus = 0;
  /// Of all runs that have none of their own.
  Settings settings;
  /// Parameters set by hand: a mode's own default no longer takes their place.
  std::set<std::string> chosen;
  Axis axis = Axis::time;
  /// Visible stretch; both 0: everything.
  double from = 0;
  double to = 0;
  LaneChoices lanes;

  [[nodiscard]] std::vector<std::string> modes() const;
  /// One run of each of these modes, none with parameters of its own.
  void set_modes(const std::vector<std::string>& modes);

  friend bool operator==(const ViewState&, const ViewState&) = default;
};

/// The modes a scenario is first shown in: its first beside its default, the default in focus.
[[nodiscard]] std::vector<std::string> first_modes(const Scenario& scenario);

}  // namespace interleave
