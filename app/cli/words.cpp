#include "app/cli/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace interleave::cli {

std::string value_text(const Parameter& parameter, double value) {
  if (parameter.unit == Unit::count) {
    return fmt::format("{}", std::llround(value));
  }
  std::string text = fmt::format("{:.3f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) {
    text.pop_back();
  }
  return text;
}

std::string value_with_unit(const Parameter& parameter, double value) {
  return value_text(parameter, value) + (parameter.unit == Unit::seconds ? " s" : "");
}

std::string range_text(const Parameter& parameter) {
  return value_text(parameter, parameter.min) + " to " + value_with_unit(parameter, parameter.max);
}

std::size_t columns_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
  }));
}

void Table::add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

std::string Table::text(std::string_view indent) const {
  std::vector<std::size_t> widths(sides_.size());
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], columns_of(row[i]));
    }
  }
  std::string text;
  for (const auto& row : rows_) {
    std::string line(indent);
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string blanks(widths[i] - columns_of(row[i]), ' ');
      line += i == 0 ? "" : "  ";
      line += sides_[i] == Side::left ? row[i] + blanks : blanks + row[i];
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

}  // namespace interleave::cli
