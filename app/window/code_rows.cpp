#include "app/window/code_rows.h"

#include <algorithm>

namespace interleave {

namespace {

constexpr std::size_t kFurther = 4;
/// A row is never cut shorter than this, whatever is to be kept free.
constexpr std::size_t kLeast = 12;

std::size_t spaces_before(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  return first == std::string_view::npos ? text.size() : first;
}

/// Where to cut so that at most `room` columns stay: behind the last comma or space that is not in
/// front of the code itself; else behind a bracket; else in the middle of a word.
std::size_t cut_of(std::string_view text, std::size_t room) {
  const std::size_t start = spaces_before(text);
  for (const std::string_view ends : {" ,", "(.="}) {
    for (std::size_t at = std::min(room, text.size()); at > start + 6; --at) {
      if (ends.find(text[at - 1]) != std::string_view::npos) {
        return at;
      }
    }
  }
  return std::max<std::size_t>(room, 1);
}

}  // namespace

std::vector<CodeRow> code_rows(std::span<const std::string_view> lines, std::size_t columns,
                               const std::function<std::size_t(std::uint16_t)>& kept_free) {
  std::vector<CodeRow> rows;
  columns = std::max(columns, kLeast);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    CodeRow row;
    row.number = static_cast<std::uint16_t>(i + 1);
    row.last = false;
    const std::size_t further = std::min(spaces_before(lines[i]) + kFurther, columns - kLeast);
    std::string_view rest = lines[i];
    while (row.indent + rest.size() > columns) {
      const std::size_t cut = cut_of(rest, columns - row.indent);
      row.text = rest.substr(0, cut);
      rows.push_back(row);
      rest.remove_prefix(cut);
      rest.remove_prefix(spaces_before(rest));
      row.first = false;
      row.indent = further;
    }
    row.text = rest;
    if (row.indent + rest.size() + kept_free(row.number) > columns) {
      rows.push_back(row);
      row.text = {};
      row.first = false;
      row.indent = further;
    }
    row.last = true;
    rows.push_back(row);
  }
  return rows;
}

std::pair<std::size_t, std::size_t> rows_of_line(std::span<const CodeRow> rows,
                                                 std::uint16_t number) {
  const auto [from, to] =
      std::equal_range(rows.begin(), rows.end(), CodeRow{number, {}, 0, true, true},
                       [](const CodeRow& a, const CodeRow& b) { return a.number < b.number; });
  return {static_cast<std::size_t>(from - rows.begin()),
          static_cast<std::size_t>(to - rows.begin())};
}

}  // namespace interleave
