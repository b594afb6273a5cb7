#pragma once

#include <cstdint>
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
  [[nodiscard]] StateReader& states() { return *states_; }

 private:
  const Scenario* scenario_;
  std::string mode_;
  Settings settings_;
  std::unique_ptr<Program> program_;
  std::unique_ptr<Trace> trace_;
  std::unique_ptr<StateReader> states_;
};

}  // namespace interleave
