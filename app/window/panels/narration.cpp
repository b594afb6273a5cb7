// What just happened, what the loop does next and why, and why the selected task isn't running.

#include "app/trace/narration.h"

#include <algorithm>
#include <cmath>

#include "app/trace/span_words.h"
#include "app/window/lesson_card.h"
#include "app/window/most_over_run.h"
#include "app/window/panel.h"
#include "app/window/widgets.h"
#include "app/window/wrapped.h"

namespace interleave {

namespace {

/// The selected task, where it is one of the focused run.
TaskId selected_in(const Session& session) {
  return session.selected_run() == session.view().focus ? session.selected_task() : kNoTask;
}

/// Whom "why isn't it running?" is asked of, unless a task is selected: the first that waits for
/// time.
TaskId asked_of(const Trace& trace, const State& state) {
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

/// Sizes of what is told after the sentence's 15: in presentation the rest is smaller still.
struct TypeSizes {
  float next_plain = 14;
  float next = 13.5F;
  float why = 13;
};

TypeSizes sizes_of(const Ui& ui) {
  if (ui.presentation == nullptr) {
    return {};
  }
  const float next = ui.presentation->next_size / ui.zoom;
  return {next, next, next};
}

struct Line {
  std::string text;
  Face face;
  float size;
  Role ink;
  /// From the left edge, and of its base line from the top of the text.
  float x;
  float y;
};

constexpr float kMargin = 20;
constexpr float kBeside = 620;

/// What the card says, line by line, whatever room there is for it.
struct Text {
  std::vector<Line> lines;
  float height = 0;

  void add(std::string_view text, Face face, float size, Role ink, float x, float room) {
    const float pitch = std::round(size * 1.48F);
    for (std::string& part : wrapped_lines(text, face, size, room, kAllLines)) {
      height += pitch;
      lines.push_back({std::move(part), face, size, ink, x, height - size * 0.42F});
    }
  }
};

/// The position stands beside the first sentence where there is room, else over it. Where not all
/// can be in sight, what is said at every depth comes before the deeper sentences.
Text text_of(Ui& ui, const State& state, TaskId selected, float width, bool all_in_sight) {
  const Trace& trace = ui.session.focused().trace();
  Narration narration = narrate(trace, state, ui.session.preferences().depth);
  const bool predicts = ui.session.masked();  // a class that predicts is not told what comes next
  if (predicts) {
    narration.next.clear();
    narration.next_plain = 0;
  }
  Text text;
  // So wide that the sentence stays where it is from step to step.
  const bool presented = ui.presentation != nullptr;  // then it stands in the header
  const float indent = presented ? 0
                                 : std::max(ui.width_of("step 88 of 88 · 8.88 s", 12, Face::bold),
                                            ui.width_of(narration.position, 12, Face::bold)) +
                                       18;
  const TypeSizes sizes = sizes_of(ui);
  const bool beside = width >= kBeside && !presented;
  const float room = width - 2 * kMargin;
  if (presented) {
    text.height = 0;
  } else if (beside) {
    text.lines.push_back({narration.position, Face::bold, 12, Role::accent, 0, 15});
  } else {
    text.add(narration.position, Face::bold, 12, Role::accent, 0, room);
  }
  const std::string_view happened = narration.happened;
  const std::string_view next = narration.next;
  const float x = beside ? indent : 0;
  const TaskId asked = selected != kNoTask ? selected : asked_of(trace, state);
  const TaskId task = ui.session.why_shown() && !predicts ? asked : kNoTask;
  const Why why = task == kNoTask ? Why{} : why_not(trace, state, task);
  const auto deeper_happened = [&](float at) {
    text.add(happened.substr(narration.happened_plain), Face::regular, sizes.next, Role::ink_soft,
             at, room - at);
  };
  const auto deeper_next = [&] {
    text.add(next.substr(narration.next_plain), Face::regular, sizes.next, Role::ink_soft, 0, room);
  };
  text.add(happened.substr(0, narration.happened_plain), Face::semibold, 15, Role::ink, x,
           room - x);
  if (all_in_sight) {
    deeper_happened(x);
  }
  text.height += 2;
  text.add(next.substr(0, narration.next_plain), Face::regular, sizes.next_plain, Role::ink, 0,
           room);
  if (all_in_sight) {
    deeper_next();
  }
  if (!why.answer.empty()) {
    text.height += 2;
    text.add(why.question + " " + why.answer, Face::medium, sizes.why, Role::accent, 0, room);
  } else if (task != kNoTask) {
    text.height += 2;
    text.add(selection_sentence(trace, state, task), Face::medium, sizes.why, Role::accent, 0,
             room);
  }
  if (!all_in_sight) {
    deeper_happened(0);
    deeper_next();
  }
  text.height += 4;
  return text;
}

constexpr float kOutside = 22 + 22;

float wanted(Ui& ui, float width) {
  const float least = width < kBeside ? 112.0F : 88.0F;
  const auto depth = static_cast<std::uint64_t>(ui.session.preferences().depth);
  const Id what = id_of("narration", static_cast<std::uint64_t>(width) * 8 + depth * 2 +
                                         (ui.session.why_shown() ? 1 : 0));
  const auto height = [&](const State& state, TaskId selected) {
    return text_of(ui, state, selected, width - 32, true).height;
  };
  const float now = height(ui.session.state(), selected_in(ui.session));
  const float most = most_over_run(ui, what, std::max(least, now),
                                   [&](const State& state) { return height(state, kNoTask); });
  // However much is said, the lanes stay in sight: then the text scrolls.
  return std::min(most + kOutside, std::max(132.0F, ui.window.height * 0.4F));
}

void draw(Ui& ui, Box box) {
  if (draw_lesson_card(ui, box)) {
    return;
  }
  const bool presented = ui.presentation != nullptr;
  const Box inside = presented ? box : Box{box.x + 16, box.y + 10, box.width - 32, box.height - 22};
  card(ui, inside, 10);
  const float edge = presented ? 3 : 8;
  const Box page{inside.x, inside.y + edge, inside.width, inside.height - 2 * edge + 2};
  const TaskId selected = selected_in(ui.session);
  Text text = text_of(ui, ui.session.state(), selected, inside.width, true);
  if (text.height > page.height) {
    text = text_of(ui, ui.session.state(), selected, inside.width, false);
  }
  const Id id = id_of("narration");
  follow(ui, id, page, 0, 0, text.height, ui.session.state().seq + 1);
  if (text.height > page.height) {
    const Touch touch = ui.touch(id_of("narration text"), page, true);
    ui.state.scroll[id] += 21 * static_cast<float>(touch.nudge);
    if (touch.focused) {
      ui.focus_ring(inside, 10);
    }
  }
  const float scroll = begin_scroll(ui, id, page, text.height);
  // With room to spare it does not cling to the edge, and begins at one place from step to step.
  const float above = presented ? std::clamp((page.height - text.height) / 2, 0.0F, 7.0F) : 0;
  for (const Line& line : text.lines) {
    // A line is shown whole or not at all.
    const float y = page.y + above + line.y - scroll;
    if (y - line.size * 0.8F >= page.y && y + line.size * 0.3F <= page.bottom()) {
      ui.paint.words({inside.x + kMargin + line.x, y}, line.text, line.size, line.face,
                     paint(line.ink));
    }
  }
  end_scroll(ui);
}

bool wants(const Session& session) { return !session.prediction().card_shown(); }

}  // namespace

extern const Panel narration_panel;
const Panel narration_panel = {"narration", Column::middle, 92, 0, wanted, draw, wants};

}  // namespace interleave
