#include "app/export/text_rows.h"

#include <algorithm>
#include <array>

#include "app/export/text_width.h"
#include "app/timeline/one_line.h"
#include "app/timeline/utf8.h"

namespace interleave {
namespace {

struct SignLook {
  std::string_view unicode;
  std::string_view ascii;
};

constexpr std::array<SignLook, 11> kLooks = {{
    {" ", " "},
    {"·", "."},
    {"─", "-"},
    {"░", ":"},
    {"█", "#"},
    {"▓", "X"},
    {"┃", "|"},
    {"╌", "~"},
    {"✓", "*"},
    {"✕", "!"},
    {"⊘", "/"},
}};

// The window's colours of tasks, as near as 256 colours come.
constexpr std::array<int, 8> kColours = {245, 166, 32, 36, 169, 142, 105, 172};
constexpr int kRed = 160;

std::string_view ascii_for(char32_t c) {
  switch (c) {
    case U'×':
      return "x";
    case U'…':
      return "..";
    case U'·':
    case U'–':
      return "-";
    case U'µ':
      return "u";
    case U'’':
      return "'";
    default:
      return "?";
  }
}

// The escape that a cell needs; equal ones are not repeated.
std::string escape_of(const Cell& cell) {
  const int colour = kColours[cell.colour == 0 ? 0 : 1 + (cell.colour - 1U) % 7];
  switch (cell.sign) {
    case Sign::blank:
    case Sign::not_called:
    case Sign::idle:
      return "\x1b[0;2m";
    case Sign::running:
      return "\x1b[0;1;97;48;5;" + std::to_string(colour) + "m";
    case Sign::blocked:
      return "\x1b[0;1;97;48;5;" + std::to_string(kRed) + "m";
    default:
      return "\x1b[0;38;5;" + std::to_string(colour) + "m";
  }
}

std::string glyph_of(const Cell& cell, const TextStyle& style) {
  if (!cell.letter.empty()) {
    return cell.letter;
  }
  const bool filled = cell.sign == Sign::running || cell.sign == Sign::blocked;
  const SignLook& look = kLooks[static_cast<std::size_t>(cell.sign)];
  if (style.colour && filled && !style.ascii) {
    // The background is the bar; the pattern still tells blocked from running.
    return cell.sign == Sign::running ? " " : "▒";
  }
  return std::string(style.ascii ? look.ascii : look.unicode);
}

}  // namespace

void TextRow::fill(std::size_t from, std::size_t to, Sign sign, std::uint16_t colour) {
  for (std::size_t i = from; i < std::min(to, cells.size()); ++i) {
    cells[i] = {sign, {}, false, colour};
  }
}

void TextRow::label(std::size_t from, std::size_t to, const std::vector<std::string>& labels) {
  to = std::min(to, cells.size());
  for (const std::string& text : labels) {
    const std::size_t length = text_width(text);
    if (text.empty() || from + length + 2 > to) {
      continue;
    }
    std::size_t cell = from + (to - from - length) / 2;
    // Air around the words where it leaves something of the sign.
    const bool airy = from + length + 4 <= to;
    if (airy) {
      cells[cell - 1].letter = " ";
    }
    for (std::size_t at = 0; at < text.size();) {
      const Glyph glyph = next_glyph(text, at);
      cells[cell].letter = glyph.bytes;
      if (glyph.width == 2) {
        cells[cell].wide = true;
        cells[cell + 1].letter.clear();
      }
      cell += glyph.width;
    }
    if (airy) {
      cells[cell].letter = " ";
    }
    return;
  }
}

std::string shown_text(std::string_view whole, bool ascii) {
  const std::string text = one_line(whole);
  if (!ascii) {
    return text;
  }
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    result += c < 0x80 ? std::string(1, static_cast<char>(c)) : std::string(ascii_for(c));
  }
  return result;
}

std::string cells_text(const std::vector<Cell>& cells, std::size_t from, std::size_t to,
                       const TextStyle& style) {
  std::size_t end = std::min(to, cells.size());
  while (end > from && cells[end - 1].sign == Sign::blank && cells[end - 1].letter.empty()) {
    --end;
  }
  std::string text;
  std::string last;
  for (std::size_t i = from; i < end; ++i) {
    if (style.colour) {
      std::string escape = escape_of(cells[i]);
      if (escape != last) {
        text += escape;
        last = std::move(escape);
      }
    }
    // A wide letter has no place where the line ends in its middle.
    const bool halved = cells[i].wide && i + 1 >= end;
    text += glyph_of(halved ? Cell{cells[i].sign, {}, false, cells[i].colour} : cells[i], style);
    i += cells[i].wide && !halved ? 1 : 0;
  }
  return style.colour && end > from ? text + "\x1b[0m" : text;
}

std::string sign_key(const TextStyle& style) {
  struct Entry {
    Sign sign;
    std::string_view words;
  };
  constexpr std::array<Entry, 9> entries = {{{Sign::running, "running"},
                                             {Sign::instant, "runs, takes no time"},
                                             {Sign::ready, "ready"},
                                             {Sign::suspended, "suspended"},
                                             {Sign::blocked, "BLOCKED"},
                                             {Sign::not_called, "not called yet"},
                                             {Sign::done, "done"},
                                             {Sign::failed, "failed"},
                                             {Sign::cancelled, "cancelled"}}};
  std::string text;
  std::size_t column = 0;
  for (const Entry& entry : entries) {
    const std::size_t length = entry.words.size() + 2;
    if (column > 0 && column + 3 + length > static_cast<std::size_t>(style.width)) {
      text += '\n';
      column = 0;
    }
    if (column > 0) {
      text += "   ";
      column += 3;
    }
    text += cells_text({{entry.sign, {}, false, 2}}, 0, 1, style) + " " + std::string(entry.words);
    column += length;
  }
  return text + "\n";
}

}  // namespace interleave
