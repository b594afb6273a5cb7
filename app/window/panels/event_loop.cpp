// The loop as it stands: which part of its iteration it is in, who runs, who is next, which timers
// are set, who waits for what.

#include <algorithm>
#include <array>

#include "app/trace/event_words.h"
#include "app/trace/narration.h"
#include "app/trace/stops.h"
#include "app/window/panel.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

constexpr float kRow = 32;
constexpr float kNames = 80;
constexpr float kHead = 66;

/// A row's place: its name stands left, what it tells from `x` on.
struct Row {
  float x = 0;
  float y = 0;  // baseline
  float right = 0;
};

Row begin_row(Ui& ui, Box box, float& y, const char* name) {
  ui.paint.words({box.x + 18, y + 16}, name, 12, Face::regular, paint(Role::ink_soft));
  const Row row{box.x + 18 + kNames, y + 16, box.right() - 14};
  return row;
}

float soft(Ui& ui, Row row, std::string_view words) {
  ui.paint.words_in({row.x, row.y}, row.right - row.x, words, 12, Face::regular,
                    paint(Role::ink_soft));
  return kRow;
}

void phases(Ui& ui, Box box, const State& state) {
  struct Part {
    const char* words;
    const char* few_words;
    Phase phase;
  };
  constexpr std::array<Part, 3> kParts = {
      {{"1 idle till a timer", "1 idle", Phase::idle},
       {"2 queue due timers", "2 timers due", Phase::queue_timers},
       {"3 run what is ready", "3 run ready", Phase::run_ready}}};
  constexpr float kGap = 6;
  const auto width_of = [&](const char* words) {
    return ui.width_of(words, 11, Face::semibold) + 20;
  };
  const float room = box.width - 36;
  float whole = 2 * kGap;
  for (const Part& part : kParts) {
    whole += width_of(part.words);
  }
  const bool few = whole > room;
  float x = box.x + 18;
  for (const Part& part : kParts) {
    const char* words = few ? part.few_words : part.words;
    const float width = width_of(words);
    const bool on = state.phase == part.phase;
    ui.paint.frame({x, box.y + 30, width, 22}, paint(on ? Role::accent_soft : Role::panel),
                   paint(on ? Role::accent : Role::border), 11);
    ui.paint.words({x + width / 2, box.y + 45}, words, 11, on ? Face::semibold : Face::regular,
                   paint(on ? Role::accent : Role::ink_soft), Align::middle);
    x += width + kGap;
  }
}

float running(Ui& ui, Row row, const Trace& trace, const State& state) {
  if (state.running == kNoTask) {
    std::string words = "—";
    if (state.finished) {
      words += "  the program has ended";
    } else if (state.phase == Phase::idle) {
      words += "  nobody: the loop waits";
    } else if (state.iteration > 0 &&
               std::none_of(state.ready.begin(), state.ready.end(),
                            [](const ReadyEntry& entry) { return !entry.next_round; })) {
      words += "  iteration " + std::to_string(state.iteration) + " is done";
    }
    return soft(ui, row, words);
  }
  const std::string_view name =
      state.running == kProgram ? std::string_view("the program") : trace.label(state.running);
  const float width =
      chip(ui, {row.x, row.y - 16}, name, ui.colour_of(state.running), row.right - row.x);
  if (state.running != kProgram && state.running <= state.tasks.size()) {
    const TaskStatus& status = state.task(state.running);
    if (status.blocks) {
      ui.paint.words_in({row.x + width + 8, row.y}, row.right - row.x - width - 8,
                        "blocks the thread until " + total_text(status.busy_until_ns), 12,
                        Face::semibold, paint(Role::blocked));
    } else if (status.busy_until_ns > state.t_ns) {
      ui.paint.words_in({row.x + width + 8, row.y}, row.right - row.x - width - 8,
                        "works until " + total_text(status.busy_until_ns), 12, Face::regular,
                        paint(Role::ink_soft));
    }
  }
  return kRow;
}

