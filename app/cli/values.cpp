#include <fmt/format.h>

#include <cmath>
#include <optional>

#include "app/cli/choice.h"
#include "app/cli/mistake.h"
#include "app/cli/nearest.h"
#include "app/cli/numbers.h"
#include "app/cli/words.h"

namespace interleave::cli {

namespace {

bool take_ending(std::string_view& text, std::string_view ending) {
  if (!text.ends_with(ending)) {
    return false;
  }
  text.remove_suffix(ending.size());
  while (text.ends_with(' ')) {
    text.remove_suffix(1);
  }
  return true;
}

/// In the smallest unit that a value may have: whole counts, milliseconds.
std::optional<double> in_smallest(const Parameter& parameter, std::string_view text) {
  double factor = 1;
  if (parameter.unit == Unit::seconds) {
    const bool millis = take_ending(text, "ms");
    factor = millis ? 1 : 1000;
    if (!millis) {
      take_ending(text, "s");
    }
  }
  const std::optional<double> number = decimal_number(text);
  return number ? std::optional(*number * factor) : std::nullopt;
}

std::string what_would_be_right(const Parameter& parameter) {
  const std::string range = range_text(parameter);
  return parameter.unit == Unit::count
             ? fmt::format("{} is a whole number from {}", parameter.name, range)
             : fmt::format("{} is a time in seconds, to the millisecond, from {}", parameter.name,
                           range);
}

}  // namespace

double value_of(const Parameter& parameter, const std::string& text) {
  constexpr double kRounding = 1e-6;
  const double per_unit = parameter.unit == Unit::seconds ? 1000 : 1;
  const std::optional<double> smallest = in_smallest(parameter, text);
  if (smallest) {
    const double whole = std::round(*smallest);
    const double value = whole / per_unit;
    if (std::abs(*smallest - whole) < kRounding && value >= parameter.min &&
        value <= parameter.max) {
      return value + 0.0;  // no negative zero
    }
  }
  throw Mistake(
      fmt::format("--set {}={}: {}", parameter.name, text, what_would_be_right(parameter)));
}

Settings settings_of(const Scenario& scenario, const Mode& mode,
                     const std::vector<std::string>& assignments) {
  Settings settings = scenario.defaults_of(mode.id);
  std::vector<std::string_view> known;
  for (const Parameter& parameter : scenario.parameters) {
    known.push_back(parameter.name);
  }
  for (const std::string& assignment : assignments) {
    const std::size_t equals = assignment.find('=');
    const std::string name = assignment.substr(0, equals);
    const Parameter* parameter = scenario.parameter(name);
    if (parameter == nullptr) {
      throw Mistake(fmt::format("--set {}: {} has no parameter {}{}", assignment, scenario.id,
                                in_quotes(name), what_there_is(name, known)));
    }
    if (equals == std::string::npos) {
      throw Mistake(fmt::format("--set {}: the value is missing; --set {}={} would be right",
                                assignment, name, value_text(*parameter, parameter->initial)));
    }
    settings.set(name, value_of(*parameter, assignment.substr(equals + 1)));
  }
  return settings;
}

}  // namespace interleave::cli
