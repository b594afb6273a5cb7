#include "app/window/goto_text.h"

#include <charconv>
#include <cmath>
#include <string>

namespace interleave {

std::optional<Command> goto_command(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (c != ' ') {
      letters += c == ',' ? '.' : c;
    }
  }
  double value = 0;
  const char* const begin = letters.data();
  const char* const end = begin + letters.size();
  const auto [rest, error] = std::from_chars(begin, end, value);
  if (error != std::errc() || !std::isfinite(value) || value < 0 || value > 1e9) {
    return std::nullopt;
  }
  const std::string_view unit(rest, static_cast<std::size_t>(end - rest));
  if (unit == "s") {
    return command::GoToTime{std::llround(value * 1e9)};
  }
  if (unit == "ms") {
    return command::GoToTime{std::llround(value * 1e6)};
  }
  if (!unit.empty() || value != std::floor(value)) {
    return std::nullopt;
  }
  return command::GoToStep{static_cast<std::uint32_t>(value)};
}

}  // namespace interleave
