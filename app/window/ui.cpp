#include "app/window/ui.h"

#include <algorithm>

#include "app/timeline/measure.h"

namespace interleave {

void UiState::move_focus(int delta, bool panels) {
  if (stops.empty()) {
    return;
  }
  const auto count = static_cast<int>(stops.size());
  const auto found = std::find_if(stops.begin(), stops.end(),
                                  [this](const FocusStop& stop) { return stop.id == focus; });
  if (found == stops.end()) {
    focus = delta > 0 ? stops.front().id : stops.back().id;
    return;
  }
  int at = static_cast<int>(found - stops.begin());
  const auto stop = [&](int i) -> const FocusStop& {
    return stops[static_cast<std::size_t>((i % count + count) % count)];
  };
  const int panel = found->panel;
  at += delta;
  if (panels) {
    for (int i = 0; i < count && stop(at).panel == panel; ++i) {
      at += delta;
    }
    // Going back, too, it is the panel's first control that is got to.
    while (delta < 0 && stop(at - 1).panel == stop(at).panel && stop(at - 1).id != stop(at).id) {
      if (stop(at).id == stops.front().id) {
        break;
      }
      --at;
    }
  }
  focus = stop(at).id;
}

bool UiState::slider_focused() const {
  return std::any_of(stops.begin(), stops.end(),
                     [this](const FocusStop& stop) { return stop.id == focus && stop.slider; });
}

Touch Ui::touch_mouse(Id id, Box box) {
  Touch touch;
  if (!takes_input || box.width <= 0 || box.height <= 0) {
    return touch;
  }
  ImGui::PushID(static_cast<int>(id));
  ImGui::SetCursorScreenPos({box.x * scale, box.y * scale});
  touch.clicked = ImGui::InvisibleButton("area", {box.width * scale, box.height * scale});
  touch.hovered = ImGui::IsItemHovered();
  touch.held = ImGui::IsItemActive();
  touch.pressed = ImGui::IsItemActivated();
  touch.released = ImGui::IsItemDeactivated();
  touch.double_clicked = touch.hovered && ImGui::IsMouseDoubleClicked(0);
  touch.activated = touch.clicked;
  ImGui::PopID();
  return touch;
}

Touch Ui::touch(Id id, Box box, bool slider) {
  Touch touch = touch_mouse(id, box);
  if (!takes_input) {
    return touch;
  }
  state.stops.push_back({id, panel, slider});
  if (touch.pressed) {
    state.focus = 0;  // the mouse is used: no ring to distract
  }
  touch.focused = state.focus == id;
  if (touch.focused) {
    choose(box);
    touch.activated = touch.activated || std::exchange(state.activate, false);
    touch.nudge = std::exchange(state.nudge, 0);
  }
  hand_cursor = hand_cursor || (touch.hovered && !slider);
  return touch;
}

Point Ui::mouse() const {
  const ImVec2 at = ImGui::GetIO().MousePos;
  return {at.x / scale, at.y / scale};
}

float Ui::width_of(std::string_view text, float size, Face face) const {
  return embedded_measure().width(text, face, size);
}

Paint Ui::colour_of(TaskId task, float alpha) const {
  if (task == kNoTask || task == kProgram) {
    return task_paint(0, alpha);
  }
  return task_paint(colours->of(session.view().focus, task), alpha);
}

float Ui::say(Point at, std::string_view text, float size, Face face, Paint ink) {
  paint.words(at, text, size, face, ink);
  return at.x + width_of(text, size, face);
}

Zoomed::Zoomed(Ui& ui, float zoom) : ui_(ui), scale_(ui.scale), zoom_(zoom) {
  set(scale_ * zoom, ui.zoom * zoom, 1 / zoom);
}

Zoomed::~Zoomed() { set(scale_, ui_.zoom / zoom_, zoom_); }

void Zoomed::set(float scale, float zoom, float window_times) {
  ui_.scale = scale;
  ui_.zoom = zoom;
  ui_.paint = ui_.paint.moved(scale, {});
  ui_.window.width *= window_times;
  ui_.window.height *= window_times;
}

Box Zoomed::within(Box box) const {
  return {box.x / zoom_, box.y / zoom_, box.width / zoom_, box.height / zoom_};
}

std::string run_note(Session& session) {
  const std::string& title = session.scenario().mode(session.focused().mode())->title;
  if (session.run_count() < 2) {
    return title;
  }
  return std::string(1, static_cast<char>('A' + session.view().focus)) + " · " + title;
}

void Ui::focus_ring(Box box, float radius) {
  const Box around{box.x - 2, box.y - 2, box.width + 4, box.height + 4};
  paint.frame(around, {}, interleave::paint(Role::accent), radius + 2, 2);
}

}  // namespace interleave
