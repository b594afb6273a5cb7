// All keys, drawn from the table that is obeyed.

#include <algorithm>

#include "app/session/keys.h"
#include "app/window/dialogue.h"
#include "app/window/panel.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

constexpr float kRow = 24;
constexpr float kColumn = 400;
constexpr float kKeyRoom = 172;

struct HelpRow {
  std::vector<std::string> chords;
  std::string words;
};

std::vector<HelpRow> rows_of(const KeyGroup& group) {
  std::vector<HelpRow> rows;
  for (const Binding& binding : group.bindings) {
    if (!binding.words.empty() || rows.empty()) {
      rows.push_back({{}, std::string(binding.words)});
    }
    rows.back().chords.push_back(words_for(binding.chord));
  }
  for (HelpRow& row : rows) {
    if (row.chords.size() > 3) {  // Ctrl+1 … Ctrl+9
      row.chords = {row.chords.front(), "…", row.chords.back()};
    }
  }
  for (const KeyGroup::MouseLine& line : group.mouse) {
    rows.push_back({{std::string(line.gesture)}, std::string(line.words)});
  }
  return rows;
}

float key_cap(Ui& ui, Point at, std::string_view words) {
  if (words == "…") {
    ui.paint.words(at, words, 12, Face::regular, paint(Role::ink_soft));
    return 16;
  }
  const float width = std::max(24.0F, ui.width_of(words, 11.5F, Face::medium) + 14);
  ui.paint.frame({at.x, at.y - 14, width, 20}, paint(Role::paper), paint(Role::border), 5);
  ui.paint.words({at.x + width / 2, at.y}, words, 11.5F, Face::medium, paint(Role::ink),
                 Align::middle);
  return width + 5;
}

float group_height(const KeyGroup& group) {
  return 40 + kRow * static_cast<float>(rows_of(group).size());
}

void draw_group(Ui& ui, const KeyGroup& group, Point at) {
  ui.paint.words({at.x, at.y + 18}, group.heading, 13, Face::bold, paint(Role::accent));
  float y = at.y + 46;
  for (const HelpRow& row : rows_of(group)) {
    float x = at.x;
    for (const std::string& chord : row.chords) {
      x += key_cap(ui, {x, y}, chord);
    }
    ui.paint.words_in({std::max(at.x + kKeyRoom, x + 6), y}, kColumn - kKeyRoom - 12, row.words,
                      12.5F, Face::regular, paint(Role::ink_soft));
    y += kRow;
  }
}

void draw(Ui& ui) {
  const auto groups = key_groups();
  const float left = group_height(groups[0]) + group_height(groups[3]);
  const float right = group_height(groups[1]) + group_height(groups[2]);
  const float content = std::max(left, right);
  const float width = std::min(ui.window.width - 40, 2 * kColumn + 80);
  const float height = std::min(ui.window.height - 40, content + 96);
  const Box box =
      dialogue(ui, "Keys and mouse", width, height, command::Flip{command::Toggle::help});
  const Box inside{box.x + 32, box.y + 58, box.width - 40, box.height - 72};
  const bool one_column = width < 2 * kColumn;
  const float whole = one_column ? left + right : content;
  const float scroll = begin_scroll(ui, id_of("help"), inside, whole);
  const float y = inside.y - scroll;
  const float second_x = one_column ? inside.x : inside.x + kColumn + 24;
  const float second_y = one_column ? y + left : y;
  draw_group(ui, groups[0], {inside.x, y});
  draw_group(ui, groups[3], {inside.x, y + group_height(groups[0])});
  draw_group(ui, groups[1], {second_x, second_y});
  draw_group(ui, groups[2], {second_x, second_y + group_height(groups[1])});
  end_scroll(ui);
}

bool shown(const Session& session) { return session.shown(command::Toggle::help); }

}  // namespace

extern const Overlay help_overlay;
const Overlay help_overlay = {"help", shown, draw};

}  // namespace interleave
