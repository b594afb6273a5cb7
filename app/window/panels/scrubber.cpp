// A cell for each step, in its task's colour; a click or a drag moves the playhead.

#include <algorithm>
#include <array>
#include <cmath>

#include "app/timeline/layout.h"
#include "app/trace/stops.h"
#include "app/window/panel.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

constexpr float kCell = 16;
constexpr float kNames = 82;
constexpr float kTimeSize = 12;

struct Track {
  Box box;
  std::uint32_t steps = 1;

  [[nodiscard]] float x_of(double step) const {
    return box.x + static_cast<float>(step / steps) * box.width;
  }
};

/// Where the playhead stands among the cells: behind those that are over, halfway in one under way.
double position(const State& state, Seq seq) {
  if (seq == 0 || state.step == 0) {
    return 0;
  }
  return state.running != kNoTask ? state.step - 0.5 : state.step;
}

/// Who had the thread in most of these steps; a few looks are enough.
TaskId task_of(const Trace& trace, std::uint32_t first, std::uint32_t last) {
  constexpr std::uint32_t kLooks = 8;
  std::array<TaskId, kLooks> seen{};
  const std::uint32_t count = std::min(last - first + 1, kLooks);
  for (std::uint32_t i = 0; i < count; ++i) {
    const Seq begin = trace.step_begin(first + (last - first) * i / count);
    seen[i] = begin < trace.size() ? trace[begin].task : kNoTask;
  }
  const auto end = seen.begin() + count;
  return *std::max_element(seen.begin(), end, [&](TaskId a, TaskId b) {
    return std::count(seen.begin(), end, a) < std::count(seen.begin(), end, b);
  });
}

/// Where steps are narrower than a cell can be, a cell stands for several.
void cells(Ui& ui, const Track& track, double now) {
  constexpr float kNarrowest = 4;
  const Trace& trace = ui.session.focused().trace();
  const float width = track.box.width / static_cast<float>(track.steps);
  const auto stride = static_cast<std::uint32_t>(std::ceil(kNarrowest / std::max(width, 1e-6F)));
  const float gap = width > 8 ? 2.0F : 1.0F;
  const float radius = width > 8 ? 3.0F : 0.0F;
  const bool veiled = ui.session.shown(command::Toggle::veil);
  for (std::uint32_t first = 1; first <= track.steps; first += stride) {
    const std::uint32_t last = std::min(first + stride - 1, track.steps);
    const float x0 = track.x_of(first - 1);
    const Box cell{x0, track.box.y, track.x_of(last) - x0 - gap, track.box.height};
    const TaskId task = task_of(trace, first, last);
    if (last <= now) {
      ui.paint.fill(cell, ui.colour_of(task), radius);
      continue;
    }
    ui.paint.fill(cell, ui.colour_of(task, veiled ? 0.28F : 0.8F), radius);
    if (first - 1 < now) {  // under way
      const float part = std::min(cell.width, track.x_of(now) - x0);
      ui.paint.fill({x0, cell.y, part, cell.height}, ui.colour_of(task), radius);
    }
  }
}

/// The first step that begins at `t_ns` or later; steps + 1 if none does.
std::uint32_t first_step_from(const Trace& trace, std::uint32_t steps, std::int64_t t_ns) {
  std::uint32_t low = 1;
  std::uint32_t high = steps + 1;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    const Seq begin = trace.step_begin(middle);
    if (begin < trace.size() && trace[begin].t_ns < t_ns) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/// Whole seconds (of a short run: rounder parts), not more than there is room to look for.
std::int64_t time_unit(std::int64_t end_ns) {
  constexpr std::int64_t kMost = 24;
  std::int64_t unit = 1;
  for (std::int64_t power = 1; unit * kMost < end_ns && power < 1'000'000'000'000'000;
       power *= 10) {
    for (const std::int64_t factor : {1, 2, 5}) {
      unit = factor * power;
      if (unit * kMost >= end_ns) {
        break;
      }
    }
  }
  return end_ns >= 2'000'000'000 ? std::max<std::int64_t>(unit, 1'000'000'000) : unit;
}

/// Times under the cells, where a step begins at a round one.
void times(Ui& ui, const Track& track) {
  const Trace& trace = ui.session.focused().trace();
  const std::int64_t unit_ns = time_unit(trace.end_ns());
  float free_from = track.box.x - 4;
  for (std::int64_t t_ns = 0; t_ns <= trace.end_ns(); t_ns += unit_ns) {
    const std::uint32_t step = first_step_from(trace, track.steps, t_ns);
    if (step > track.steps || trace.step_begin(step) >= trace.size() ||
        trace[trace.step_begin(step)].t_ns != t_ns) {
      continue;
    }
    const float x = track.x_of(step - 1);
    const std::string text = seconds_text(t_ns);
    const float width = ui.width_of(text, kTimeSize, Face::regular);
    if (x < free_from || x + 4 + width > track.box.right() + 20) {
      continue;
    }
    ui.paint.line({x - 1, track.box.y + 20}, {x - 1, track.box.y + 29},
                  paint(Role::ink_faint, 0.7F));
    ui.paint.words({x + 3, track.box.y + 34}, text, kTimeSize, Face::regular,
                   paint(Role::ink_soft));
    free_from = x + width + 14;
  }
}

