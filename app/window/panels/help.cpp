// All keys, drawn from the table that is obeyed.

#include <algorithm>
#include <array>
#include <cctype>
#include <limits>
#include <span>

#include "app/session/keys.h"
#include "app/window/dialogue.h"
#include "app/window/key_cap.h"
#include "app/window/panel.h"
#include "app/window/widgets.h"
#include "app/window/wrapped.h"

namespace interleave {

namespace {

constexpr float kLine = 17;
constexpr float kRowGap = 7;
constexpr float kHeading = 40;
constexpr float kLeastColumn = 370;
constexpr float kMostColumn = 430;
constexpr float kKeyRoom = 158;
constexpr float kColumnGap = 22;
constexpr float kWords = 12.5F;
constexpr std::size_t kMostColumns = 3;

struct HelpRow {
  std::vector<std::string> chords;
  std::string words;
};

/// What stands together under a heading.
struct Block {
  std::string_view heading;
  std::vector<HelpRow> rows;
};

/// More than three digits in a row as "1 … 9".
std::vector<std::string> in_short(std::span<const std::string> chords) {
  constexpr std::ptrdiff_t kMostInRow = 3;
  const auto is_digit = [](const std::string& chord) {
    return std::isdigit(static_cast<unsigned char>(chord.back())) != 0;
  };
  std::vector<std::string> all;
  for (auto at = chords.begin(); at != chords.end();) {
    const auto end = std::find_if_not(at, chords.end(), is_digit);
    if (end - at > kMostInRow) {
      all.insert(all.end(), {*at, "…", *(end - 1)});
      at = end;
    } else {
      all.push_back(*at++);
    }
  }
  return all;
}

/// A binding without words belongs to the row before it, if it is obeyed where that one is.
std::vector<HelpRow> rows_of(const KeyGroup& group) {
  std::vector<HelpRow> rows;
  KeyContexts context = 0;
  for (const Binding& binding : group.bindings) {
    if (!binding.words.empty()) {
      rows.push_back({{}, std::string(binding.words)});
      context = binding.only_in;
    }
    if (!rows.empty() && binding.only_in == context) {
      rows.back().chords.push_back(words_for(binding.chord));
    }
  }
  for (HelpRow& row : rows) {
    row.chords = in_short(row.chords);
  }
  return rows;
}

/// The groups of keys, and last what is done with the mouse.
std::vector<Block> all_blocks() {
  std::vector<Block> blocks;
  Block mouse{"With the mouse", {}};
  for (const KeyGroup& group : key_groups()) {
    blocks.push_back({group.heading, rows_of(group)});
    for (const KeyGroup::MouseLine& line : group.mouse) {
      mouse.rows.push_back({{std::string(line.gesture)}, std::string(line.words)});
    }
  }
  blocks.push_back(std::move(mouse));
  return blocks;
}

float chord_width(const Ui& ui, const std::string& chord) {
  return chord == "…" ? ui.width_of(chord, kWords, Face::regular) : key_cap_width(ui, chord);
}

float chords_width(const Ui& ui, const HelpRow& row) {
  float width = 0;
  for (const std::string& chord : row.chords) {
    width += chord_width(ui, chord) + 5;
  }
  return width;
}

/// The words beside the keys; where the keys leave no room, under them.
struct RowPlace {
  std::vector<std::string> lines;
  float words_x = 0;
  bool below = false;
  float height = 0;
};

RowPlace place_row(const Ui& ui, const HelpRow& row, float width) {
  RowPlace place;
  const float keys = chords_width(ui, row);
  place.below = keys > width * 0.58F;
  place.words_x = place.below ? 0 : std::max(kKeyRoom, keys + 6);
  place.lines = wrapped_lines(row.words, Face::regular, kWords, width - place.words_x, 3);
  const float lines = static_cast<float>(place.lines.size()) + (place.below ? 1.2F : 0.0F);
  place.height = std::max(1.0F, lines) * kLine + kRowGap;
  return place;
}

float block_height(const Ui& ui, const Block& block, float width) {
  float height = kHeading;
  for (const HelpRow& row : block.rows) {
    height += place_row(ui, row, width).height;
  }
  return height;
}

/// Rows that are not whole in sight wait to be scrolled to.
void draw_block(Ui& ui, const Block& block, Point at, float width, const Box& sight) {
  constexpr float kAbove = 15;
  ui.paint.words({at.x, at.y + 18}, block.heading, 13, Face::bold, paint(Role::accent));
  float y = at.y + 44;
  for (const HelpRow& row : block.rows) {
    const RowPlace place = place_row(ui, row, width);
    const float top = y - kAbove;
    const float bottom = top + place.height - kRowGap + 4;
    if (top < sight.y || bottom > sight.bottom()) {
      y += place.height;
      continue;
    }
    float x = at.x;
    for (const std::string& chord : row.chords) {
      if (chord == "…") {
        ui.paint.words({x, y}, chord, kWords, Face::regular, paint(Role::ink_soft));
      } else {
        key_cap(ui, {x, y}, chord);
      }
      x += chord_width(ui, chord) + 5;
    }
    float words_y = place.below ? y + kLine * 1.2F : y;
    for (const std::string& line : place.lines) {
      ui.paint.words({at.x + place.words_x, words_y}, line, kWords, Face::regular,
                     paint(Role::ink_soft));
      words_y += kLine;
    }
    y += place.height;
  }
}

/// Blocks stay whole and in order; columns are cut so that the longest is as short as can be.
struct Columns {
  std::array<std::size_t, kMostColumns + 1> ends{};
  float height = std::numeric_limits<float>::max();
};

Columns divided(const std::vector<float>& heights, std::size_t count) {
  const auto sum = [&heights](std::size_t from, std::size_t to) {
    float total = 0;
    for (std::size_t i = from; i < to; ++i) {
      total += heights[i];
    }
    return total;
  };
  const std::size_t all = heights.size();
  Columns best;
  for (std::size_t a = 0; a <= all; ++a) {
    for (std::size_t b = a; b <= all; ++b) {
      const bool uses = (count > 2 || b == all) && (count > 1 || a == all);
      const float height = std::max({sum(0, a), sum(a, b), sum(b, all)});
      if (uses && height < best.height) {
        best.ends = {0, a, b, all};
        best.height = height;
      }
    }
  }
  return best;
}

/// At the foot: what helps those who don't want to read a table.
void draw_foot(Ui& ui, Box box) {
  ui.paint.fill({box.x + 1, box.y, box.width - 2, 1}, paint(Role::border));
  ButtonStyle style;
  style.face = Face::semibold;
  const float tour = ui.width_of("Take the tour", 12.5F, Face::semibold) + 30;
  float x = box.right() - 24 - tour;
  if (button(ui, id_of("help tour"), {x, box.y + 10, tour, 30}, "Take the tour", style).activated) {
    ui.send(command::StartTour{});
  }
  const float find = ui.width_of("Find by name", 12.5F, Face::semibold) + 30;
  x -= find + 8;
  if (button(ui, id_of("help find"), {x, box.y + 10, find, 30}, "Find by name", style).activated) {
    ui.send(command::Flip{command::Toggle::help});
    ui.send(command::Flip{command::Toggle::palette});
  }
  ui.paint.words_in({box.x + 28, box.y + 29}, x - box.x - 44,
                    "Ctrl+P finds every lesson and action by its name.", 12.5F, Face::regular,
                    paint(Role::ink_soft));
}

void draw(Ui& ui) {
  constexpr float kFoot = 50;
  constexpr float kAbove = 58;
  const std::vector<Block> blocks = all_blocks();
  const float most = ui.window.width - 40;
  const auto fitting =
      static_cast<std::size_t>((most - 56 + kColumnGap) / (kLeastColumn + kColumnGap));
  const std::size_t count = std::clamp<std::size_t>(fitting, 1, kMostColumns);
  const auto columns = static_cast<float>(count);
  const float column = std::min(kMostColumn, (most - 56 - (columns - 1) * kColumnGap) / columns);
  std::vector<float> heights;
  for (const Block& block : blocks) {
    heights.push_back(block_height(ui, block, column));
  }
  const Columns cut = divided(heights, count);
  const float width = columns * column + (columns - 1) * kColumnGap + 56;
  const float height = std::min(ui.window.height - 32, cut.height + kAbove + kFoot + 12);
  const Box box =
      dialogue(ui, "Keys and mouse", width, height, command::Flip{command::Toggle::help});
  const Box inside{box.x + 28, box.y + kAbove, box.width - 36, box.height - kAbove - kFoot};
  const float scroll = begin_scroll(ui, id_of("help"), inside, cut.height + 8);
  for (std::size_t c = 0; c < kMostColumns; ++c) {
    float y = inside.y - scroll;
    for (std::size_t i = cut.ends.at(c); i < cut.ends.at(c + 1); ++i) {
      draw_block(ui, blocks[i], {inside.x + static_cast<float>(c) * (column + kColumnGap), y},
                 column, inside);
      y += heights[i];
    }
  }
  end_scroll(ui);
  draw_foot(ui, {box.x, box.bottom() - kFoot, box.width, kFoot});
}

bool press(Session& /*session*/, UiState& state, Chord chord) {
  float by = 0;
  switch (chord.mods == 0 ? chord.key : 0) {
    case key::up:
      by = -40;
      break;
    case key::down:
      by = 40;
      break;
    case key::page_up:
      by = -300;
      break;
    case key::page_down:
      by = 300;
      break;
    case key::home:
      by = -10'000;
      break;
    case key::end:
      by = 10'000;
      break;
    default:
      return false;
  }
  state.scroll[id_of("help")] += by;  // cut to what there is when it is drawn
  return true;
}

bool shown(const Session& session) { return session.shown(command::Toggle::help); }

}  // namespace

extern const Overlay help_overlay;
const Overlay help_overlay = {"help", shown, draw, nullptr, nullptr, nullptr, press};

}  // namespace interleave
