// Open a trace file: its path, completed while it is typed, or one that was opened before.

#include <algorithm>

#include "app/timeline/measure.h"
#include "app/window/dialogue.h"
#include "app/window/open_path.h"
#include "app/window/panel.h"
#include "app/window/path_completion.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

constexpr std::size_t kRows = 8;
constexpr float kRowHeight = 28;
constexpr command::Flip kClose{command::Toggle::open_dialogue};

/// What the list offers: what was opened before while nothing is typed, then what fits.
std::vector<std::string> offered(const Session& session, const UiState& state) {
  if (!state.open_field.text().empty()) {
    return completions(state.open_field.text(), kRows);
  }
  std::vector<std::string> files = session.recent_files();
  files.resize(std::min(files.size(), kRows));
  return files;
}

/// Opens a file; goes into a folder.
void choose(Session& session, UiState& state, const std::string& path) {
  state.open_choice = 0;
  if (path.ends_with('/')) {
    state.open_field.set(path);
  } else if (!path.empty()) {
    open_path(session, meant_path(path));
  }
}

void accept(Session& session, UiState& state) {
  const auto rows = offered(session, state);
  const bool listed = state.open_choice >= 1 && state.open_choice <= rows.size();
  choose(session, state, listed ? rows[state.open_choice - 1] : state.open_field.text());
}

bool press(Session& session, UiState& state, Chord chord) {
  const auto rows = offered(session, state);
  if (chord == Chord{key::down, 0}) {
    state.open_choice = std::min(state.open_choice + 1, rows.size());
  } else if (chord == Chord{key::up, 0}) {
    state.open_choice -= state.open_choice > 0 ? 1 : 0;
  } else if (chord == Chord{key::tab, 0} && !rows.empty()) {
    state.open_field.set(rows[state.open_choice > 0 ? state.open_choice - 1 : 0]);
    state.open_choice = 0;
  } else {
    return false;
  }
  return true;
}

void draw_rows(Ui& ui, Box box, const std::vector<std::string>& rows) {
  ui.state.open_choice = std::min(ui.state.open_choice, rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Box row{box.x, box.y + kRowHeight * static_cast<float>(i), box.width, kRowHeight};
    const Touch touch = ui.touch(id_of("open", i), row);
    const bool chosen = ui.state.open_choice == i + 1;
    if (chosen || touch.hovered) {
      ui.paint.fill(row, paint(chosen ? Role::accent_soft : Role::stripe), 6);
    }
    if (chosen) {
      ui.choose(row);
    }
    ui.paint.words_in({row.x + 12, row.y + 19}, row.width - 24, rows[i], 13,
                      rows[i].ends_with('/') ? Face::semibold : Face::regular,
                      paint(chosen ? Role::accent : Role::ink));
    if (touch.activated) {
      choose(ui.session, ui.state, rows[i]);
    }
  }
}

void draw(Ui& ui) {
  const float width = std::min(620.0F, ui.window.width - 40);
  const Box box = dialogue(ui, "Open a file", width, 172 + kRowHeight * kRows, kClose);
  text_field(ui, {box.x + 28, box.y + 60, box.width - 56, 34}, ui.state.open_field,
             "a path, such as ~/server_trace.json", true);
  const auto rows = offered(ui.session, ui.state);
  const bool typed = !ui.state.open_field.text().empty();
  const std::string_view words =
      rows.empty() && typed ? "No file’s path begins like this."
      : typed               ? "Tab completes, ↓ chooses, Enter opens."
      : rows.empty() ? "Traces (.jsonl), Chrome's (.json), .gz too, exported pictures; or drop one."
                     : "Opened before:";
  ui.paint.words_in({box.x + 28, box.y + 114}, box.width - 56, words, 12, Face::regular,
                    paint(Role::ink_soft));
  draw_rows(ui, {box.x + 20, box.y + 124, box.width - 40, kRowHeight * kRows}, rows);
  ButtonStyle style;
  style.look = Look::primary;
  style.face = Face::semibold;
  const Box go{box.right() - 28 - 84, box.bottom() - 44, 84, 30};
  if (button(ui, id_of("open"), go, "Open", style).activated) {
    accept(ui.session, ui.state);
  }
}

TextField* field(UiState& state) { return &state.open_field; }

void open(Session& /*session*/, UiState& state) {
  state.open_field.set({});
  state.open_choice = 0;
}

bool shown(const Session& session) { return session.shown(command::Toggle::open_dialogue); }

}  // namespace

extern const Overlay open_dialogue_overlay;
const Overlay open_dialogue_overlay = {"open", shown, draw, field, accept, open, press};

}  // namespace interleave
