#pragma once

#include <optional>
#include <span>

namespace interleave {

/// A rectangle of the desktop: a window's content, or what of a screen is free for windows.
struct DesktopBox {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;

  friend bool operator==(const DesktopBox&, const DesktopBox&) = default;
};

/// Where a window is put whose place was kept while other screens may have been there: on the
/// screen that it covers most of, else the first, cut to its size and moved wholly onto it. Without
/// a screen: as it is.
[[nodiscard]] DesktopBox fit_on_screens(DesktopBox window, std::span<const DesktopBox> screens);

}  // namespace interleave
