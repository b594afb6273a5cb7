// The strip above a comparison: its runs A, B …, and what can be asked of them.

#include <algorithm>
#include <array>
#include <cmath>

#include "app/window/panel.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

constexpr float kHeight = 42;
constexpr float kButton = 26;
constexpr float kMargin = 12;
constexpr float kSize = 12.5F;

/// How much is written on the strip's buttons: the shortest only where nothing else finds room.
enum class Wording : std::uint8_t { full, brief, least };
constexpr std::size_t kWordings = 3;

struct Action {
  std::array<std::string, kWordings> words;
  std::string tooltip;
  Command command;
  bool on = false;
};

std::array<Action, 3> actions_of(const Session& session) {
  const bool apart = session.compared().apart;
  return {
      {{{"Where they part", "Where they part", "Parting"},
        "To where the runs cease to be the same (J)",
        command::ToParting{},
        false},
       {apart ? std::array<std::string, kWordings>{"Playheads apart", "Unlinked", "Unlinked"}
              : std::array<std::string, kWordings>{"Playheads together", "Linked", "Linked"},
        apart ? "Each run keeps its own place (Shift+X)" : "All runs stand at one time (Shift+X)",
        command::PartPlayheads{}, apart},
       {{"Where did the time go?", "Time saved", "Saved"},
        "What was saved, and from where (Shift+W)",
        command::ExplainTime{std::nullopt},
        session.compared().explained}}};
}

std::string title_of(Session& session, std::size_t run) {
  return session.scenario().mode(session.run(run).mode())->title;
}

float button_width(Ui& ui, const std::string& words) {
  return ui.width_of(words, kSize, Face::semibold) + 22;
}

const std::string& words_of(const Action& action, Wording wording) {
  return action.words[static_cast<std::size_t>(wording)];
}

float actions_width(Ui& ui, Wording wording) {
  float width = 0;
  for (const Action& action : actions_of(ui.session)) {
    width += button_width(ui, words_of(action, wording)) + 6;
  }
  return width;
}

/// "A Sequential ×": a click on it gives it the focus, one on the cross takes it out.
constexpr float kBare = 48;
float run_width(Ui& ui, std::size_t run, bool brief) {
  const float title = ui.width_of(title_of(ui.session, run), kSize, Face::medium) + 7;
  return kBare + (brief ? 0 : title);
}

float runs_width(Ui& ui, bool brief) {
  float width = 0;
  for (std::size_t i = 0; i < ui.session.run_count(); ++i) {
    width += run_width(ui, i, brief) + 6;
  }
  return width;
}

void draw_run(Ui& ui, std::size_t run, Box box, bool brief) {
  const bool focused = run == ui.session.view().focus;
  ButtonStyle style;
  style.look = focused ? Look::on : Look::quiet;
  const Box main{box.x, box.y, box.width, box.height};
  const Box cross{box.right() - 24, box.y + 1, 22, box.height - 2};
  const bool over_cross = ui.takes_input && cross.contains(ui.mouse());
  const Touch touch = button(ui, id_of("compared run", run), main, "", style);
  const std::string letter(1, static_cast<char>('A' + run));
  float x = ui.say({box.x + 10, box.y + 17.5F}, letter, kSize, Face::bold, paint(Role::accent));
  if (!brief) {
    x = ui.say({x + 7, box.y + 17.5F}, title_of(ui.session, run), kSize, Face::medium,
               paint(Role::ink));
  }
  icon(ui, Icon::close, {cross.x + 11, cross.y + cross.height / 2}, 7,
       paint(over_cross ? Role::ink : Role::ink_faint));
  if (touch.hovered) {
    ui.tooltip = over_cross ? letter + " out of the comparison (Del, when it has the focus)"
                            : title_of(ui.session, run) + ": the focus (A goes round the runs)";
  }
  if (touch.clicked && over_cross) {
    ui.send(command::RemoveRun{run});
  } else if (touch.activated) {
    ui.send(command::FocusRun{run});
  }
}

const std::string kCopy = "+ copy";

bool room_for_copy(Ui& ui, Box box, float x, Wording wording) {
  const float end = box.right() - kMargin - actions_width(ui, wording);
  return ui.session.run_count() < kMostRuns && x + button_width(ui, kCopy) + 6 < end;
}

void copy_button(Ui& ui, Box box) {
  ButtonStyle style;
  style.look = Look::bare;
  style.size = kSize;
  const Touch touch = button(ui, id_of("copy compared run"), box, kCopy, style);
  if (touch.hovered) {
    ui.tooltip =
        "A copy of the run in focus, with parameters of its own; four runs at most (Shift+C)";
  }
  if (touch.activated) {
    ui.send(command::CopyRun{});
  }
}

void draw(Ui& ui, Box box) {
  const float room = box.width - 2 * kMargin - 10;
  Wording wording = Wording::full;
  while (wording != Wording::least && runs_width(ui, false) + actions_width(ui, wording) > room) {
    wording = static_cast<Wording>(static_cast<std::uint8_t>(wording) + 1);
  }
  const bool brief_runs = runs_width(ui, false) + actions_width(ui, wording) > room;
  const float y = box.y + std::round((kHeight - kButton) / 2);
  float x = box.x + kMargin;
  for (std::size_t i = 0; i < ui.session.run_count(); ++i) {
    const float width = run_width(ui, i, brief_runs);
    draw_run(ui, i, {x, y, width, kButton}, brief_runs);
    x += width + 6;
  }
  if (room_for_copy(ui, box, x, wording)) {
    copy_button(ui, {x, y, button_width(ui, kCopy), kButton});
  }
  x = std::max(x, box.right() - kMargin - actions_width(ui, wording) + 6);
  std::size_t index = 0;
  for (Action& action : actions_of(ui.session)) {
    const std::string& words = words_of(action, wording);
    const float width = button_width(ui, words);
    ButtonStyle style;
    style.size = kSize;
    style.look = action.on ? Look::on : Look::quiet;
    const Touch touch =
        button(ui, id_of("comparison action", index++), {x, y, width, kButton}, words, style);
    if (touch.hovered) {
      const std::string& full = words_of(action, Wording::full);
      ui.tooltip = (words == full ? "" : full + ": ") + action.tooltip;
    }
    if (touch.activated) {
      ui.send(std::move(action.command));
    }
    x += width + 6;
  }
}

bool shown(const Session& session) { return session.run_count() > 1; }

}  // namespace

extern const Panel compared_runs_panel;
const Panel compared_runs_panel = {
    "compared runs", Column::middle, kHeight, 0, [](Ui&, float) { return kHeight; }, draw, shown};

}  // namespace interleave
