#include "app/cli/numbers.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "app/cli/mistake.h"
#include "app/cli/nearest.h"

namespace interleave::cli {

std::optional<double> decimal_number(std::string_view text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value, std::chars_format::fixed);
  const bool good = error == std::errc() && at == end && std::isfinite(value);
  return good ? std::optional(value) : std::nullopt;
}

std::optional<double> decimal_number(std::string_view text, double least, double most) {
  const std::optional<double> value = decimal_number(text);
  return value && *value >= least && *value <= most ? value : std::nullopt;
}

std::optional<int> whole_number(std::string_view text, int least, int most) {
  int value = 0;
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value);
  const bool good = error == std::errc() && at == end && value >= least && value <= most;
  return good ? std::optional(value) : std::nullopt;
}

Axis axis_of(const std::string& word) {
  if (word == "time" || word == "steps") {
    return word == "time" ? Axis::time : Axis::steps;
  }
  throw Mistake(
      fmt::format("--axis {}: no such axis{}", word, what_there_is(word, {"time", "steps"})));
}

}  // namespace interleave::cli
