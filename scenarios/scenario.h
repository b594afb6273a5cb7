#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace interleave {

class Program;

enum class Unit : std::uint8_t { count, seconds };

struct Parameter {
  /// As on the command line and in links: `page_time`.
  std::string name;
  /// As on a slider: "time per page".
  std::string label;
  double initial = 0;
  double min = 0;
  double max = 0;
  /// Counts are whole; seconds are whole milliseconds.
  double step = 1;
  Unit unit = Unit::count;
  /// The modes that have it; empty: all have.
  std::vector<std::string> modes = {};

  [[nodiscard]] bool is_in(std::string_view mode) const;
};

struct Mode {
  /// As on the command line: `concurrent`.
  std::string id;
  /// As on a button: "Concurrent".
  std::string title;
  /// What it is, in a few words: "one call after the other", "await asyncio.gather(…)".
  std::string subtitle;
  bool subtitle_is_code = false;
  /// Where its defaults differ from the scenario's (time-limit's `length`).
  std::vector<std::pair<std::string, double>> own_defaults = {};
};

struct Preset {
  std::string id;
  std::string title;
  std::vector<std::pair<std::string, double>> values;
  /// Only offered in this mode; empty: in all.
  std::string mode;
};

/// How a coroutine is called in a sentence: "reading", "the water".
struct Noun {
  std::string coroutine;
  std::string doing;
  std::string waited_for;
};

/// Values of a scenario's parameters, in the catalogue's order.
class Settings {
 public:
  Settings() = default;
  explicit Settings(std::vector<std::pair<std::string, double>> values)
      : values_(std::move(values)) {}
  /// Throws std::out_of_range for a name the scenario does not have: a defect of the caller.
  [[nodiscard]] double operator[](std::string_view name) const;
  [[nodiscard]] int count(std::string_view name) const;
  /// Seconds to whole nanoseconds, rounded.
  [[nodiscard]] std::int64_t ns(std::string_view name) const;
  void set(std::string_view name, double value);
  [[nodiscard]] std::span<const std::pair<std::string, double>> values() const { return values_; }

  friend bool operator==(const Settings&, const Settings&) = default;

 private:
  std::vector<std::pair<std::string, double>> values_;
};

struct Scenario {
  std::string id;
  std::string title;
  /// Short, for the list of lessons.
  std::string short_title;
  std::string lesson;
  /// One line each: what it teaches, a question to put before it runs, what to notice after it.
  std::string teaches;
  std::string question;
  std::string notice;
  std::vector<Mode> modes;
  std::string default_mode;
  std::vector<Parameter> parameters;
  std::vector<Preset> presets;
  std::vector<Noun> nouns;
  /// Makes the program, ready to be driven. Mode and settings are valid. Null: there is nothing to
  /// run, only a recording.
  std::unique_ptr<Program> (*make)(std::string_view mode, const Settings& settings) = nullptr;
  /// Its C++ source, for the window: "scenarios/boiling_water.cpp".
  std::string source;
  /// The one listing of all its modes, where it is no scenario of the catalogue; see listing().
  std::string listings = {};

  [[nodiscard]] Settings defaults() const;
  [[nodiscard]] Settings defaults_of(std::string_view mode_id) const;
  /// Settings with the mode's own defaults where they stand at the scenario's defaults.
  [[nodiscard]] Settings adapted(std::string_view mode_id, Settings settings) const;
  /// The mode of that id, or nullptr.
  [[nodiscard]] const Mode* mode(std::string_view mode_id) const;
  /// The parameter of that name, or nullptr.
  [[nodiscard]] const Parameter* parameter(std::string_view name) const;
  /// Path of a mode's listing among the embedded files:
  /// "listings/boiling-water/boiling-water-concurrent.py".
  [[nodiscard]] std::string listing(std::string_view mode_id) const;
};

}  // namespace interleave
