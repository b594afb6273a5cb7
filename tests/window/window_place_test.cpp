#include "app/window/window_place.h"

#include <array>

#include "tests/catch.h"

namespace interleave {
namespace {

constexpr DesktopBox kLaptop{0, 24, 1280, 776};
constexpr DesktopBox kProjector{1280, 0, 1920, 1080};

TEST_CASE("a window whose screen is there stays where it was") {
  const std::array screens = {kLaptop, kProjector};
  const DesktopBox on_projector{1400, 60, 1600, 1000};
  CHECK(fit_on_screens(on_projector, screens) == on_projector);
}

TEST_CASE("a window of a screen that is gone comes wholly onto the one that is left") {
  const std::array screens = {kLaptop};
  CHECK(fit_on_screens({1400, 60, 1600, 1000}, screens) == DesktopBox{0, 24, 1280, 776});
  CHECK(fit_on_screens({-900, 2000, 640, 480}, screens) == DesktopBox{0, 320, 640, 480});
}

TEST_CASE("between two screens it goes to the one that it covers more of") {
  const std::array screens = {kLaptop, kProjector};
  CHECK(fit_on_screens({1000, 100, 600, 400}, screens).x == 1280);
  CHECK(fit_on_screens({800, 100, 600, 400}, screens).x == 680);
}

TEST_CASE("no number that was kept puts a window out of reach, and without screens all stays") {
  const std::array screens = {kLaptop};
  CHECK(fit_on_screens({2147483647, -2147483647, 32767, 32767}, screens) == kLaptop);
  const DesktopBox any{5, 6, 700, 500};
  CHECK(fit_on_screens(any, {}) == any);
}

}  // namespace
}  // namespace interleave
