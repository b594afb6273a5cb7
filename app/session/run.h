#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <variant>

#include "app/import/reader.h"
#include "app/trace/state.h"
#include "app/trace/trace.h"
#include "runtime/program.h"
#include "scenarios/scenario.h"

namespace interleave {

/// A scenario's program under way, or a file that is being read, with the trace that comes of it.
class Run {
 public:
  /// Mode and settings must be valid for the scenario.
  Run(const Scenario& scenario, std::string mode, Settings settings);
  /// From a file: its scenario is its own, see file_scenario().
  Run(const std::string& path, std::unique_ptr<TraceReader> reader);

  /// Drives the program for at most that many handles (reads as much as takes about as long) and
  /// indexes what it reported; false when it has ended.
  bool advance(std::uint64_t handles);
  /// Drives it to its end (every program is bounded by its limits).
  void finish();
  /// Nothing more will come of it.
  [[nodiscard]] bool ended() const { return ended_; }
  /// What it is read from; null where it is a program.
  [[nodiscard]] const TraceReader* reader() const;
  /// Reads no further.
  void stop_reading() { ended_ = true; }

  [[nodiscard]] const Scenario& scenario() const { return *scenario_; }
  [[nodiscard]] const std::string& mode() const { return mode_; }
  [[nodiscard]] const Settings& settings() const { return settings_; }
  /// Of a masked run its beginning.
  [[nodiscard]] const Trace& trace() const { return masked_ ? mask_->trace : *trace_; }
  [[nodiscard]] const Trace& whole() const { return *trace_; }
  /// Nanoseconds between the two events that stand closest but not at one time; at least 1.
  [[nodiscard]] std::int64_t closest_ns();
  [[nodiscard]] StateReader& states() { return masked_ ? mask_->states : *states_; }

  /// Until it is unmasked, trace() and states() end with that event: whatever is drawn from them
  /// cannot tell what comes after it.
  void mask_after(Seq seq);
  void unmask() { masked_ = false; }
  [[nodiscard]] bool masked() const { return masked_; }

 private:
  /// Of a run from a file.
  std::unique_ptr<const Scenario> own_scenario_;
  const Scenario* scenario_;
  std::string mode_;
  Settings settings_;
  std::variant<std::unique_ptr<Program>, std::unique_ptr<TraceReader>> source_;
  bool ended_ = false;
  std::unique_ptr<Trace> trace_;
  std::unique_ptr<StateReader> states_;
  struct Mask {
    Mask(const Trace& whole, Seq size) : trace(Trace::beginning_of(whole, size)), states(trace) {}
    Trace trace;
    StateReader states;
  };
  // Kept while it is off, since going on only adds to it.
  std::unique_ptr<Mask> mask_;
  bool masked_ = false;
  // As far as looked at.
  Seq gaps_seen_ = 0;
  std::int64_t closest_ns_ = std::numeric_limits<std::int64_t>::max();
};

}  // namespace interleave
