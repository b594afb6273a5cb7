#include "app/window/lesson_card.h"

#include <array>

#include "app/session/keys.h"
#include "app/trace/narration.h"
#include "app/window/widgets.h"
#include "app/window/wrapped.h"

namespace interleave {

namespace {

/// Sizes in the panel's own units: in presentation it is drawn larger as a whole.
struct Type {
  float label;
  float text;
  float line;
  float button;
  float button_height;
};
constexpr Type kType = {12, 15, 21, 13, 30};

struct Action {
  std::string words;
  Command command;
  bool primary = false;
};

std::vector<Action> actions_of(const Session& session, Card card) {
  if (card == Card::notice) {
    return {{"From the start", command::ToStart{}},
            {"Next lesson", command::NextScenario{1}, true}};
  }
  std::vector<Action> actions;
  if (const auto predict = command_for({'Q', 0}, key_contexts(session))) {
    actions.push_back({"Predict  Q", *predict});
  }
  actions.push_back({"Start  →", command::Step{1}, true});
  return actions;
}

float width_of(const Ui& ui, const Action& action, const Type& type) {
  return ui.width_of(action.words, type.button, Face::semibold) + 2 * type.button;
}

void draw_button(Ui& ui, const Action& action, const Type& type, Box box) {
  ButtonStyle style;
  style.look = action.primary ? Look::primary : Look::quiet;
  style.face = Face::semibold;
  style.size = type.button;
  style.radius = 8;
  if (button(ui, id_of(action.words), box, action.words, style).activated) {
    ui.send(action.command);
  }
}

/// What the buttons leave: for the words, and for the heading above them.
struct Left {
  Box words;
  float heading = 0;
};

/// Under each other at the right where there is room beside the words, else beside the heading.
Left draw_actions(Ui& ui, const std::vector<Action>& actions, const Type& type, Box box) {
  float widest = 0;
  float all = 0;
  for (const Action& action : actions) {
    widest = std::max(widest, width_of(ui, action, type));
    all += width_of(ui, action, type) + 8;
  }
  constexpr float kGap = 8;
  const float stack = static_cast<float>(actions.size()) * (type.button_height + kGap) - kGap;
  const bool beside = box.width > 40 * type.text && stack <= box.height + kGap;
  if (beside) {
    float y = box.y + (box.height - stack) / 2;
    for (auto action = actions.rbegin(); action != actions.rend(); ++action) {
      draw_button(ui, *action, type, {box.right() - widest, y, widest, type.button_height});
      y += type.button_height + kGap;
    }
    const float room = box.width - widest - 24;
    return {{box.x, box.y, room, box.height}, room};
  }
  float x = box.right() - all + kGap;
  for (const Action& action : actions) {
    const float width = width_of(ui, action, type);
    draw_button(ui, action, type, {x, box.y - 4, width, type.button_height - 4});
    x += width + kGap;
  }
  return {{box.x, box.y, box.width, box.height}, box.width - all - kGap};
}

void draw_close(Ui& ui, Point middle) {
  const Box cross{middle.x - 12, middle.y - 12, 24, 24};
  const Touch touch = ui.touch(id_of("close card"), cross);
  if (touch.hovered) {
    ui.paint.fill(cross, paint(Role::stripe), 6);
    ui.tooltip = "Close (Esc)";
  }
  icon(ui, Icon::close, middle, 8, paint(Role::ink_soft));
  if (touch.focused) {
    ui.focus_ring(cross, 6);
  }
  if (touch.activated) {
    ui.send(command::CloseCard{});
  }
}

/// The heading, and beside it, where there is room, what has just happened: at the end that is no
/// less worth knowing.
void draw_heading(Ui& ui, Card card, const Type& type, Point at, float room) {
  const bool asks = card == Card::question;
  const std::string_view noticed = ui.session.is_as_at_first()
                                       ? "What to notice"
                                       : "What to notice with the lesson's own values";
  const float x =
      ui.say(at, asks ? "Before it runs" : noticed, type.label, Face::bold, paint(Role::accent)) +
      14;
  if (asks) {
    return;
  }
  const std::string happened =
      narrate(ui.session.focused().trace(), ui.session.state(), Depth::happened).happened;
  if (ui.width_of(happened, type.label, Face::regular) <= room - (x - at.x)) {
    ui.paint.words({x, at.y}, happened, type.label, Face::regular, paint(Role::ink_soft));
  }
}

}  // namespace

bool draw_lesson_card(Ui& ui, Box box) {
  const Card shown = ui.session.card();
  if (shown == Card::none) {
    return false;
  }
  const Type& type = kType;
  const bool presented = ui.presentation != nullptr;
  const Box inside = presented ? box : Box{box.x + 16, box.y + 10, box.width - 32, box.height - 22};
  const float edge = presented ? 7 : 10;
  card(ui, inside, 10);
  ui.paint.fill({inside.x, inside.y + 10, 3, inside.height - 20}, paint(Role::accent), 1.5F);
  draw_close(ui, {inside.right() - 18, inside.y + 18});
  const Box content{inside.x + 20, inside.y + edge, inside.width - 20 - 38,
                    inside.height - 2 * edge};
  const auto [words, heading] = draw_actions(ui, actions_of(ui.session, shown), type, content);
  const Scenario& scenario = ui.session.scenario();
  const std::string& text = shown == Card::question ? scenario.question : scenario.notice;
  const float first = words.y + type.label + 1;
  draw_heading(ui, shown, type, {words.x, first}, heading);
  const float room = words.bottom() - first;
  const auto most = static_cast<std::size_t>(std::max(1.0F, room / type.line));
  // Where all of it doesn't fit at its own size, smaller words say more than an ellipsis.
  float size = type.text;
  while (size > type.label + 1 &&
         wrapped_lines(text, Face::semibold, size, words.width, 99).size() > most) {
    size -= 0.5F;
  }
  float y = first + type.line + 1;
  for (const std::string& line : wrapped_lines(text, Face::semibold, size, words.width, most)) {
    ui.paint.words({words.x, y}, line, size, Face::semibold, paint(Role::ink));
    y += type.line * (0.4F + 0.6F * size / type.text);
  }
  return true;
}

}  // namespace interleave