/// The queue, numbered from its front; a rule stands where the next round begins. Those with no
/// room are counted.
float ready(Ui& ui, Row row, const Trace& trace, const State& state) {
  if (state.ready.empty()) {
    return soft(ui, row, "—");
  }
  float x = row.x;
  float y = row.y;
  bool ruled = false;
  int lines = 1;
  for (std::size_t i = 0; i < state.ready.size(); ++i) {
    const ReadyEntry& entry = state.ready[i];
    const bool rule = entry.next_round && !ruled;
    const std::string name =
        std::to_string(i + 1) + "  " +
        (entry.task != kNoTask ? std::string(trace.label(entry.task))
                               : words::callback(trace, entry.callback, entry.of));
    const float width = ui.width_of(name, 12, Face::medium) + 22 + (rule ? 12.0F : 0.0F);
    if (x > row.x && x + width > row.right) {
      if (lines == 3) {
        ui.paint.words({x, y}, "+ " + std::to_string(state.ready.size() - i), 12, Face::regular,
                       paint(Role::ink_soft));
        break;
      }
      ++lines;
      x = row.x;
      y += kRow - 4;
    }
    if (rule) {
      ruled = true;
      ui.paint.fill({x + 1, y - 18, 2, 28}, paint(Role::ink));
      if (i == 0) {
        ui.paint.words({x + 10, y - 20}, "iteration " + std::to_string(state.iteration + 1), 10.5F,
                       Face::regular, paint(Role::ink_soft));
      }
      x += 11;
    }
    const Paint colour = entry.task != kNoTask ? ui.colour_of(entry.task) : paint(Role::ink_soft);
    x += chip(ui, {x, y - 16}, name, colour, row.right - x) + 7;
  }
  return kRow + static_cast<float>(lines - 1) * (kRow - 4);
}

float timer(Ui& ui, Row row, const Trace& trace, const State& state, const PendingTimer& pending) {
  const TimerInfo& info = trace.log().timer(pending.timer);
  const std::string left =
      "in " + seconds_text(std::max<std::int64_t>(pending.due_ns - state.t_ns, 0));
  const float left_width = ui.width_of(left, 12, Face::medium);
  const std::string_view name = info.on == kNoTask ? "a callback" : trace.label(info.on);
  const Paint colour = ui.colour_of(info.on);
  const float chip_width =
      chip(ui, {row.x, row.y - 16}, name, colour, row.right - row.x - left_width - 50);
  const float bar_x = row.x + chip_width + 10;
  const float bar = std::min(120.0F, row.right - bar_x - left_width - 10);
  const double whole = std::max<double>(1, static_cast<double>(pending.due_ns - pending.set_ns));
  const double part =
      std::clamp(static_cast<double>(pending.due_ns - state.t_ns) / whole, 0.0, 1.0);
  ui.paint.fill({bar_x, row.y - 8, bar, 8}, paint(Role::border), 4);
  if (part > 0) {
    ui.paint.fill({bar_x, row.y - 8, std::max(8.0F, bar * static_cast<float>(part)), 8}, colour, 4);
  }
  ui.paint.words({bar_x + bar + 8, row.y}, left, 12, Face::medium, paint(Role::ink));
  return kRow;
}

float timers(Ui& ui, Row row, const Trace& trace, const State& state) {
  if (state.timers.empty()) {
    return soft(ui, row, "—");
  }
  constexpr std::size_t kMost = 3;
  const float start = row.y;
  for (std::size_t i = 0; i < std::min(kMost, state.timers.size()); ++i) {
    row.y += timer(ui, row, trace, state, state.timers[i]) - 4;
  }
  if (state.timers.size() > kMost) {
    ui.paint.words({row.x, row.y - 2},
                   "+ " + std::to_string(state.timers.size() - kMost) + " later", 12, Face::regular,
                   paint(Role::ink_soft));
    row.y += 22;
  }
  return row.y - start + 4;
}

/// "for gather: 3 of 3 tasks not done", from the longer answer to why it isn't running.
std::string waits_for(const Trace& trace, const State& state, TaskId task) {
  std::string answer = why_not(trace, state, task).answer;
  answer = answer.substr(0, answer.find(';'));
  for (const std::string_view start : {"It waits ", "It "}) {
    if (answer.starts_with(start)) {
      answer.erase(0, start.size());
      break;
    }
  }
  if (!answer.empty() && answer.back() == '.') {
    answer.pop_back();
  }
  return answer;
}

