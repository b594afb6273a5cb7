// What just happened, what the loop does next and why, and why the selected task isn't running.

#include "app/trace/narration.h"

#include <algorithm>

#include "app/timeline/measure.h"
#include "app/window/panel.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

/// Whom "why isn't it running?" is asked of: the selected task, else the first that waits for time.
TaskId asked_of(Session& session) {
  if (session.selected_task() != kNoTask && session.selected_run() == session.view().focus) {
    return session.selected_task();
  }
  const State& state = session.state();
  const Trace& trace = session.focused().trace();
  TaskId best = kNoTask;
  for (const TaskId task : trace.tasks()) {
    if (task > state.tasks.size()) {
      continue;
    }
    const TaskStatus& status = state.task(task);
    if (status.state == TaskState::suspended && status.until_ns >= 0) {
      return task;
    }
    if (status.state == TaskState::suspended && best == kNoTask) {
      best = task;
    }
  }
  return best;
}

/// Cuts a text into lines that fit.
std::vector<std::string> wrapped(std::string_view text, Face face, float size, float room,
                                 std::size_t most) {
  const Measure& measure = embedded_measure();
  std::vector<std::string> lines;
  std::string line;
  while (!text.empty()) {
    const auto space = text.find(' ');
    const std::string_view word = text.substr(0, space);
    const std::string longer = line.empty() ? std::string(word) : line + " " + std::string(word);
    if (!line.empty() && measure.width(longer, face, size) > room) {
      if (lines.size() + 1 == most) {
        lines.push_back(shortened(measure, line + " " + std::string(text), face, size, room));
        return lines;
      }
      lines.push_back(line);
      line = word;
    } else {
      line = longer;
    }
    text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
  }
  if (!line.empty()) {
    lines.push_back(line);
  }
  return lines;
}

struct Line {
  std::string text;
  Face face;
  float size;
  Role ink;
};

/// How many lines the card has room for: the same at every step, so that nothing else moves.
std::size_t line_budget(const Session& session, float width) {
  const std::size_t narrow = width < 620 ? 2 : width < 860 ? 1 : 0;
  const std::size_t deep = session.preferences().depth == Depth::happened ? 0 : 1;
  return 3 + narrow + deep;
}

float card_height(std::size_t lines) { return 21 * static_cast<float>(lines) + 24; }

/// The card's lines under each other; the first stands beside the position.
std::vector<Line> lines_of(Ui& ui, const Narration& narration, const Why& why, float room,
                           float first_room, std::size_t budget) {
  std::vector<Line> lines;
  const bool asks = ui.session.why_shown() && !why.answer.empty();
  const auto add = [&](std::string_view text, Face face, float size, Role ink, float width,
                       std::size_t kept_for_others) {
    if (lines.size() >= budget) {
      return;
    }
    const std::size_t left = budget - lines.size();
    const std::size_t most = left > kept_for_others ? left - kept_for_others : 1;
    for (std::string& part : wrapped(text, face, size, width, most)) {
      lines.push_back({std::move(part), face, size, ink});
    }
  };
  add(narration.happened, Face::semibold, 15, Role::ink, first_room, asks ? 2 : 1);
  add(narration.next, Face::regular, 13.5F, Role::ink_soft, room, asks ? 1 : 0);
  if (asks) {
    add(why.question + "   " + why.answer, Face::medium, 13, Role::accent, room, 0);
  }
  return lines;
}

float wanted(Ui& ui, float width) { return card_height(line_budget(ui.session, width)) + 22; }

void draw(Ui& ui, Box box) {
  const Trace& trace = ui.session.focused().trace();
  const State& state = ui.session.state();
  const Narration narration = narrate(trace, state, ui.session.preferences().depth);
  const TaskId task = asked_of(ui.session);
  const Why why = task == kNoTask ? Why{} : why_not(trace, state, task);
  const Box inside{box.x + 16, box.y + 10, box.width - 32, box.height - 22};
  const float room = inside.width - 40;
  // So wide that the sentence stays where it is from step to step.
  const float indent = std::max(ui.width_of("step 88 of 88 · 8.88 s", 12, Face::bold),
                                ui.width_of(narration.position, 12, Face::bold)) +
                       18;
  card(ui, inside, 10);
  ui.paint.push_clip(inside);
  float y = inside.y + 28;
  ui.paint.words({inside.x + 20, y}, narration.position, 12, Face::bold, paint(Role::accent));
  const auto fit = static_cast<std::size_t>(std::max(1.0F, (inside.height - 24) / 21 + 0.1F));
  const std::size_t budget = std::min(fit, line_budget(ui.session, box.width));
  for (const Line& line : lines_of(ui, narration, why, room, room - indent, budget)) {
    const float x = line.face == Face::semibold ? indent : 0;
    ui.paint.words({inside.x + 20 + x, y}, line.text, line.size, line.face, paint(line.ink));
    y += line.face == Face::semibold ? 23.0F : 21.0F;
  }
  ui.paint.pop_clip();
}

}  // namespace

extern const Panel narration_panel;
const Panel narration_panel = {"narration", Column::middle, 92, 0, wanted, draw};

}  // namespace interleave
