#include "app/cli/choice.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

#include "app/cli/mistake.h"
#include "app/cli/nearest.h"
#include "app/import/open.h"
#include "app/session/file_scenario.h"
#include "app/trace/comparison.h"
#include "app/trace/stops.h"
#include "scenarios/catalogue.h"

namespace interleave::cli {

void add_scenario(CLI::App& app, Choice& choice) {
  app.add_option("SCENARIO", choice.scenario, "as `interleave list` names it; or a trace file")
      ->type_name("");
}

void add_mode(CLI::App& app, Choice& choice) {
  app.add_option("--mode", choice.mode, "one way to do it; if not given, the scenario's default")
      ->type_name("MODE");
}

void add_modes(CLI::App& app, Choice& choice) {
  app.add_option("--modes", choice.modes, "several, with commas between; if not given, all")
      ->type_name("MODE,MODE");
}

void add_settings(CLI::App& app, Choice& choice) {
  app.add_option("--set", choice.settings,
                 "another value for a parameter, as often as needed; seconds: 0.3 or 300ms")
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
}

bool is_file(const std::string& word) {
  if (word.empty() || find_scenario(word) != nullptr) {
    return false;
  }
  std::error_code ignored;
  return word.find_first_of("/.") != std::string::npos || std::filesystem::exists(word, ignored);
}

void check(const Choice& choice) {
  if (!is_file(choice.scenario)) {
    static_cast<void>(scenario_of(choice.scenario));
    return;
  }
  const char* option = choice.mode                ? "--mode"
                       : choice.modes             ? "--modes"
                       : !choice.settings.empty() ? "--set"
                                                  : nullptr;
  if (option != nullptr) {
    throw Mistake(fmt::format("{} is for scenarios; {} is a recording of one run", option,
                              in_quotes(choice.scenario)));
  }
}

const Scenario& scenario_of(const std::string& word) {
  if (const Scenario* found = find_scenario(word)) {
    return *found;
  }
  if (word.empty()) {
    throw Mistake("which scenario? `interleave list` names them");
  }
  std::vector<std::string_view> known;
  for (const Scenario& scenario : catalogue()) {
    known.push_back(scenario.id);
  }
  const std::string near = did_you_mean(word, known);
  throw Mistake(fmt::format("no scenario {}{}", in_quotes(word),
                            near.empty() ? "; `interleave list` names them" : near));
}

const Mode& mode_of(const Scenario& scenario, const std::string& word) {
  if (const Mode* found = scenario.mode(word)) {
    return *found;
  }
  std::vector<std::string_view> known;
  for (const Mode& mode : scenario.modes) {
    known.push_back(mode.id);
  }
  throw Mistake(
      fmt::format("{} has no mode {}{}", scenario.id, in_quotes(word), what_there_is(word, known)));
}

namespace {

std::unique_ptr<Run> run_mode(const Scenario& scenario, const Mode& mode, const Choice& choice) {
  auto run = std::make_unique<Run>(scenario, mode.id, settings_of(scenario, mode, choice.settings));
  run->finish();
  return run;
}

std::unique_ptr<Run> run_file(const std::string& path) {
  auto opened = open_trace(path);
  if (const auto* error = std::get_if<ImportError>(&opened)) {
    throw Mistake(error->message());
  }
  auto run = std::make_unique<Run>(path, std::move(std::get<std::unique_ptr<TraceReader>>(opened)));
  run->finish();
  if (const auto& error = run->reader()->error()) {
    throw Mistake(error->message());
  }
  return run;
}

/// The parts of "a,b,c", which may be empty.
std::vector<std::string> parts_of(const std::string& list) {
  std::vector<std::string> parts(1);
  for (const char c : list) {
    if (c == ',') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::vector<const Mode*> modes_of(const Scenario& scenario,
                                  const std::optional<std::string>& list) {
  std::vector<const Mode*> modes;
  if (!list) {
    for (const Mode& mode : scenario.modes) {
      modes.push_back(&mode);
    }
    return modes;
  }
  for (const std::string& word : parts_of(*list)) {
    const Mode& mode = mode_of(scenario, word);
    if (std::find(modes.begin(), modes.end(), &mode) != modes.end()) {
      throw Mistake(fmt::format("--modes {}: {} is named twice", *list, mode.id));
    }
    modes.push_back(&mode);
  }
  return modes;
}

}  // namespace

std::unique_ptr<Run> run_one(const Choice& choice) {
  check(choice);
  if (is_file(choice.scenario)) {
    return run_file(choice.scenario);
  }
  const Scenario& scenario = scenario_of(choice.scenario);
  const std::string mode = choice.mode.value_or(scenario.default_mode);
  return run_mode(scenario, mode_of(scenario, mode), choice);
}

std::vector<std::unique_ptr<Run>> run_each(const Choice& choice) {
  check(choice);
  std::vector<std::unique_ptr<Run>> runs;
  if (is_file(choice.scenario)) {
    runs.push_back(run_file(choice.scenario));
    return runs;
  }
  const Scenario& scenario = scenario_of(choice.scenario);
  for (const Mode* mode : modes_of(scenario, choice.modes)) {
    runs.push_back(run_mode(scenario, *mode, choice));
  }
  return runs;
}

bool failed(const Run& run) { return outcome_of(run.trace()) == Outcome::failed; }

bool any_failed(const std::vector<std::unique_ptr<Run>>& runs) {
  return std::any_of(runs.begin(), runs.end(), [](const auto& run) { return failed(*run); });
}

std::string failure_note(const Run& run) {
  const TraceReader* reader = run.reader();
  const std::string name = reader == nullptr ? run.scenario().id : path_of_file(run.scenario().id);
  std::string note;
  if (reader != nullptr && !reader->passed_over().empty()) {
    note = fmt::format("{}: {}\n", name, reader->passed_over().words());
  }
  if (failed(run)) {
    note += fmt::format("{} · {} · {}\n", name, run.mode(), ending_of(run));
  }
  return note;
}

std::string failure_notes(const std::vector<std::unique_ptr<Run>>& runs) {
  std::string notes;
  for (const auto& run : runs) {
    notes += failure_note(*run);
  }
  return notes;
}

std::string ending_of(const Run& run) {
  const Trace& trace = run.trace();
  switch (outcome_of(trace)) {
    case Outcome::finished:
      return "finished";
    case Outcome::stopped:
      return fmt::format("watched to {}", seconds_text(trace.end_ns()));
    case Outcome::failed:
      return fmt::format("failed after {}: {}", total_text(trace.end_ns()),
                         trace.text(trace[trace.size() - 1].a));
    case Outcome::running:
      break;
  }
  return "still going on";
}

}  // namespace interleave::cli
