#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace interleave::cli {

/// What a cell of a lane shows; its glyph and colour follow from it.
enum class Ink : std::uint8_t {
  none,
  running,
  blocked,
  ready,
  suspended,
  instant,  // a step of no length
  done,
  failed,
  cancelled,
};
inline constexpr int kInkCount = static_cast<int>(Ink::cancelled) + 1;

[[nodiscard]] std::string_view glyph_of(Ink ink, bool ascii);

/// One line of cells.
class TextLane {
 public:
  explicit TextLane(std::size_t cells) : cells_(cells) {}

  /// [from, to), cut off at the lane's end.
  void fill(std::size_t from, std::size_t to, Ink ink);
  void set(std::size_t at, Ink ink);
  [[nodiscard]] Ink ink_at(std::size_t at) const { return cells_[at].ink; }
  [[nodiscard]] std::size_t size() const { return cells_.size(); }
  /// Writes the first of the texts that fits over [from, to) of solid or drawn-through cells.
  void label(std::size_t from, std::size_t to, const std::vector<std::string>& texts);

  /// `colour`: of ANSI's (31 … 36, 90), 0 for none. No blanks at the end.
  [[nodiscard]] std::string text(int colour, bool ascii) const;

 private:
  struct Cell {
    Ink ink = Ink::none;
    /// A label's letter in place of the glyph; empty: none.
    std::string letter;
  };
  std::vector<Cell> cells_;
};

}  // namespace interleave::cli
