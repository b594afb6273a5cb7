#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/program.h"
#include "scenarios/catalogue.h"

namespace interleave::test {

using Lines = std::vector<std::string>;
using Log = std::shared_ptr<const EventLog>;
using Values = std::vector<std::pair<std::string, double>>;

/// One mode of one scenario with one set of values.
struct Run {
  const Scenario* scenario = nullptr;
  std::string mode;
  Settings settings;

  /// "boiling-water concurrent page_time=0.3".
  [[nodiscard]] std::string name() const;
  [[nodiscard]] std::unique_ptr<Program> program() const { return scenario->make(mode, settings); }
  /// Its events when it has been driven to its end.
  [[nodiscard]] Log log() const;
};

/// A mode at its defaults, but for the values given. Throws std::out_of_range for a scenario that
/// is not in the catalogue.
[[nodiscard]] Run run_of(std::string_view scenario, std::string_view mode,
                         const Values& values = {});
/// Every mode of every scenario at its defaults.
[[nodiscard]] std::vector<Run> default_runs();
/// Those, each preset, and each parameter at its least and at its greatest value.
[[nodiscard]] std::vector<Run> all_runs_of_the_catalogue();

/// The printed lines.
[[nodiscard]] Lines outputs(const EventLog& log);
/// When it was over, in milliseconds.
[[nodiscard]] std::int64_t total_ms(const EventLog& log);
/// The same of one run at its defaults, but for the values given; timed: "0.2 s Berlin".
[[nodiscard]] Lines lines_of(std::string_view scenario, std::string_view mode,
                             const Values& values = {});
[[nodiscard]] Lines timed_lines_of(std::string_view scenario, std::string_view mode,
                                   const Values& values = {});
[[nodiscard]] std::int64_t total_of(std::string_view scenario, std::string_view mode,
                                    const Values& values = {});
/// The texts of its warnings.
[[nodiscard]] Lines warnings(const EventLog& log);
/// How often that kind occurs.
[[nodiscard]] int count_of(const EventLog& log, Kind kind);
/// The task of that name; kNoTask if there is none.
[[nodiscard]] TaskId task_named(const EventLog& log, std::string_view name);
/// The last event of that kind of the task of that name.
[[nodiscard]] Event last_of(const EventLog& log, std::string_view name, Kind kind);
/// "page 1", "page 2" …
[[nodiscard]] Lines numbered(const std::string& word, int count);
/// Every event, as numbers and with the texts it names, for telling one run from another.
[[nodiscard]] Lines everything(const EventLog& log);

}  // namespace interleave::test
