// The loop as it stands: which part of its iteration it is in, who runs, who is next, which timers
// are set, who waits for what.

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "app/trace/stops.h"
#include "app/window/loop_rows.h"
#include "app/window/most_over_run.h"
#include "app/window/panel.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

using namespace loop_rows;  // NOLINT: this file puts the rows together

constexpr float kHead = 62;
constexpr float kSize = 12;

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
    return ui.width_of(words, kSize, Face::semibold) + 20;
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
    ui.paint.frame({x, box.y + 29, width, 23}, paint(on ? Role::accent_soft : Role::panel),
                   paint(on ? Role::accent : Role::border), 11);
    ui.paint.words({x + width / 2, box.y + 44.7F}, words, kSize,
                   on ? Face::semibold : Face::regular, paint(on ? Role::accent : Role::ink_soft),
                   Align::middle);
    x += width + kGap;
  }
}

/// All rows in the panel: closer where there are many, and scrolled where they still are too many.
void draw_rows(Ui& ui, Box box, const Trace& trace, const State& state) {
  Rows rows{box, kRow, 0};
  while (rows.pitch > kClosestRow && height(ui, trace, state, box.width, rows.pitch) > box.height) {
    rows.pitch -= 1;
  }
  const float whole = height(ui, trace, state, box.width, rows.pitch);
  const float scroll = begin_scroll(ui, id_of("event loop"), box, whole);
  rows.y = box.y - scroll;
  rows.y += running(ui, rows.begin(ui, "Running"), trace, state);
  rows.y += ready(ui, rows, trace, state, kMostReadyLines);
  rows.y += timers(ui, rows.begin(ui, "Timers"), trace, state);
  waiting(ui, rows.begin(ui, "Waiting"), trace, state);
  end_scroll(ui);
}

// The queue and the timers would give the answer away.
constexpr const char* kHidden = "Hidden until the question is answered.";

void no_loop(Ui& ui, Point at) {
  ui.paint.words(at, "No loop: calls run one after the other.", kSize, Face::regular,
                 paint(Role::ink_soft));
}

/// For the last row: who runs, who is next, which timers are set. Timers have what the queue
/// leaves.
void draw_beside(Ui& ui, Box box, const Trace& trace, const State& state) {
  Rows rows{box, kRow, box.y};
  rows.y += running(ui, rows.begin(ui, "Running"), trace, state);
  if (!has_loop(trace)) {
    return no_loop(ui, {box.x + 2, rows.y + 18});
  }
  const float spare = box.bottom() - rows.y - 2 * kRow;  // the first timer always has its row
  const int lines = 1 + static_cast<int>(std::max(0.0F, spare) / (kRow - kCloser));
  rows.y += ready(ui, rows, trace, state, std::min(lines, kMostReadyLines));
  Row row = rows.begin(ui, "Timers");
  if (state.timers.empty()) {
    soft(ui, row, "—");
  }
  const auto rows_left = static_cast<std::size_t>(
      std::max(1.0F, 1 + std::floor((box.bottom() - 12 - row.y) / (row.pitch - kCloser))));
  const auto shown = std::span(state.timers).first(std::min(rows_left, state.timers.size()));
  for (const PendingTimer& pending : shown) {
    timer(ui, row, trace, state, pending, shown);
    row.y += row.pitch - kCloser;
  }
}

/// The same in one line, under a comparison.
void draw_line(Ui& ui, Box box, const Trace& trace, const State& state) {
  const float y = box.y + box.height / 2 + 4;
  const auto name = [&](float x, const char* words) {
    return ui.say({x, y}, words, kSize, Face::regular, paint(Role::ink_soft)) + 8;
  };
  float x = name(box.x + 2, "Running");
  if (state.running == kNoTask) {
    x = ui.say({x, y}, "—", kSize, Face::regular, paint(Role::ink_soft)) + 18;
  } else {
    const std::string_view who =
        state.running == kProgram ? std::string_view("the program") : trace.label(state.running);
    x += chip(ui, {x, y - 16}, who, ui.colour_of(state.running), box.width * 0.22F) + 18;
  }
  if (!has_loop(trace)) {
    return no_loop(ui, {x, y});
  }
  float right = box.right();
  if (!state.timers.empty()) {
    const float width = std::min(box.width * 0.4F, 300.0F);
    right -= width + 18;
    const float timers_x = name(right + 18, "Timers");
    timer(ui, {timers_x, y, box.right() - (state.timers.size() > 1 ? 28 : 0), kRow}, trace, state,
          state.timers[0], {});
    if (state.timers.size() > 1) {
      ui.paint.words({box.right(), y}, "+ " + std::to_string(state.timers.size() - 1), kSize,
                     Face::medium, paint(Role::ink_soft), Align::right);
    }
  }
  x = name(x, "Ready");
  if (state.ready.empty()) {
    ui.say({x, y}, "—", kSize, Face::regular, paint(Role::ink_soft));
  } else {
    draw_seats(ui, state, seats_of(ui, trace, state, right - x, 1), {x, y, right, kRow});
  }
}

