#pragma once

#include <string_view>

#include "app/timeline/shapes.h"

namespace interleave {

/// Where things stand for a class in front of a projector, and how large they are; in pixels of a
/// display at scale 1. Lessons, sliders and buttons are away, the ready queue stays.
///
///     one run, or wide enough          a comparison in a small window
///     +---------------------------+    +---------------------------+
///     | header                    |    | header                    |
///     +------------------+--------+    +---------------------------+
///     | timeline         |listing |    | timeline                  |
///     |                  +--------+    +---------------------------+
///     |                  |queue   |    | listing, three lines      |
///     |                  |        |    | queue, one line           |
///     +------------------+--------+    +---------------------------+
///     | narration                 |    | narration                 |
///     | scrubber                  |    | scrubber                  |
///     +---------------------------+    +---------------------------+
struct Presentation {
  Box header;
  Box timeline;
  Box listing;
  Box queue;
  Box narration;
  Box scrubber;
  float margin = 0;
  /// The second form: the listing has three lines, the queue one.
  bool stacked = false;

  float title_size = 0;
  float position_size = 0;
  float name_size = 0;
  float name_width = 0;
  float lane_pitch = 0;
  /// Lanes get no lower than this; those that have ended are folded before.
  float least_pitch = 0;
  float bar_height = 0;
  float code_size = 0;
  float code_pitch = 0;
  float queue_size = 0;
  /// What happened, and what comes next.
  float told_size = 0;
  float next_size = 0;
};

/// For a window of that size: as designed at 1920 × 1080 and 1280 × 800, in steps between them
/// between, in proportion above, and with the type of the small one below. `runs` are compared.
[[nodiscard]] Presentation presentation(float width, float height, std::size_t runs);

/// A panel's place in it, and how many times as large as in the window its type is. An empty box:
/// the panel is away.
struct PanelPlace {
  Box box;
  float zoom = 1;
};
[[nodiscard]] PanelPlace place_of(const Presentation& presentation, std::string_view panel);

}  // namespace interleave
