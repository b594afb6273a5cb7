#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "app/timeline/shapes.h"

namespace interleave {

struct Colour {
  std::uint8_t r = 0;
  std::uint8_t g = 0;
  std::uint8_t b = 0;
  std::uint8_t a = 255;

  friend bool operator==(const Colour&, const Colour&) = default;
};

/// `high_contrast` is black on white, which a lit room leaves the most of; words at 7 to 1. `print`
/// is for paper: no colours, states and tasks told apart by pattern alone.
enum class ThemeId : std::uint8_t { light, dark, high_contrast, print };
inline constexpr std::array kAllThemes = {ThemeId::light, ThemeId::dark, ThemeId::high_contrast,
                                          ThemeId::print};

/// Lines or dots woven into what is filled in a task's colour, where colours alone would not tell
/// tasks apart.
enum class Weave : std::uint8_t { none, across, upright, dots, grid, wide_across, wide_upright };

struct Theme {
  ThemeId id = ThemeId::light;
  std::array<Colour, 32> roles{};
  /// Colours of tasks, taken in turn (Okabe-Ito's order, told apart by the colour-blind); index 0
  /// is main's and the thread's grey.
  std::array<Colour, 8> tasks{};
  std::array<Colour, 8> on_tasks{};
  std::array<Weave, 8> weaves{};
  /// How strong the lines are that hatch a bar in its task's colour.
  float least_hatch = 0;

  [[nodiscard]] Colour resolve(Paint paint) const;
  /// Of what is filled with it.
  [[nodiscard]] Weave weave(Paint fill) const;
};

[[nodiscard]] const Theme& theme(ThemeId id);
/// `light`, `dark`, `high-contrast` or `print`.
[[nodiscard]] std::optional<ThemeId> theme_named(std::string_view name);
[[nodiscard]] std::string_view name_of(ThemeId id);
/// The one after it of those for a screen: light, dark, high contrast.
[[nodiscard]] ThemeId next_on_screen(ThemeId id);

}  // namespace interleave