void draw(Ui& ui, Box box) {
  const Trace& trace = ui.session.focused().trace();
  const State& state = ui.session.state();
  if (ui.presentation != nullptr && ui.session.prediction().asking()) {
    ui.paint.words({box.x + 2, box.y + 20}, kHidden, kSize, Face::regular, paint(Role::ink_soft));
    return;
  }
  if (ui.presentation != nullptr) {
    return ui.presentation->stacked ? draw_line(ui, box, trace, state)
                                    : draw_beside(ui, box, trace, state);
  }
  const float y = box.y + 18;
  const std::string iteration =
      state.iteration > 0 ? "iteration " + std::to_string(state.iteration) : std::string();
  const float note_x = heading(ui, {box.x + 18, y}, "Event loop", "") + 16;
  const float note_end = box.right() - 30 - ui.width_of(iteration, kSize, Face::regular);
  ui.paint.words_in({note_x, y}, note_end - note_x, run_note(ui.session), kSize, Face::regular,
                    paint(Role::ink_soft));
  if (!has_loop(trace)) {
    no_loop(ui, {box.x + 18, box.y + 44});
    const Rows rows{box, kRow, box.y + kHead - 4};
    running(ui, rows.begin(ui, "Running"), trace, state);
    return;
  }
  ui.paint.words({box.right() - 18, y}, iteration, kSize, Face::regular, paint(Role::ink_soft),
                 Align::right);
  if (ui.session.prediction().asking()) {
    ui.paint.words({box.x + 18, box.y + 44}, kHidden, kSize, Face::regular, paint(Role::ink_soft));
    return;
  }
  phases(ui, box, state);
  draw_rows(ui, {box.x, box.y + kHead - 4, box.width, box.height - kHead + 2}, trace, state);
}

/// How many lines the ready queue takes when every task is in it: so high it is made from the
/// start.
int ready_lines(Ui& ui, float width) {
  const Trace& trace = ui.session.focused().trace();
  const float room = queue_room(width);
  float x = 0;
  int lines = 1;
  for (const TaskId task : trace.tasks()) {
    const float chip_width = ui.width_of(trace.label(task), kSize, Face::medium) + 44;
    if (x > 0 && x + chip_width > room) {
      x = 0;
      ++lines;
    }
    x += chip_width;
    if (lines == kMostReadyLines) {
      break;
    }
  }
  return lines;
}

/// Room for the usual: the queue, a row each for the rest, and more where there are many tasks.
float wanted(Ui& ui, float width) {
  const auto more = static_cast<float>(ready_lines(ui, width) - 1);
  const std::size_t tasks = ui.session.focused().trace().tasks().size();
  const float rest = tasks > 4 ? 2 * (kRow - kCloser) : 0.0F;
  const float usual = 4 * kRow + more * (kRow - kCloser) + rest;
  const Trace& trace = ui.session.focused().trace();
  if (!has_loop(trace) || ui.session.masked()) {
    return kHead + usual + 6;
  }
  const auto needed = [&](const State& state) { return height(ui, trace, state, width, kRow); };
  const Id what = id_of("event loop", static_cast<std::uint64_t>(width));
  return kHead + std::max(usual, most_over_run(ui, what, needed(ui.session.state()), needed)) + 6;
}

}  // namespace

extern const Panel event_loop_panel;
const Panel event_loop_panel = {"event loop", Column::right, 190, 0, wanted, draw};

}  // namespace interleave
