#include "app/cli/text_lane.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/cli/words.h"

namespace interleave::cli {

namespace {

struct Glyph {
  std::string_view drawn;
  std::string_view ascii;
};

constexpr std::array<Glyph, kInkCount> kGlyphs = {{
    {" ", " "},
    {"█", "#"},
    {"▓", "%"},
    {"┄", "."},
    {"─", "-"},
    {"┃", "|"},
    {"✓", "+"},
    {"✕", "x"},
    {"⊘", "/"},
}};

/// The letters of a UTF-8 text, each on its own.
std::vector<std::string> letters_of(std::string_view text) {
  std::vector<std::string> letters;
  for (const char byte : text) {
    if ((static_cast<unsigned char>(byte) & 0xc0U) != 0x80U) {
      letters.emplace_back();
    }
    letters.back() += byte;
  }
  return letters;
}

/// The escape sequence's numbers; empty: none.
std::string style_of(Ink ink, bool letter, int colour) {
  switch (ink) {
    case Ink::running:
      return letter ? fmt::format("30;{}", colour + 10) : fmt::format("{}", colour);
    case Ink::blocked:
      return letter ? "97;41" : "31";
    case Ink::failed:
      return "1;31";
    case Ink::done:
    case Ink::instant:
      return fmt::format("{}", colour);
    case Ink::ready:
    case Ink::suspended:
      return fmt::format("2;{}", colour);
    case Ink::none:
    case Ink::cancelled:
      break;
  }
  return {};
}

}  // namespace

std::string_view glyph_of(Ink ink, bool ascii) {
  const Glyph& glyph = kGlyphs[static_cast<std::size_t>(ink)];
  return ascii ? glyph.ascii : glyph.drawn;
}

void TextLane::fill(std::size_t from, std::size_t to, Ink ink) {
  for (std::size_t i = from; i < std::min(to, cells_.size()); ++i) {
    cells_[i] = {ink, {}};
  }
}

void TextLane::set(std::size_t at, Ink ink) {
  if (at < cells_.size()) {
    cells_[at] = {ink, {}};
  }
}

void TextLane::label(std::size_t from, std::size_t to, const std::vector<std::string>& texts) {
  if (from >= to) {
    return;
  }
  const bool solid = cells_[from].ink == Ink::running || cells_[from].ink == Ink::blocked;
  // A line shows on both sides of its label, a block at least before it: two blocks stay apart.
  const std::size_t margin = solid ? 1 : 2;
  for (const std::string& text : texts) {
    const std::size_t length = columns_of(text) + (solid ? 0 : 2);
    if (columns_of(text) == 0 || length + margin + (solid ? 0 : 1) > to - from) {
      continue;
    }
    std::size_t at = from + margin;
    for (std::string& letter : letters_of(solid ? text : " " + text + " ")) {
      cells_[at++].letter = std::move(letter);
    }
    return;
  }
}

std::string TextLane::text(int colour, bool ascii) const {
  std::string text;
  std::string style;
  std::size_t end = cells_.size();
  while (end > 0 && cells_[end - 1].ink == Ink::none) {
    --end;
  }
  for (std::size_t i = 0; i < end; ++i) {
    const Cell& cell = cells_[i];
    const std::string wanted = colour == 0 ? "" : style_of(cell.ink, !cell.letter.empty(), colour);
    if (wanted != style) {
      text += style.empty() ? "" : "\x1b[0m";
      text += wanted.empty() ? "" : fmt::format("\x1b[{}m", wanted);
      style = wanted;
    }
    text += cell.letter.empty() ? glyph_of(cell.ink, ascii) : std::string_view(cell.letter);
  }
  return text + (style.empty() ? "" : "\x1b[0m");
}

}  // namespace interleave::cli
