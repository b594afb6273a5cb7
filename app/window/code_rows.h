#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace interleave {

/// One row on the screen of a listing's line; a long line takes several.
struct CodeRow {
  /// Of the line, from 1.
  std::uint16_t number = 0;
  std::string_view text;
  /// Columns in front of it: 0 where a line begins, which has its own spaces.
  std::size_t indent = 0;
  bool first = true;
  bool last = true;
};

/// Cuts lines that are longer than `columns` behind a comma or a space; what follows is indented
/// further than its line. `kept_free(number)`: columns that stay empty behind that line's last row;
/// where the code leaves no room for them, an empty row is added.
[[nodiscard]] std::vector<CodeRow> code_rows(
    std::span<const std::string_view> lines, std::size_t columns,
    const std::function<std::size_t(std::uint16_t)>& kept_free);

/// The rows of a line: from, to (behind the last).
[[nodiscard]] std::pair<std::size_t, std::size_t> rows_of_line(std::span<const CodeRow> rows,
                                                               std::uint16_t number);

}  // namespace interleave
