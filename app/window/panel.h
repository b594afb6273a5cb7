#pragma once

#include "app/window/arrange.h"
#include "app/window/ui.h"

namespace interleave {

/// One part of the window: a file in panels/ that defines one of these, and a line in panels.cpp.
struct Panel {
  const char* name;
  Column column;
  float least;
  float grow;
  /// The height it would like in a column of that width.
  float (*wanted)(Ui& ui, float width);
  void (*draw)(Ui& ui, Box box);
  /// Absent: always.
  bool (*shown)(const Session& session) = nullptr;
};

/// Something over everything else, while it is shown. It takes all input.
struct Overlay {
  const char* name;
  bool (*shown)(const Session& session);
  void (*draw)(Ui& ui);
  /// The text field that is typed into, if it has one.
  TextField* (*field)(UiState& state) = nullptr;
  /// What Enter does in it.
  void (*accept)(Session& session, UiState& state) = nullptr;
  /// Called when it opens.
  void (*open)(Session& session, UiState& state) = nullptr;
  /// Keys of its own, before all others; true if it was one.
  bool (*press)(Session& session, UiState& state, Chord chord) = nullptr;
};

[[nodiscard]] std::span<const Panel* const> panels();
/// The topmost first.
[[nodiscard]] std::span<const Overlay* const> overlays();
/// The topmost that is shown, or nullptr.
[[nodiscard]] const Overlay* top_overlay(const Session& session);

}  // namespace interleave
