#include "app/window/loop_rows.h"

#include <algorithm>

#include "app/trace/event_words.h"
#include "app/trace/narration.h"
#include "app/trace/stops.h"
#include "app/window/widgets.h"

namespace interleave::loop_rows {

namespace {

constexpr float kSize = 12;
constexpr std::size_t kMostTimers = 3;
constexpr float kLeastBar = 20;
/// For "+ 12" at the least, behind those of a queue that have no room.
constexpr float kForMore = 34;
constexpr std::size_t kMostWaiting = 3;

std::string words_of(const Trace& trace, const ReadyEntry& entry) {
  return entry.task != kNoTask ? std::string(trace.label(entry.task))
                               : words::callback(trace, entry.callback, entry.of);
}

std::string more_words(std::size_t count) { return "+ " + std::to_string(count); }

/// For as many as are queued.
float room_for_more(const Ui& ui, const State& state) {
  return std::max(kForMore, ui.width_of(more_words(state.ready.size()), kSize, Face::medium) + 10);
}

/// Under the row's name, where all that is queued belongs to the next round: its number.
bool says_round(const State& state) { return !state.ready.empty() && state.ready[0].next_round; }

/// Rows of a kind, and a line that counts the rest.
float listed_height(std::size_t count, std::size_t most, float pitch) {
  if (count == 0) {
    return pitch;
  }
  const auto rows = static_cast<float>(std::min(count, most));
  return rows * (pitch - kCloser) + kCloser + (count > most ? pitch - 10 : 0);
}

void the_rest(Ui& ui, Row row, std::size_t count, const char* words) {
  ui.paint.words({row.x, row.y - 4}, "+ " + std::to_string(count) + " " + words, kSize,
                 Face::regular, paint(Role::ink_soft));
}

/// How many of those that a gather or a group waits for have not ended: "3 of 3 tasks"; empty for
/// every other wait.
std::string not_done(const Trace& trace, const State& state, TaskId task) {
  const TaskStatus& status = state.task(task);
  const bool is_several = status.reason == Reason::gather || status.reason == Reason::group;
  if (!is_several || status.on == 0 || status.on > trace.log().wait_count()) {
    return {};
  }
  const auto& members = trace.log().wait(status.on).members;
  const auto left = std::count_if(members.begin(), members.end(), [&](TaskId member) {
    return member > 0 && member <= state.tasks.size() && state.task(member).state < TaskState::done;
  });
  if (members.size() < 2) {
    return {};
  }
  return std::to_string(left) + " of " + std::to_string(members.size()) + " tasks";
}

/// The words that find room: "for gather: 3 of 3 tasks not done", shorter ones, or the beginning
/// of `answer` to why it isn't running.
std::string waits_for(const Ui& ui, const Trace& trace, const State& state, TaskId task,
                      std::string answer, float room) {
  if (const std::string left = not_done(trace, state, task); !left.empty()) {
    const bool gathers = state.task(task).reason == Reason::gather;
    const std::string whole = (gathers ? "for gather: " : "for its group: ") + left + " not done";
    return ui.width_of(whole, kSize, Face::regular) <= room ? whole : "for " + left;
  }
  answer = answer.substr(0, answer.find(';'));
  constexpr std::string_view kHolds = "It holds ";
  if (const auto waits = answer.find(" and waits ");
      answer.starts_with(kHolds) && waits < answer.size()) {
    answer.replace(0, waits + 4, "It");  // what it holds is said on the lanes
  }
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

std::vector<TaskId> who_waits(const Trace& trace, const State& state) {
  std::vector<TaskId> who;
  for (const TaskId task : trace.tasks()) {
    if (task <= state.tasks.size() && state.task(task).state == TaskState::suspended &&
        state.task(task).until_ns < 0) {
      who.push_back(task);
    }
  }
  return who;
}

}  // namespace

Row Rows::begin(Ui& ui, std::string_view name) const {
  const float side = side_of(ui);
  const float baseline = y + pitch / 2 + 4;
  ui.paint.words({box.x + side, baseline}, name, kSize, Face::regular, paint(Role::ink_soft));
  return {box.x + side + kNames, baseline, box.right() - (side > 2 ? 14 : 2), pitch};
}

float side_of(const Ui& ui) { return ui.presentation == nullptr ? 18 : 2; }

float soft(Ui& ui, Row row, std::string_view words) {
  ui.paint.words_in({row.x, row.y}, row.right - row.x, words, kSize, Face::regular,
                    paint(Role::ink_soft));
  return row.pitch;
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
  return row.pitch;
}

Seats seats_of(const Ui& ui, const Trace& trace, const State& state, float room, int most_lines) {
  constexpr float kRule = 11;
  Seats all;
  float x = 0;
  int line = 0;
  bool ruled = false;
  for (std::size_t i = 0; i < state.ready.size(); ++i) {
    const ReadyEntry& entry = state.ready[i];
    Seat seat;
    seat.rule = entry.next_round && !ruled;
    seat.words = std::to_string(i + 1) + "  " + words_of(trace, entry);
    const float width = ui.width_of(seat.words, kSize, Face::medium) + 22;
    const bool last_line = line + 1 == most_lines;
    const float kept = last_line && i + 1 < state.ready.size() ? room_for_more(ui, state) : 0;
    if (x > 0 && x + width + (seat.rule ? kRule : 0) + kept > room) {
      if (last_line) {
        all.more = state.ready.size() - i;
        break;
      }
      ++line;
      x = 0;
    }
    ruled = ruled || seat.rule;
    x += seat.rule ? kRule : 0;
    seat.x = x;
    seat.line = line;
    x += width + 7;
    all.end = x;
    all.seats.push_back(std::move(seat));
  }
  all.lines = line + 1;
  return all;
}

/// The queue, numbered from its front.
void draw_seats(Ui& ui, const State& state, const Seats& all, Row row) {
  const float for_more = room_for_more(ui, state);
  for (std::size_t i = 0; i < all.seats.size(); ++i) {
    const Seat& seat = all.seats[i];
    const float y = row.y + static_cast<float>(seat.line) * (row.pitch - kCloser);
    const TaskId task = state.ready[i].task;
    const Paint colour = task != kNoTask ? ui.colour_of(task) : paint(Role::ink_soft);
    if (seat.rule) {
      ui.paint.fill({row.x + seat.x - 10, y - 18, 2, 28}, paint(Role::ink));
    }
    const bool last = i + 1 == all.seats.size();
    const float room = row.right - row.x - seat.x - (last && all.more > 0 ? for_more : 0);
    chip(ui, {row.x + seat.x, y - 16}, seat.words, colour, room);
  }
  if (all.more > 0) {
    const float y = row.y + static_cast<float>(all.lines - 1) * (row.pitch - kCloser);
    const float x = std::min(row.x + all.end, row.right - for_more + 7);
    ui.paint.words({x, y}, more_words(all.more), kSize, Face::medium, paint(Role::ink_soft));
  }
}

float ready(Ui& ui, const Rows& rows, const Trace& trace, const State& state, int most_lines) {
  Rows here = rows;
  const bool round = says_round(state);
  if (round) {
    ui.paint.words({here.box.x + side_of(ui), here.y + rows.pitch / 2 + 12},
                   "iteration " + std::to_string(state.iteration + 1), kSize, Face::regular,
                   paint(Role::ink_soft));
  }
  Row row = here.begin(ui, round ? "" : "Ready");
  if (round) {
    ui.paint.words({row.x - kNames, row.y - 7}, "Ready", kSize, Face::regular,
                   paint(Role::ink_soft));
  }
  if (state.ready.empty()) {
    return soft(ui, row, "—");
  }
  const Seats all = seats_of(ui, trace, state, row.right - row.x, most_lines);
  draw_seats(ui, state, all, row);
  return row.pitch + static_cast<float>(all.lines - 1) * (row.pitch - kCloser);
}

namespace {

std::string left_of(const State& state, const PendingTimer& pending) {
  return "in " + seconds_text(std::max<std::int64_t>(pending.due_ns - state.t_ns, 0));
}

std::string_view timer_name(const Trace& trace, const PendingTimer& pending) {
  const TaskId on = trace.log().timer(pending.timer).on;
  return on == kNoTask ? "a callback" : trace.label(on);
}

}  // namespace

float timer(Ui& ui, Row row, const Trace& trace, const State& state, const PendingTimer& pending,
            std::span<const PendingTimer> aligned) {
  const Paint colour = ui.colour_of(trace.log().timer(pending.timer).on);
  const std::string left = left_of(state, pending);
  float left_width = ui.width_of(left, 12, Face::medium);
  float chip_width = 0;
  for (const PendingTimer& each : aligned) {
    left_width = std::max(left_width, ui.width_of(left_of(state, each), 12, Face::medium));
    chip_width = std::max(chip_width, chip_width_of(ui, timer_name(trace, each)));
  }
  // Names come before bars.
  const float whole_room = row.right - row.x - left_width - 10;
  chip_width = std::max(chip_width, chip_width_of(ui, timer_name(trace, pending)));
  const float bar = std::min(120.0F, whole_room - chip_width - 10);
  const bool has_bar = bar >= kLeastBar;
  chip(ui, {row.x, row.y - 16}, timer_name(trace, pending), colour, whole_room);
  if (has_bar) {
    const Box track{row.x + chip_width + 10, row.y - 8, bar, 8};
    const double whole = std::max<double>(1, static_cast<double>(pending.due_ns - pending.set_ns));
    const double part =
        std::clamp(static_cast<double>(pending.due_ns - state.t_ns) / whole, 0.0, 1.0);
    ui.paint.fill(track, paint(Role::grid_soft), 4);
    if (part > 0) {
      const float left_of_it = std::max(8.0F, bar * static_cast<float>(part));
      ui.paint.fill({track.x, track.y, left_of_it, track.height}, colour, 4);
    }
  }
  const float left_x =
      row.x + (has_bar ? chip_width + 10 + bar : std::min(chip_width, whole_room)) + 8;
  ui.paint.words({left_x, row.y}, left, 12, Face::medium, paint(Role::ink));
  return row.pitch;
}

float timers(Ui& ui, Row row, const Trace& trace, const State& state) {
  if (state.timers.empty()) {
    return soft(ui, row, "—");
  }
  const auto shown = std::span(state.timers).first(std::min(kMostTimers, state.timers.size()));
  for (const PendingTimer& pending : shown) {
    timer(ui, row, trace, state, pending, shown);
    row.y += row.pitch - kCloser;
  }
  if (state.timers.size() > kMostTimers) {
    the_rest(ui, row, state.timers.size() - kMostTimers, "later");
  }
  return listed_height(state.timers.size(), kMostTimers, row.pitch);
}

void waiting(Ui& ui, Row row, const Trace& trace, const State& state) {
  const std::vector<TaskId> who = who_waits(trace, state);
  if (who.empty()) {
    soft(ui, row, "—");
    return;
  }
  for (std::size_t i = 0; i < std::min(kMostWaiting, who.size()); ++i) {
    const float width = chip(ui, {row.x, row.y - 16}, trace.label(who[i]), ui.colour_of(who[i]),
                             (row.right - row.x) * 0.6F);
    const float left = row.right - row.x - width - 8;
    const std::string answer = why_not(trace, state, who[i]).answer;
    ui.paint.words_in({row.x + width + 8, row.y}, left,
                      waits_for(ui, trace, state, who[i], answer, left), kSize, Face::regular,
                      paint(Role::ink_soft));
    const Box all{row.x, row.y - 16, row.right - row.x, row.pitch - kCloser};
    if (ui.touch_mouse(id_of("waiting", who[i]), all).hovered) {
      ui.tooltip = answer;
    }
    row.y += row.pitch - kCloser;
  }
  if (who.size() > kMostWaiting) {
    the_rest(ui, row, who.size() - kMostWaiting, "more");
  }
}

float height(const Ui& ui, const Trace& trace, const State& state, float width, float pitch) {
  const Seats seats = seats_of(ui, trace, state, queue_room(width), kMostReadyLines);
  return pitch + pitch + static_cast<float>(seats.lines - 1) * (pitch - kCloser) +
         listed_height(state.timers.size(), kMostTimers, pitch) +
         listed_height(who_waits(trace, state).size(), kMostWaiting, pitch);
}

}  // namespace interleave::loop_rows
