#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/session/command.h"

namespace interleave {

class Session;

/// A key as people name it. Letters and characters are their own code (`'A'`, `'?'`); the rest have
/// numbers above every character.
using Key = std::uint32_t;
namespace key {
inline constexpr Key left = 0x110001;
inline constexpr Key right = 0x110002;
inline constexpr Key up = 0x110003;
inline constexpr Key down = 0x110004;
inline constexpr Key home = 0x110005;
inline constexpr Key end = 0x110006;
inline constexpr Key page_up = 0x110007;
inline constexpr Key page_down = 0x110008;
inline constexpr Key enter = 0x110009;
inline constexpr Key escape = 0x11000a;
inline constexpr Key tab = 0x11000b;
inline constexpr Key backspace = 0x11000c;
inline constexpr Key del = 0x11000d;
/// F1 is this, F2 the next …
inline constexpr Key f1 = 0x110100;
inline constexpr Key f5 = f1 + 4;
inline constexpr Key f6 = f1 + 5;
inline constexpr Key f11 = f1 + 10;
}  // namespace key

inline constexpr std::uint8_t kShift = 1;
inline constexpr std::uint8_t kCtrl = 2;
inline constexpr std::uint8_t kAlt = 4;

/// A key with what is held beside it. Of characters (`?`, `+`) Shift is not said: a layout may or
/// may not need it.
struct Chord {
  Key key = 0;
  std::uint8_t mods = 0;

  friend bool operator==(const Chord&, const Chord&) = default;
};

/// "Ctrl+Shift+→", "N", "space".
[[nodiscard]] std::string words_for(Chord chord);

/// Where a key means something of its own; several may hold at once.
using KeyContexts = std::uint8_t;
inline constexpr KeyContexts kInPresentation = 1;
/// What is asked is being chosen; a question with answers on keys is open, or one that takes a
/// number; the truth is being told.
inline constexpr KeyContexts kChoosing = 2;
inline constexpr KeyContexts kAsking = 4;
inline constexpr KeyContexts kTyping = 8;
inline constexpr KeyContexts kTold = 16;
/// On the sheet of *draw it*: the run under it hears nothing.
inline constexpr KeyContexts kInDrawing = 32;
/// Those that hold in a session now.
[[nodiscard]] KeyContexts key_contexts(const Session& session);

/// One row of the table of keys: the same rows are obeyed and drawn.
struct Binding {
  Chord chord;
  Command command;
  /// Words of the drawn row, "next, previous stop"; a row without words belongs to the one before.
  std::string_view words;
  /// Obeyed only there, and there before a row of the same chord that is obeyed everywhere.
  KeyContexts only_in = 0;
};

/// A part of the table under a heading; `mouse` are lines that no key stands behind.
struct KeyGroup {
  std::string_view heading;
  std::span<const Binding> bindings;
  struct MouseLine {
    std::string_view gesture;
    std::string_view words;
  };
  std::span<const MouseLine> mouse;
};

[[nodiscard]] std::span<const KeyGroup> key_groups();
/// What a chord does where it is pressed, or nothing.
[[nodiscard]] std::optional<Command> command_for(Chord chord, KeyContexts now = 0);
/// Whether it acts while a text field has the focus: only Esc, Enter and Ctrl chords do.
[[nodiscard]] bool acts_in_text_field(Chord chord);

}  // namespace interleave
