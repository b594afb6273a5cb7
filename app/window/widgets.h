#pragma once

#include <string_view>

#include "app/window/ui.h"

namespace interleave {

enum class Look : std::uint8_t {
  quiet,    // a border and ink
  on,       // the accent's soft fill
  primary,  // filled with the accent
  bare,     // words alone
};

struct ButtonStyle {
  Look look = Look::quiet;
  float size = 12.5F;
  float radius = 6;
  Face face = Face::regular;
  bool enabled = true;
};

/// A flat button. The words stand in its middle; empty where an icon is drawn over it.
Touch button(Ui& ui, Id id, Box box, std::string_view words, const ButtonStyle& style);

struct SliderMove {
  bool changed = false;
  bool dragging = false;
  double fraction = 0;
  Touch touch;
};
/// A track with a knob; `fraction` of it is filled.
SliderMove slider(Ui& ui, Id id, Box box, double fraction);

/// Words with a line under them when it is the one shown.
Touch tab(Ui& ui, Id id, Point baseline, std::string_view words, bool on);

/// A task's name in an outlined pill; gives the pill's width.
float chip(Ui& ui, Point at, std::string_view words, Paint colour, float room);
/// What it takes for all of its words.
float chip_width_of(const Ui& ui, std::string_view words);
inline constexpr float kChipHeight = 24;

enum class Icon : std::uint8_t { to_start, back, play, pause, next, to_end, tick, close };
void icon(Ui& ui, Icon which, Point middle, float size, Paint ink);

/// Clips to the box, moves by the wheel, draws a thin bar where there is more; gives how far it is
/// scrolled. To be followed by end_scroll().
float begin_scroll(Ui& ui, Id id, Box box, float content_height);
void end_scroll(Ui& ui);
/// Brings a stretch of the content into sight, once for each new `what` and each new height.
void follow(Ui& ui, Id id, Box box, float from, float to, float content_height, std::uint64_t what);

void text_field(Ui& ui, Box box, const TextField& field, std::string_view hint, bool focused);

/// A panel's heading; gives the x behind it.
float heading(Ui& ui, Point baseline, std::string_view words, std::string_view note);
void card(Ui& ui, Box box, float radius = 8);

}  // namespace interleave
