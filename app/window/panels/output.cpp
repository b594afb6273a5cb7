// What has been printed up to the playhead, with its time and its task; a click goes there.

#include <algorithm>
#include <cmath>

#include "app/trace/stops.h"
#include "app/window/panel.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

constexpr float kRow = 19;

/// The line's time with one decimal at least, without the unit where many are narrow.
std::string time_of(const Event& event) { return total_text(event.t_ns); }

void row(Ui& ui, const Trace& trace, std::uint32_t seq, Box box, std::size_t index, bool last,
         float text_x) {
  const Event& event = trace[seq];
  const Touch touch = ui.touch(id_of("output", index), box);
  const Box frame{box.x + 4, box.y, box.width - 12, box.height};
  if (touch.hovered) {
    ui.paint.fill(frame, paint(Role::stripe), 4);
    ui.hand_cursor = true;
  }
  if (touch.focused) {
    ui.focus_ring(frame, 4);
  }
  const float y = box.y + 14;
  ui.paint.words({text_x - 20, y}, time_of(event), 12, Face::mono, paint(Role::ink_faint),
                 Align::right);
  ui.paint.fill({text_x - 10, box.y + 4, 3, 13}, ui.colour_of(event.task));
  ui.paint.words_in({text_x, y}, box.right() - text_x - 12, trace.text(event.a), 12,
                    last ? Face::mono_bold : Face::mono, paint(Role::ink));
  if (touch.hovered &&
      ui.width_of(trace.text(event.a), 12, Face::mono) > box.right() - text_x - 12) {
    ui.tooltip = trace.text(event.a);
  }
  if (touch.activated) {
    ui.send(command::GoTo{ui.session.view().focus, seq});
  }
}

void draw(Ui& ui, Box box) {
  heading(ui, {box.x + 18, box.y + 22}, "Output", "");
  const Trace& trace = ui.session.focused().trace();
  const std::uint32_t count = ui.session.state().outputs;
  const Box inside{box.x + 12, box.y + 32, box.width - 24, box.height - 48};
  ui.paint.frame(inside, paint(Role::panel), paint(Role::border), 8);
  const float whole_rows = std::max(1.0F, std::floor((inside.height - 12) / kRow));
  const Box rows{inside.x, inside.y + 6, inside.width, kRow * whole_rows};
  const float height = kRow * static_cast<float>(count);
  const Id id = id_of("output");
  follow(ui, id, rows, height - kRow, height, height, ui.session.playhead());
  const float scroll = begin_scroll(ui, id, rows, height);
  const auto outputs = trace.outputs();
  float widest = 0;
  for (std::uint32_t i = 0; i < count && i < 1; ++i) {
    widest = ui.width_of(time_of(trace[outputs[count - 1]]), 12, Face::mono);
  }
  const float text_x = rows.x + 12 + std::max(widest, 36.0F) + 20;
  const auto first = static_cast<std::uint32_t>(scroll / kRow);
  for (std::uint32_t i = first; i < count; ++i) {
    const float y = rows.y + kRow * static_cast<float>(i) - scroll;
    if (y + kRow / 2 > rows.bottom()) {
      break;
    }
    row(ui, trace, outputs[i], {rows.x, y, rows.width, kRow}, i, i + 1 == count, text_x);
  }
  end_scroll(ui);
  if (count == 0) {
    const bool at_end = trace.complete() && ui.session.playhead() + 1 >= trace.size();
    ui.paint.words_in({rows.x + 14, rows.y + 16}, rows.width - 24,
                      at_end ? "It printed nothing." : "Nothing is printed yet: → goes on.", 12,
                      Face::regular, paint(Role::ink_soft));
  }
}

bool wants(const Session& session) { return session.shown(command::Toggle::output); }

}  // namespace

extern const Panel output_panel;
const Panel output_panel = {"output", Column::right, 110, 1, [](Ui&, float) { return 200.0F; },
                            draw,     wants};

}  // namespace interleave
