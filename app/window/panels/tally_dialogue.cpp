// Saves the tally of a class's predictions as CSV.

#include <cstdlib>
#include <filesystem>

#include "app/export/whole_file.h"
#include "app/window/dialogue.h"
#include "app/window/panel.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

std::string first_path() {
  const char* home = std::getenv("HOME");
  std::filesystem::path folder = home != nullptr ? home : "";
  const std::filesystem::path documents = folder / "Documents";
  std::error_code error;
  folder = std::filesystem::is_directory(documents, error) ? documents : folder;
  return (folder / "predictions.csv").string();
}

void accept(Session& session, UiState& state) {
  const std::string path = state.tally_path.text();
  if (const auto error = write_whole_file(path, tally_csv(session.prediction().tally))) {
    state.tally_error = "Not saved: " + error->message;
    return;  // the dialogue stays, and so does the tally
  }
  state.tally_error.clear();
  session.set_notice("The tally is saved in " + path);
  session.apply(command::Flip{command::Toggle::tally_dialogue});
}

void draw(Ui& ui) {
  const Box box =
      dialogue(ui, "Save the tally", 620, 190, command::Flip{command::Toggle::tally_dialogue});
  text_field(ui, {box.x + 28, box.y + 62, box.width - 56, 34}, ui.state.tally_path,
             "a path that ends with .csv", true);
  const std::size_t count = ui.session.prediction().tally.size();
  const bool failed = !ui.state.tally_error.empty();
  const std::string what = count == 0
                               ? "No question has been asked yet: the file has its heads only."
                               : std::to_string(count) + (count == 1 ? " question" : " questions") +
                                     ", one a line, for any spreadsheet.";
  ui.paint.words_in({box.x + 28, box.y + 120}, box.width - 56, failed ? ui.state.tally_error : what,
                    12, Face::regular, paint(failed ? Role::blocked : Role::ink_soft));
  ButtonStyle style;
  style.look = Look::primary;
  style.face = Face::semibold;
  style.size = 13;
  const Box go{box.right() - 28 - 104, box.bottom() - 50, 104, 34};
  if (button(ui, id_of("save the tally"), go, "Save", style).activated) {
    accept(ui.session, ui.state);
  }
}

TextField* field(UiState& state) { return &state.tally_path; }

void open(Session& /*session*/, UiState& state) {
  if (state.tally_path.text().empty()) {
    state.tally_path.set(first_path());
  }
  state.tally_path.select_all();
  state.tally_error.clear();
}

bool shown(const Session& session) { return session.shown(command::Toggle::tally_dialogue); }

}  // namespace

extern const Overlay tally_dialogue_overlay;
const Overlay tally_dialogue_overlay = {"tally", shown, draw, field, accept, open};

}  // namespace interleave
