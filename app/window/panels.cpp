// The registry: each panel and overlay stands here once, in the order in which Tab goes through
// them.

#include <array>

#include "app/window/panel.h"

#define INTERLEAVE_PANELS(X) \
  X(header)                  \
  X(tour_offer)              \
  X(lessons)                 \
  X(parameters)              \
  X(compared_runs)           \
  X(timeline)                \
  X(narration)               \
  X(question)                \
  X(scrubber)                \
  X(transport)               \
  X(listing)                 \
  X(event_loop)              \
  X(output)

#define INTERLEAVE_OVERLAYS(X) \
  X(palette)                   \
  X(tour)                      \
  X(help)                      \
  X(export_dialogue)           \
  X(goto_dialogue)             \
  X(open_dialogue)             \
  X(time_sheet)                \
  X(lane_filter)               \
  X(tally_dialogue)

namespace interleave {

#define X(name) extern const Panel name##_panel;
INTERLEAVE_PANELS(X)
#undef X
#define X(name) extern const Overlay name##_overlay;
INTERLEAVE_OVERLAYS(X)
#undef X

std::span<const Panel* const> panels() {
#define X(name) &name##_panel,
  static const std::array all = {INTERLEAVE_PANELS(X)};
#undef X
  return all;
}

std::span<const Overlay* const> overlays() {
#define X(name) &name##_overlay,
  static const std::array all = {INTERLEAVE_OVERLAYS(X)};
#undef X
  return all;
}

const Overlay* top_overlay(const Session& session) {
  for (const Overlay* overlay : overlays()) {
    if (overlay->shown(session)) {
      return overlay;
    }
  }
  return nullptr;
}

}  // namespace interleave
