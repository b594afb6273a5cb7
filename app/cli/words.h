#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenarios/scenario.h"

namespace interleave::cli {

/// A parameter's value as it is typed: "4", "0.2".
[[nodiscard]] std::string value_text(const Parameter& parameter, double value);
/// The same with its unit: "4", "0.2 s".
[[nodiscard]] std::string value_with_unit(const Parameter& parameter, double value);
/// "0 to 40", "0 to 2 s".
[[nodiscard]] std::string range_text(const Parameter& parameter);

/// Columns that a text takes in a terminal (none of ours has wide or combining letters).
[[nodiscard]] std::size_t columns_of(std::string_view text);

/// Rows of cells, drawn in columns two blanks apart; no blanks at the end of a line.
class Table {
 public:
  enum class Side : char { left, right };
  explicit Table(std::vector<Side> sides) : sides_(std::move(sides)) {}

  void add(std::vector<std::string> row);
  [[nodiscard]] std::string text(std::string_view indent = "") const;

 private:
  std::vector<Side> sides_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace interleave::cli
