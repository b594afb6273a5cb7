#pragma once

#include <span>
#include <string_view>

namespace interleave {

/// One stop of the tour: the part of the window that it points at, by name, and what it says.
struct TourStop {
  std::string_view place;
  std::string_view title;
  std::string_view text;
};
[[nodiscard]] std::span<const TourStop> tour_stops();

/// Where the tour stands.
struct Tour {
  /// Whether it is offered to someone who is here for the first time.
  bool offered = false;
  /// Index into tour_stops(); −1: it isn't on.
  int stop = -1;

  [[nodiscard]] bool running() const { return stop >= 0; }
  void start();
  /// Past the last stop it ends; before the first it stays.
  void go(int delta);
  void end();
};

}  // namespace interleave
