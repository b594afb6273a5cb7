#pragma once

#include <deque>
#include <optional>
#include <string>
#include <variant>

#include "app/session/keys.h"

namespace interleave {

/// What GLFW's callbacks report, in the order in which it came. Nothing is dropped: a press and a
/// release that come between two frames are both there.
namespace input {
struct KeyPress {
  Chord chord;
  bool repeated = false;
};
struct Letter {
  char32_t letter = 0;
};
struct MouseMove {
  double x = 0;
  double y = 0;
};
struct MouseButton {
  int button = 0;
  bool down = false;
};
struct Wheel {
  float x = 0;
  float y = 0;
};
/// A file was dropped on the window.
struct Drop {
  std::string path;
};
/// Modifiers held, for clicks and the wheel.
struct Modifiers {
  std::uint8_t held = 0;
};
}  // namespace input

using Input = std::variant<input::KeyPress, input::Letter, input::MouseMove, input::MouseButton,
                           input::Wheel, input::Modifiers, input::Drop>;
using InputQueue = std::deque<Input>;

/// The chord of a key of GLFW's, or nothing where the character that follows it counts (`?`, `+`)
/// or it is no key of ours. Letters are what the layout prints on the key, and where that is no
/// Latin letter, what stands at that place on a US keyboard; digits go by place or keypad.
[[nodiscard]] std::optional<Chord> chord_of(int key, int scancode, int mods);
/// The chord of a character that is a command by itself.
[[nodiscard]] std::optional<Chord> chord_of_letter(char32_t letter);

}  // namespace interleave
