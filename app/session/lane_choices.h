#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/timeline/view.h"
#include "app/trace/trace.h"

namespace interleave {

/// Which lanes are folded, pinned and looked for. Lanes are named by words that hold in every run
/// of that mode, whatever its parameters, and have no blank in them: "concurrent/task/main".
struct LaneChoices {
  std::set<std::string> folded;
  /// In the order in which they were pinned.
  std::vector<std::string> pinned;
  std::string filter;

  friend bool operator==(const LaneChoices&, const LaneChoices&) = default;
};

/// The name of a lane; `run` names its run, such as its mode.
[[nodiscard]] std::string lane_name(std::string_view run, const Trace& trace, const LaneKey& lane);
/// The lane of that name in a trace; nothing if it is another run's, or there is no such lane.
[[nodiscard]] std::optional<LaneKey> lane_named(std::string_view name, std::string_view run,
                                                const Trace& trace);

/// What the names stand for in one run: as a timeline's view wants it.
void put_choices(const LaneChoices& choices, std::string_view run, RunView& view);

}  // namespace interleave
