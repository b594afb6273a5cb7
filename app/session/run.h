#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string>

#include "app/trace/state.h"
#include "app/trace/trace.h"
#include "runtime/program.h"
#include "scenarios/scenario.h"

namespace interleave {

/// A scenario's program under way, with the trace that it writes.
class Run {
 public:
  /// Mode and settings must be valid for the scenario.
  Run(const Scenario& scenario, std::string mode, Settings settings);

  /// Drives the program for at most that many handles and indexes what it reported; false when it
  /// has ended.
  bool advance(std::uint64_t handles);
  /// Drives it to its end (every program is bounded by its limits).
  void finish();

  [[nodiscard]] const Scenario& scenario() const { return *scenario_; }
  [[nodiscard]] const std::string& mode() const { return mode_; }
  [[nodiscard]] const Settings& settings() const { return settings_; }
  [[nodiscard]] const Trace& trace() const { return *trace_; }
  /// Nanoseconds between the two events that stand closest but not at one time; at least 1.
  [[nodiscard]] std::int64_t closest_ns();
  [[nodiscard]] StateReader& states() { return *states_; }

 private:
  const Scenario* scenario_;
  std::string mode_;
  Settings settings_;
  std::unique_ptr<Program> program_;
  std::unique_ptr<Trace> trace_;
  std::unique_ptr<StateReader> states_;
  // As far as looked at.
  Seq gaps_seen_ = 0;
  std::int64_t closest_ns_ = std::numeric_limits<std::int64_t>::max();
};

}  // namespace interleave
