#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/export/text_timeline.h"

namespace interleave {

/// What a cell of a text timeline shows.
enum class Sign : std::uint8_t {
  blank,
  not_called,
  suspended,
  ready,
  running,
  blocked,
  instant,
  idle,
  done,
  failed,
  cancelled,
};

struct Cell {
  Sign sign = Sign::blank;
  /// A letter over the sign, with its marks; empty: none.
  std::string letter = {};
  /// The letter takes the next cell, too.
  bool wide = false;
  std::uint16_t colour = 0;
};

/// One line of cells with a name in front.
struct TextRow {
  std::string name;
  std::vector<Cell> cells;

  /// Fills [from, to) with a sign.
  void fill(std::size_t from, std::size_t to, Sign sign, std::uint16_t colour);
  /// Writes the first of `labels` that fits into [from, to) with a cell free at each end, centred.
  void label(std::size_t from, std::size_t to, const std::vector<std::string>& labels);
};

/// A text as it is shown: without what plain ASCII does not have, if this is asked for.
[[nodiscard]] std::string shown_text(std::string_view text, bool ascii);
/// The cells [from, to) as text, with colours if these are asked for.
[[nodiscard]] std::string cells_text(const std::vector<Cell>& cells, std::size_t from,
                                     std::size_t to, const TextStyle& style);
/// "█ running  ░ ready  …": the signs and their names, within the width.
[[nodiscard]] std::string sign_key(const TextStyle& style);

}  // namespace interleave
