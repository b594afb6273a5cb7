#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/run.h"
#include "scenarios/scenario.h"

namespace CLI {
class App;
}

namespace interleave::cli {

/// What most commands are told: which scenario, in which modes, with which settings; or which file.
/// As typed.
struct Choice {
  /// A scenario's id, or the path of a trace file.
  std::string scenario;
  /// Of --mode; absent: the scenario's own.
  std::optional<std::string> mode;
  /// Of --modes, with commas between; absent: all.
  std::optional<std::string> modes;
  std::vector<std::string> settings;
};

/// Declares SCENARIO and --set, and --mode or --modes.
void add_scenario(CLI::App& app, Choice& choice);
void add_mode(CLI::App& app, Choice& choice);
void add_modes(CLI::App& app, Choice& choice);
void add_settings(CLI::App& app, Choice& choice);

/// Whether the word is a file's path rather than a scenario's name.
[[nodiscard]] bool is_file(const std::string& word);
/// Refuses a word that is neither a file's nor a scenario's, and options that a file has no use
/// for.
void check(const Choice& choice);
/// The scenario of that name. Throws Mistake with the nearest one.
[[nodiscard]] const Scenario& scenario_of(const std::string& word);
/// Throws Mistake.
[[nodiscard]] const Mode& mode_of(const Scenario& scenario, const std::string& word);

/// A value of a parameter as typed: "4", "0.3", "0.3s", "300ms". Throws Mistake.
[[nodiscard]] double value_of(const Parameter& parameter, const std::string& text);
/// The mode's own defaults, and what `NAME=VALUE` says otherwise. Throws Mistake.
[[nodiscard]] Settings settings_of(const Scenario& scenario, const Mode& mode,
                                   const std::vector<std::string>& assignments);

/// A scenario's program in the chosen mode, run to its end; or a file, read to its end.
[[nodiscard]] std::unique_ptr<Run> run_one(const Choice& choice);
/// One in each of the chosen modes.
[[nodiscard]] std::vector<std::unique_ptr<Run>> run_each(const Choice& choice);

/// "failed after 0.3 s: ValueError: no such user", "finished", "watched to 30 s".
[[nodiscard]] std::string ending_of(const Run& run);
[[nodiscard]] bool failed(const Run& run);
[[nodiscard]] bool any_failed(const std::vector<std::unique_ptr<Run>>& runs);
/// A line for each that failed, and for a file of which something was passed over; for stderr.
[[nodiscard]] std::string failure_note(const Run& run);
[[nodiscard]] std::string failure_notes(const std::vector<std::unique_ptr<Run>>& runs);

}  // namespace interleave::cli