void axis_choice(Ui& ui, Box box) {
  const auto choice = [&](const char* words, Axis axis, float y) {
    const bool on = ui.session.view().axis == axis;
    const Box area{box.x + 14, y - 13, kNames - 22, 18};
    const Touch touch = ui.touch(id_of(words), area);
    ui.paint.words({box.x + 20, y}, words, 12, on ? Face::bold : Face::regular,
                   paint(on              ? Role::accent
                         : touch.hovered ? Role::ink
                                         : Role::ink_soft));
    if (touch.focused) {
      ui.focus_ring(area, 4);
    }
    if (touch.hovered) {
      ui.tooltip = axis == Axis::time ? "The time axis: lengths are times (T)"
                                      : "The steps axis: every step as wide as the next (T)";
    }
    if (touch.activated) {
      ui.send(command::SetAxis{axis});
    }
  };
  choice("Steps", Axis::steps, box.y + 28);
  choice("Time", Axis::time, box.y + 46);
}

/// The last stop of a step, before the next one begins; 0 is the start.
Seq end_of_step(const Trace& trace, std::uint32_t step, std::uint32_t steps) {
  if (step == 0) {
    return 0;
  }
  if (step >= steps) {
    return trace.size() - 1;
  }
  Seq seq = previous_stop(trace, trace.step_begin(step + 1));
  while (seq > 0 && trace[seq].step > step) {
    seq = previous_stop(trace, seq);
  }
  return seq;
}

/// Click and drag go to a step; the wheel goes from stop to stop, so that none is out of reach
/// where a pixel stands for many.
void use_mouse(Ui& ui, const Track& track, Box area) {
  const Trace& trace = ui.session.focused().trace();
  const Touch touch = ui.touch_mouse(id_of("scrubber"), area);
  const double at =
      (ui.mouse().x - track.box.x) / track.box.width * static_cast<float>(track.steps);
  const auto step =
      static_cast<std::uint32_t>(std::clamp(std::ceil(at), 0.0, static_cast<double>(track.steps)));
  if (touch.held) {
    const Seq seq = end_of_step(trace, step, track.steps);
    if (seq != ui.session.playhead()) {
      ui.send(command::GoTo{ui.session.view().focus, seq});
    }
  }
  if (!touch.hovered) {
    return;
  }
  ui.hand_cursor = true;
  if (const float wheel = ImGui::GetIO().MouseWheel; wheel != 0) {
    const int notches = std::max(1, static_cast<int>(std::lround(std::abs(wheel))));
    ui.send(command::Step{wheel > 0 ? -notches : notches});
  }
  const Seq begin = step > 0 ? trace.step_begin(step) : 0;
  if (step == 0) {
    ui.tooltip = "The start";
  } else if (begin < trace.size()) {
    ui.tooltip = "Step " + std::to_string(step) + " of " + std::to_string(track.steps) + " · " +
                 seconds_text(trace[begin].t_ns) + " · " +
                 std::string(trace.label(trace[begin].task));
  }
}

/// In presentation there are cells only: the times stand on the timeline's ruler.
Box track_box(const Ui& ui, Box box) {
  if (ui.presentation != nullptr) {
    return {box.x + 8, box.y + 18, box.width - 16, box.height - 24};
  }
  return {box.x + kNames, box.y + 18, box.width - kNames - 25, kCell};
}

void draw(Ui& ui, Box box) {
  const Trace& trace = ui.session.focused().trace();
  Track track;
  track.box = track_box(ui, box);
  track.steps = std::max(1U, trace.step_count());
  const bool masked = ui.session.masked() && !trace.complete();
  if (masked) {  // how many steps there will be is not told
    track.steps = static_cast<std::uint32_t>(masked_extent(Axis::steps, track.steps));
    ui.paint.fill(track.box, paint(Role::grid, 0.5F), 4);
  }
  const double now = position(ui.session.state(), ui.session.playhead());
  cells(ui, track, now);
  if (ui.presentation == nullptr) {
    axis_choice(ui, box);
    times(ui, track);
  }
  const float x = std::min(track.x_of(now), track.box.right());
  ui.paint.fill({x - 2.5F, track.box.y - 6, 5, track.box.height + 14}, paint(Role::paper));
  ui.paint.fill({x - 1.25F, track.box.y - 8, 2.5F, track.box.height + 14}, paint(Role::ink));
  CircleShape knob;
  knob.centre = {x, track.box.y - 8};
  knob.radius = 6;
  knob.fill = paint(Role::ink);
  ui.paint.circle(knob);

  use_mouse(ui, track, {track.box.x - 8, box.y, track.box.width + 16, 50});
}

}  // namespace

extern const Panel scrubber_panel;
const Panel scrubber_panel = {"scrubber", Column::middle, 58, 0, [](Ui&, float) { return 68.0F; },
                              draw};

}  // namespace interleave
