// Go to a step ("8") or a time ("1.2 s", "300 ms").

#include "app/window/dialogue.h"
#include "app/window/goto_text.h"
#include "app/window/panel.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

void accept(Session& session, UiState& state) {
  const auto command = goto_command(state.goto_field.text());
  if (!command) {
    return;  // the dialogue says what would be right
  }
  session.apply(*command);
  session.apply(command::Flip{command::Toggle::goto_dialogue});
}

void draw(Ui& ui) {
  const Box box = dialogue(ui, "Go to", 380, 172, command::Flip{command::Toggle::goto_dialogue});
  text_field(ui, {box.x + 28, box.y + 60, box.width - 56, 34}, ui.state.goto_field, "8 or 1.2 s",
             true);
  const bool bad = !ui.state.goto_field.text().empty() && !goto_command(ui.state.goto_field.text());
  ui.paint.words({box.x + 28, box.y + 116},
                 bad ? "A step is a whole number, a time ends with s or ms."
                     : "A step: 8.   A time: 1.2 s, 300 ms.",
                 12, Face::regular, paint(bad ? Role::blocked : Role::ink_soft));
  ButtonStyle style;
  style.look = Look::primary;
  style.face = Face::semibold;
  const Box go{box.right() - 28 - 84, box.bottom() - 44, 84, 30};
  if (button(ui, id_of("go"), go, "Go", style).activated) {
    accept(ui.session, ui.state);
  }
}

TextField* field(UiState& state) { return &state.goto_field; }

void open(Session& /*session*/, UiState& state) { state.goto_field.set({}); }

bool shown(const Session& session) { return session.shown(command::Toggle::goto_dialogue); }

}  // namespace

extern const Overlay goto_dialogue_overlay;
const Overlay goto_dialogue_overlay = {"go to", shown, draw, field, accept, open};

}  // namespace interleave
