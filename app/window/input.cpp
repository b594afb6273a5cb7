#include "app/window/input.h"

#include <GLFW/glfw3.h>

#include <string_view>

namespace interleave {

namespace {

Key special_key(int key) {
  switch (key) {
    case GLFW_KEY_LEFT:
      return key::left;
    case GLFW_KEY_RIGHT:
      return key::right;
    case GLFW_KEY_UP:
      return key::up;
    case GLFW_KEY_DOWN:
      return key::down;
    case GLFW_KEY_HOME:
      return key::home;
    case GLFW_KEY_END:
      return key::end;
    case GLFW_KEY_PAGE_UP:
      return key::page_up;
    case GLFW_KEY_PAGE_DOWN:
      return key::page_down;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
      return key::enter;
    case GLFW_KEY_ESCAPE:
      return key::escape;
    case GLFW_KEY_TAB:
      return key::tab;
    case GLFW_KEY_BACKSPACE:
      return key::backspace;
    case GLFW_KEY_DELETE:
      return key::del;
    case GLFW_KEY_SPACE:
      return ' ';
    default:
      break;
  }
  if (key >= GLFW_KEY_F1 && key <= GLFW_KEY_F12) {
    return key::f1 + static_cast<Key>(key - GLFW_KEY_F1);
  }
  return 0;
}

Key letter_key(int key, int scancode) {
  const char* name = glfwGetKeyName(key, scancode);
  const std::string_view text = name != nullptr ? name : "";
  if (text.size() == 1 && text[0] >= 'a' && text[0] <= 'z') {
    return static_cast<Key>(text[0] - 'a' + 'A');
  }
  if (text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z') {
    return static_cast<Key>(text[0]);
  }
  const bool foreign = !text.empty() && static_cast<unsigned char>(text[0]) >= 0x80;
  if ((foreign || text.empty()) && key >= GLFW_KEY_A && key <= GLFW_KEY_Z) {
    return static_cast<Key>('A' + (key - GLFW_KEY_A));
  }
  return 0;
}

/// + − and digits as Ctrl chords, where no character comes.
Key sign_key(int key, int scancode) {
  if (key == GLFW_KEY_KP_ADD) {
    return '+';
  }
  if (key == GLFW_KEY_KP_SUBTRACT) {
    return '-';
  }
  const char* name = glfwGetKeyName(key, scancode);
  const std::string_view text = name != nullptr ? name : "";
  if (text == "+" || text == "=") {
    return '+';
  }
  return text == "-" ? Key{'-'} : Key{0};
}

}  // namespace

std::optional<Chord> chord_of(int key, int scancode, int mods) {
  std::uint8_t held = 0;
  held = static_cast<std::uint8_t>(held | ((mods & GLFW_MOD_SHIFT) != 0 ? kShift : 0));
  held = static_cast<std::uint8_t>(held | ((mods & GLFW_MOD_CONTROL) != 0 ? kCtrl : 0));
  held = static_cast<std::uint8_t>(held | ((mods & GLFW_MOD_ALT) != 0 ? kAlt : 0));
  if (const Key special = special_key(key); special != 0) {
    return Chord{special, held};
  }
  const bool ctrl = (held & kCtrl) != 0;
  if (ctrl) {
    if (const Key sign = sign_key(key, scancode); sign != 0) {
      return Chord{sign, kCtrl};  // some layouts need Shift for +
    }
  }
  if (key >= GLFW_KEY_0 && key <= GLFW_KEY_9) {
    return Chord{static_cast<Key>('0' + (key - GLFW_KEY_0)), held};
  }
  if (key >= GLFW_KEY_KP_0 && key <= GLFW_KEY_KP_9) {
    return Chord{static_cast<Key>('0' + (key - GLFW_KEY_KP_0)), held};
  }
  if (const Key letter = letter_key(key, scancode); letter != 0) {
    return Chord{letter, held};
  }
  return std::nullopt;
}

std::optional<Chord> chord_of_letter(char32_t letter) {
  switch (letter) {
    case '?':
    case '.':
    case ',':
    case '+':
    case '-':
      return Chord{letter, 0};
    case U'−':
      return Chord{'-', 0};
    default:
      return std::nullopt;
  }
}

}  // namespace interleave
