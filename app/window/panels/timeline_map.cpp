// All of the run in a strip below the lanes, while only a part of it is on view.

#include <algorithm>
#include <cmath>

#include "app/timeline/minimap.h"
#include "app/trace/stops.h"
#include "app/window/panels/timeline_parts.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

using Drag = TimelineTouch::Drag;

constexpr float kHeight = 38;

void use_mouse_on(Ui& ui, Box strip, const Minimap& map) {
  const float s = ui.scale;
  const Touch touch = ui.touch_mouse(id_of("timeline map"), strip);
  const float x = (ui.mouse().x - strip.x) * s;
  const double value = map.map.to_value(std::clamp(x, map.map.x0, map.map.x1));
  const AxisStretch shown = ui.session.shown_stretch();
  TimelineTouch& state = ui.state.timeline;
  if (touch.pressed) {
    const bool on_frame = x >= map.frame.x - 3 * s && x <= map.frame.right() + 3 * s;
    state.drag = Drag::map;
    // A press beside the frame takes its middle there.
    state.from = on_frame ? value - shown.from : shown.width() / 2;
    if (!on_frame) {
      ui.send(command::Pan{value - shown.width() / 2 - ui.session.wanted_stretch().from, 0, false});
    }
  } else if ((touch.held || touch.released) && state.drag == Drag::map) {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseDelta.x != 0) {
      ui.send(command::Pan{value - state.from - shown.from, 0, true});
    }
  }
  if (touch.released) {
    state.drag = Drag::none;
    ui.send(command::EndGesture{});
  }
  const ImGuiIO& io = ImGui::GetIO();
  if (touch.hovered && io.MouseWheel != 0) {
    const double at = std::clamp(value, shown.from, shown.to);
    ui.send(command::Zoom{std::pow(1.2, static_cast<double>(io.MouseWheel)), at});
  }
  if (touch.hovered && io.MouseWheelH != 0) {
    ui.send(command::Pan{0, -0.08 * static_cast<double>(io.MouseWheelH), false});
  }
  if (touch.hovered && !touch.held) {
    ui.tooltip = "Drag: pan (Alt+←, →). Wheel: zoom (+, −)";
    ui.hand_cursor = true;
  }
}

void draw_show_all(Ui& ui, Box box, const TimelineView& view) {
  const double all = full_extent(view);
  const std::string words = view.axis == Axis::time
                                ? "All " + seconds_text(std::llround(all))
                                : "All " + std::to_string(std::lround(all)) + " columns";
  ButtonStyle style;
  style.size = 12;
  const float width = std::min(box.width, ui.width_of(words, 12, Face::regular) + 20);
  const Box at{box.right() - width, box.y + 1, width, 22};
  const Touch touch = button(ui, id_of("show all"), at, words, style);
  if (touch.hovered) {
    ui.tooltip = "Show all of it (0)";
  }
  if (touch.activated) {
    ui.send(command::ShowAll{});
  }
}

}  // namespace

float map_height(Ui& ui, float room) {
  constexpr float kLeastLanes = 190;  // it must not take the place of what it is a map of
  const TimelineView view = ui.session.timeline_view(1, 1, 1);
  return view.to > 0 && !view.mask && room - kHeight >= kLeastLanes ? kHeight : 0;
}

void draw_map(Ui& ui, Box box, const TimelineView& view, const AxisMap& lanes) {
  const float s = ui.scale;
  const Box strip{box.x + lanes.x0 / s, box.y + 7, (lanes.x1 - lanes.x0) / s, 24};
  const Minimap map =
      minimap(view, {0, 0, strip.width * s, strip.height * s}, ui.state.timeline.map_rows);
  ui.paint.moved(1, {strip.x * s, strip.y * s}).draw(map.shapes);
  draw_show_all(ui, {box.x + 16, strip.y, strip.x - box.x - 28, strip.height}, view);
  use_mouse_on(ui, strip, map);
}

}  // namespace interleave