float waiting(Ui& ui, Row row, const Trace& trace, const State& state) {
  std::vector<TaskId> who;
  for (const TaskId task : trace.tasks()) {
    if (task <= state.tasks.size() && state.task(task).state == TaskState::suspended &&
        state.task(task).until_ns < 0) {
      who.push_back(task);
    }
  }
  if (who.empty()) {
    return soft(ui, row, "—");
  }
  constexpr std::size_t kMost = 3;
  const float start = row.y;
  for (std::size_t i = 0; i < std::min(kMost, who.size()); ++i) {
    const float width = chip(ui, {row.x, row.y - 16}, trace.label(who[i]), ui.colour_of(who[i]),
                             (row.right - row.x) * 0.6F);
    ui.paint.words_in({row.x + width + 8, row.y}, row.right - row.x - width - 8,
                      waits_for(trace, state, who[i]), 12, Face::regular, paint(Role::ink_soft));
    row.y += kRow - 4;
  }
  if (who.size() > kMost) {
    ui.paint.words({row.x, row.y - 2}, "+ " + std::to_string(who.size() - kMost) + " more", 12,
                   Face::regular, paint(Role::ink_soft));
    row.y += 22;
  }
  return row.y - start + 4;
}

void draw(Ui& ui, Box box) {
  const Trace& trace = ui.session.focused().trace();
  const State& state = ui.session.state();
  heading(ui, {box.x + 18, box.y + 20}, "Event loop", run_note(ui.session));
  const bool looped = has_loop(trace);
  if (state.iteration > 0) {
    ui.paint.words({box.right() - 18, box.y + 20}, "iteration " + std::to_string(state.iteration),
                   12, Face::regular, paint(Role::ink_soft), Align::right);
  }
  float y = box.y + kHead;
  const Box rows{box.x, box.y + kHead - 14, box.width, box.height - kHead + 14};
  if (!looped) {
    ui.paint.words({box.x + 18, box.y + 46}, "No loop: calls run one after the other.", 12,
                   Face::regular, paint(Role::ink_soft));
    ui.paint.push_clip(rows);
    running(ui, begin_row(ui, box, y, "Running"), trace, state);
    ui.paint.pop_clip();
    return;
  }
  phases(ui, box, state);
  ui.paint.push_clip(rows);
  y += running(ui, begin_row(ui, box, y, "Running"), trace, state);
  // Room for the rule's label, whether or not it is there: nothing moves from step to step.
  y += 7;
  y += ready(ui, begin_row(ui, box, y, "Ready"), trace, state);
  y += timers(ui, begin_row(ui, box, y, "Timers"), trace, state);
  waiting(ui, begin_row(ui, box, y, "Waiting"), trace, state);
  ui.paint.pop_clip();
}

/// How many lines the ready queue takes when every task is in it: so high it is made from the
/// start.
std::size_t ready_lines(Ui& ui, float width) {
  const Trace& trace = ui.session.focused().trace();
  const float room = width - 18 - kNames - 14;
  float x = 12;
  std::size_t lines = 1;
  for (const TaskId task : trace.tasks()) {
    const float chip_width = ui.width_of(trace.label(task), 12, Face::medium) + 44;
    if (x > 12 && x + chip_width > room) {
      x = 12;
      ++lines;
    }
    x += chip_width;
  }
  return std::min<std::size_t>(lines, 3);
}

/// Room for the usual: the queue, a row each for the rest, and more where there are many tasks.
float wanted(Ui& ui, float width) {
  const auto more = static_cast<float>(ready_lines(ui, width) - 1);
  const std::size_t tasks = ui.session.focused().trace().tasks().size();
  const float rest = tasks > 4 ? 2 * (kRow - 4) : 0.0F;
  return kHead + 7 + 4 * kRow + more * (kRow - 4) + rest + 8;
}

}  // namespace

extern const Panel event_loop_panel;
const Panel event_loop_panel = {"event loop", Column::right, 212, 0, wanted, draw};

}  // namespace interleave
