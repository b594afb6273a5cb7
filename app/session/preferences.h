#pragma once

#include "app/timeline/theme.h"
#include "app/trace/narration.h"

namespace interleave {

/// What is kept between starts, and is no view of a run.
struct Preferences {
  ThemeId theme = ThemeId::light;
  Depth depth = Depth::happened;
  /// Notches of the size of type.
  int type_size = 0;
  double speed = 1;
  bool show_listing = true;
  bool show_output = true;
  bool cpp_listing = false;
  bool veil = true;
  bool why = true;
  /// Nothing pulses, glides or zooms gradually.
  bool reduced_motion = false;

  friend bool operator==(const Preferences&, const Preferences&) = default;
};

}  // namespace interleave
