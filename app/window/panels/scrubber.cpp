// A cell for each step, in its task's colour; a click or a drag moves the playhead.

#include <algorithm>
#include <cmath>

#include "app/trace/stops.h"
#include "app/window/panel.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

constexpr float kCell = 16;
constexpr float kNames = 82;

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

void cells(Ui& ui, const Track& track, double now) {
  const Trace& trace = ui.session.focused().trace();
  // Many steps share a pixel: one cell then stands for all that do.
  const float width = track.box.width / static_cast<float>(track.steps);
  const auto stride =
      static_cast<std::uint32_t>(std::max(1.0F, std::ceil(2.0F / std::max(width, 1e-6F))));
  const float gap = width > 8 ? 2.0F : width > 3 ? 1.0F : 0.0F;
  for (std::uint32_t step = 1; step <= track.steps; step += stride) {
    const Seq begin = trace.step_begin(step);
    if (begin >= trace.size()) {
      continue;
    }
    const float x0 = track.x_of(step - 1);
    const float x1 = track.x_of(std::min(step - 1 + stride, track.steps));
    const Box cell{x0, track.box.y, x1 - x0 - gap, kCell};
    const float radius = width > 8 ? 3.0F : 0.0F;
    const TaskId task = trace[begin].task;
    if (step <= now) {
      ui.paint.fill(cell, ui.colour_of(task), radius);
    } else {
      const bool veiled = ui.session.shown(command::Toggle::veil);
      ui.paint.fill(cell, ui.colour_of(task, veiled ? 0.28F : 0.8F), radius);
      if (step - 1 < now) {  // under way
        ui.paint.fill({x0, cell.y, (x1 - x0 - gap) / 2, kCell}, ui.colour_of(task), radius);
      }
    }
  }
}

/// Times under the cells, where the clock has moved on.
void times(Ui& ui, const Track& track) {
  const Trace& trace = ui.session.focused().trace();
  float free_from = track.box.x - 4;
  std::int64_t last_ns = -1;
  for (std::uint32_t step = 1; step <= track.steps; ++step) {
    const Seq begin = trace.step_begin(step);
    if (begin >= trace.size()) {
      break;
    }
    const std::int64_t t_ns = trace[begin].t_ns;
    const float x = track.x_of(step - 1);
    const bool whole = t_ns % 1'000'000'000 == 0;
    if (t_ns == last_ns || x < free_from || (!whole && track.steps > 4)) {
      continue;
    }
    last_ns = t_ns;
    const std::string text = seconds_text(t_ns);
    const float width = ui.width_of(text, 10.5F, Face::regular);
    if (x + 4 + width > track.box.right() + 20) {
      break;
    }
    ui.paint.line({x - 1, track.box.y + 20}, {x - 1, track.box.y + 29},
                  paint(Role::ink_faint, 0.7F));
    ui.paint.words({x + 3, track.box.y + 33}, text, 10.5F, Face::regular, paint(Role::ink_soft));
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

void draw(Ui& ui, Box box) {
  axis_choice(ui, box);
  const Trace& trace = ui.session.focused().trace();
  Track track;
  track.box = {box.x + kNames, box.y + 18, box.width - kNames - 25, kCell};
  track.steps = std::max(1U, trace.step_count());
  const double now = position(ui.session.state(), ui.session.playhead());
  cells(ui, track, now);
  times(ui, track);
  const float x = std::min(track.x_of(now), track.box.right());
  ui.paint.fill({x - 2.5F, track.box.y - 6, 5, 30}, paint(Role::paper));
  ui.paint.fill({x - 1.25F, track.box.y - 8, 2.5F, 32}, paint(Role::ink));
  CircleShape knob;
  knob.centre = {x, track.box.y - 8};
  knob.radius = 6;
  knob.fill = paint(Role::ink);
  ui.paint.circle(knob);

  const Touch touch =
      ui.touch_mouse(id_of("scrubber"), {track.box.x - 8, box.y, track.box.width + 16, 50});
  if (touch.held) {
    const double at =
        (ui.mouse().x - track.box.x) / track.box.width * static_cast<float>(track.steps);
    const auto step = static_cast<std::uint32_t>(
        std::clamp(std::ceil(at), 0.0, static_cast<double>(track.steps)));
    // The end of a step is where its cell ends: the last stop before the next one begins.
    const Seq next = step >= track.steps ? trace.size() - 1 : trace.step_begin(step + 1);
    Seq seq = step == 0 ? 0 : step >= track.steps ? next : previous_stop(trace, next);
    while (seq > 0 && step > 0 && step < track.steps && trace[seq].step > step) {
      seq = previous_stop(trace, seq);
    }
    if (seq != ui.session.playhead()) {
      ui.send(command::GoTo{ui.session.view().focus, seq});
    }
  }
  ui.hand_cursor = ui.hand_cursor || touch.hovered;
}

}  // namespace

extern const Panel scrubber_panel;
const Panel scrubber_panel = {"scrubber", Column::middle, 58, 0, [](Ui&, float) { return 68.0F; },
                              draw};

}  // namespace interleave
