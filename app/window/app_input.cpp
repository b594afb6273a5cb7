// App: what is done with keys and the mouse.

#include <imgui.h>

#include <GLFW/glfw3.h>

#include "app/window/app.h"
#include "app/window/imgui_compat.h"
#include "app/window/open_path.h"
#include "app/window/panel.h"

namespace interleave {

namespace {

/// A key held down goes on stepping, but doesn't switch things on and off.
bool repeats(const Command& command) {
  return std::visit(
      [](const auto& c) {
        using C = std::decay_t<decltype(c)>;
        return std::is_same_v<C, command::Step> || std::is_same_v<C, command::StepEvent> ||
               std::is_same_v<C, command::StepIteration> ||
               std::is_same_v<C, command::StepOfTask> || std::is_same_v<C, command::ChangeSpeed> ||
               std::is_same_v<C, command::SelectLane> || std::is_same_v<C, command::Zoom> ||
               std::is_same_v<C, command::Undo> || std::is_same_v<C, command::Redo> ||
               std::is_same_v<C, command::NextScenario> || std::is_same_v<C, command::TypeSize> ||
               std::is_same_v<C, command::MoveFocus>;
      },
      command);
}

/// Whether a character of its own follows the press.
bool gives_letter(Chord chord) {
  return chord.key < key::left && (chord.mods & (kCtrl | kAlt)) == 0;
}

}  // namespace

void App::apply(const Command& command) {
  session_.apply(command);
  note_overlay();
  invalidate();
}

/// Lets a dialogue that has just come up put its fields in order.
void App::note_overlay() {
  const Overlay* now = top_overlay(session_);
  if (now == overlay_) {
    return;
  }
  overlay_ = now;
  state_.focus = 0;
  if (now != nullptr && now->open != nullptr) {
    now->open(session_, state_);
  }
}

bool App::press_over(const Overlay& overlay, Chord chord) {
  TextField& field = *overlay.field(state_);
  if (chord == Chord{key::enter, 0} && state_.focus != 0) {
    state_.activate = true;
    return false;
  }
  if (chord == Chord{key::enter, 0} && overlay.accept != nullptr) {
    overlay.accept(session_, state_);
    note_overlay();
  } else if (chord == Chord{'V', kCtrl}) {
    const char* text = glfwGetClipboardString(window_);
    field.paste(text != nullptr ? text : "");
  } else if (chord == Chord{'C', kCtrl}) {
    glfwSetClipboardString(window_, field.text().c_str());
  } else if (chord.key == key::tab) {
    state_.move_focus((chord.mods & kShift) != 0 ? -1 : 1, false);
  } else if (!field.press(chord) && acts_in_text_field(chord)) {
    if (const auto command = command_for(chord, key_contexts(session_))) {
      apply(*command);
    }
  }
  return true;
}

bool App::press(const input::KeyPress& press) {
  const Chord chord = press.chord;
  swallow_letter_ = false;
  invalidate();
  if (session_.shown(command::Toggle::blank)) {
    swallow_letter_ = gives_letter(chord);
    apply(command::Flip{command::Toggle::blank});
    return true;
  }
  if (overlay_ != nullptr && overlay_->press != nullptr &&
      overlay_->press(session_, state_, chord)) {
    note_overlay();
    return true;
  }
  if (overlay_ != nullptr && overlay_->field != nullptr) {
    return press_over(*overlay_, chord);
  }
  if (state_.focus != 0) {
    if (chord == Chord{key::escape, 0}) {
      state_.focus = 0;
      return true;
    }
    if ((chord == Chord{key::enter, 0} || chord == Chord{' ', 0}) && !press.repeated) {
      state_.activate = true;
      return false;  // the control acts when it is drawn
    }
    const bool sideways = chord == Chord{key::left, 0} || chord == Chord{key::right, 0};
    if (sideways && state_.slider_focused()) {
      state_.nudge += chord.key == key::right ? 1 : -1;
      return true;
    }
  }
  const auto command = command_for(chord, key_contexts(session_));
  if (!command || (press.repeated && !repeats(*command))) {
    return true;
  }
  if (const auto* move = std::get_if<command::MoveFocus>(&*command)) {
    state_.move_focus(move->delta, move->panels);
    return true;
  }
  swallow_letter_ = gives_letter(chord);  // it is not meant for a field that the press opens
  apply(*command);
  return true;
}

void App::type(char32_t letter) {
  if (std::exchange(swallow_letter_, false)) {
    return;
  }
  if (overlay_ != nullptr && overlay_->field != nullptr) {
    overlay_->field(state_)->type(letter);
    invalidate();
    return;
  }
  if (session_.shown(command::Toggle::blank)) {
    apply(command::Flip{command::Toggle::blank});
    return;
  }
  const auto chord = chord_of_letter(letter);
  if (const auto command = chord ? command_for(*chord, key_contexts(session_)) : std::nullopt) {
    apply(*command);
  }
}

bool App::take(const Input& what) {
  ImGuiIO& io = ImGui::GetIO();
  if (const auto* key_press = std::get_if<input::KeyPress>(&what)) {
    return press(*key_press);
  }
  if (const auto* letter = std::get_if<input::Letter>(&what)) {
    type(letter->letter);
    return true;
  }
  invalidate();
  if (const auto* drop = std::get_if<input::Drop>(&what)) {
    open_path(session_, drop->path);
    note_overlay();
  } else if (const auto* move = std::get_if<input::MouseMove>(&what)) {
    compat::mouse_position(static_cast<float>(move->x), static_cast<float>(move->y));
  } else if (const auto* button = std::get_if<input::MouseButton>(&what)) {
    compat::mouse_button(button->button, button->down);
    buttons_changed_ = true;
    return false;  // each press and release gets a frame of its own
  } else if (const auto* wheel = std::get_if<input::Wheel>(&what)) {
    io.MouseWheel += wheel->y;
    io.MouseWheelH += wheel->x;
  } else if (const auto* modifiers = std::get_if<input::Modifiers>(&what)) {
    io.KeyCtrl = (modifiers->held & kCtrl) != 0;
    io.KeyShift = (modifiers->held & kShift) != 0;
    io.KeyAlt = (modifiers->held & kAlt) != 0;
  }
  return true;
}

bool App::take_inputs() {
  while (!inputs_.empty()) {
    const Input next = inputs_.front();
    // A move after a button's change belongs to the next frame: a click is where it was made.
    inputs_.pop_front();
    if (!take(next)) {
      return false;
    }
  }
  return true;
}

}  // namespace interleave
