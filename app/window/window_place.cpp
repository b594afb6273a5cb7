#include "app/window/window_place.h"

#include <algorithm>
#include <cstdint>

namespace interleave {

namespace {

/// How much of one line lies on another; wide, since kept numbers may be anything.
std::int64_t shared(std::int64_t a, std::int64_t a_size, std::int64_t b, std::int64_t b_size) {
  return std::max<std::int64_t>(0, std::min(a + a_size, b + b_size) - std::max(a, b));
}

std::int64_t covered(const DesktopBox& window, const DesktopBox& screen) {
  return shared(window.x, window.width, screen.x, screen.width) *
         shared(window.y, window.height, screen.y, screen.height);
}

}  // namespace

DesktopBox fit_on_screens(DesktopBox window, std::span<const DesktopBox> screens) {
  if (screens.empty()) {
    return window;
  }
  const auto best = std::max_element(screens.begin(), screens.end(),
                                     [&window](const DesktopBox& a, const DesktopBox& b) {
                                       return covered(window, a) < covered(window, b);
                                     });
  window.width = std::min(window.width, best->width);
  window.height = std::min(window.height, best->height);
  window.x = std::clamp(window.x, best->x, best->x + best->width - window.width);
  window.y = std::clamp(window.y, best->y, best->y + best->height - window.height);
  return window;
}

}  // namespace interleave
