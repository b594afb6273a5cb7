// The colours of tasks as people see them who lack one kind of cones.

#include <algorithm>
#include <array>
#include <cmath>

#include "app/timeline/theme.h"
#include "tests/catch.h"

namespace interleave {
namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

struct Sight {
  const char* name;
  Matrix of_linear_rgb;
};

// On linear RGB. Protanopia and deuteranopia: Viénot, Brettel and Mollon, "Digital video
// colourmaps for checking the legibility of displays by dichromats" (1999), one half-plane each.
// Tritanopia needs the two half-planes of Brettel, Viénot and Mollon (1997); the one matrix here is
// Machado, Oliveira and Fernandes's (2009) at full severity, which lies close to it.
constexpr std::array<Sight, 4> kSights = {{
    {"all cones", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"protanopia", {{{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}}}},
    {"deuteranopia", {{{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}}}},
    {"tritanopia",
     {{{1.255528, -0.076749, -0.178779},
       {-0.078411, 0.930809, 0.147602},
       {0.004733, 0.691367, 0.303900}}}},
}};

double linear(std::uint8_t value) {
  const double c = value / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

Triple times(const Matrix& matrix, const Triple& v) {
  Triple result{};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j) {
      result.at(i) += matrix.at(i).at(j) * v.at(j);
    }
  }
  return result;
}

/// CIE L*a*b* under D65.
Triple lab(Triple rgb) {
  for (double& c : rgb) {
    c = std::clamp(c, 0.0, 1.0);
  }
  const Triple xyz = times({{{0.4124564, 0.3575761, 0.1804375},
                             {0.2126729, 0.7151522, 0.0721750},
                             {0.0193339, 0.1191920, 0.9503041}}},
                           rgb);
  const auto f = [](double t) {
    return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  };
  const double x = f(xyz[0] / 0.95047);
  const double y = f(xyz[1]);
  const double z = f(xyz[2] / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

Triple seen(const Sight& sight, Colour colour) {
  return lab(times(sight.of_linear_rgb, {linear(colour.r), linear(colour.g), linear(colour.b)}));
}

/// How different they look (CIE76); about 2.3 can just be told.
double difference(const Triple& a, const Triple& b) {
  return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/// Far more than can just be told, for small marks at the far end of a room.
constexpr double kApart = 10;

TEST_CASE("colours of tasks that follow each other are told apart by the colour-blind, too") {
  for (const ThemeId id : {ThemeId::light, ThemeId::dark, ThemeId::high_contrast}) {
    for (const Sight& sight : kSights) {
      for (std::uint16_t i = 0; i < 8; ++i) {
        const auto next = static_cast<std::uint16_t>(i + 1);  // 8 is the first colour again
        INFO(name_of(id) << ", " << sight.name << ": " << i << " and " << next);
        const Triple a = seen(sight, theme(id).resolve({Role::task, i, 1}));
        const Triple b = seen(sight, theme(id).resolve({Role::task, next, 1}));
        CHECK(difference(a, b) >= kApart);
      }
    }
  }
}

TEST_CASE("blocked looks like no running task's neighbour by its colour alone: it has a pattern") {
  // Red and brown come close for some; the hatch, the ink border and the word tell them apart
  // (states_test). Here only that the border itself is seen on the bar's fill.
  for (const ThemeId id : kAllThemes) {
    for (const Sight& sight : kSights) {
      INFO(name_of(id) << ", " << sight.name);
      const Triple border = seen(sight, theme(id).resolve({Role::blocked, 0, 1}));
      const Triple panel = seen(sight, theme(id).resolve({Role::panel, 0, 1}));
      CHECK(difference(border, panel) >= 2 * kApart);
    }
  }
}

}  // namespace
}  // namespace interleave
