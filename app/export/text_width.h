#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace interleave {

/// A letter with the marks that stand on it, as a terminal shows it.
struct Glyph {
  std::string_view bytes;
  /// Columns: 1, or 2 for the wide letters of East Asia and most emoji.
  std::size_t width = 1;
};

/// The letter that starts at `at`, which is moved behind it and its marks.
[[nodiscard]] Glyph next_glyph(std::string_view text, std::size_t& at);
/// Columns that a terminal gives a text of one line.
[[nodiscard]] std::size_t text_width(std::string_view text);
/// As much of its beginning as has room in so many columns.
[[nodiscard]] std::string cut_to_width(std::string_view text, std::size_t columns);

}  // namespace interleave
