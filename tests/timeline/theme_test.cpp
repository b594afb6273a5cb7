#include "app/timeline/theme.h"

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "tests/catch.h"

using namespace interleave;

namespace {

double channel(std::uint8_t value) {
  const double c = value / 255.0;
  return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) {
  return 0.2126 * channel(c.r) + 0.7152 * channel(c.g) + 0.0722 * channel(c.b);
}

double contrast(Colour a, Colour b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

constexpr auto kThemes = kAllThemes;

}  // namespace

/// What is seen of `over` on an opaque ground.
Colour blended(Colour over, Colour ground) {
  const auto mix = [&](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>(std::lround((a * over.a + b * (255 - over.a)) / 255.0));
  };
  return {mix(over.r, ground.r), mix(over.g, ground.g), mix(over.b, ground.b), 255};
}

struct Ground {
  std::string name;
  Colour colour;
};

/// All that words of the interface stand on: grounds, the choice that is on, bands and washes over
/// lanes.
std::vector<Ground> grounds(const Theme& theme) {
  const auto of = [&](Role role) { return theme.resolve({role, 0, 1}); };
  std::vector<Ground> all = {
      {"paper", of(Role::paper)}, {"panel", of(Role::panel)}, {"stripe", of(Role::stripe)}};
  for (std::size_t i = 0; i < 3; i += 2) {
    all.push_back({all[i].name + " washed", blended(of(Role::blocked_wash), all[i].colour)});
  }
  return all;
}

double words_at_least(ThemeId id) { return id == ThemeId::high_contrast ? 7 : 4.5; }

TEST_CASE("words can be read on every ground they stand on: contrast at least 4.5, high 7") {
  for (const ThemeId id : kThemes) {
    const Theme& theme = interleave::theme(id);
    const auto of = [&](Role role) { return theme.resolve({role, 0, 1}); };
    const double least = words_at_least(id);
    for (const Ground& ground : grounds(theme)) {
      for (const Role words :
           {Role::ink, Role::ink_soft, Role::ink_faint, Role::accent, Role::good, Role::blocked}) {
        // Over lanes that are washed red stand labels, the word BLOCKED and the playhead.
        const bool washed = ground.name.ends_with("washed");
        if (washed && words != Role::ink && words != Role::ink_soft && words != Role::blocked) {
          continue;
        }
        INFO(name_of(id) << ", role " << static_cast<int>(words) << " on " << ground.name);
        CHECK(contrast(of(words), ground.colour) >= least);
      }
    }
    for (const Role words : {Role::ink, Role::ink_soft, Role::accent}) {
      INFO(name_of(id) << ", role " << static_cast<int>(words) << " on what is on");
      CHECK(contrast(of(words), of(Role::accent_soft)) >= least);
      CHECK(contrast(of(words), of(Role::idle_band)) >= 4.5);
    }
    CHECK(contrast(of(Role::on_accent), of(Role::accent)) >= least);
    CHECK(contrast(of(Role::paper), of(Role::ink)) >= least);  // a hint, the playhead's label
  }
}

TEST_CASE("words can be read on a task's colour, and in it on a pill and on its line of code") {
  for (const ThemeId id : kThemes) {
    const Theme& theme = interleave::theme(id);
    const Colour panel = theme.resolve({Role::panel, 0, 1});
    for (std::uint16_t i = 0; i < 8; ++i) {
      INFO(name_of(id) << " task " << i);
      const Colour task = theme.resolve({Role::task, i, 1});
      const double least = words_at_least(id);
      CHECK(contrast(theme.resolve({Role::on_task, i, 1}), task) >= least);
      CHECK(contrast(task, panel) >= least);
      // The line that runs is filled with a little of the task's colour.
      const Colour line = blended(theme.resolve({Role::task, i, 0.16F}), panel);
      for (const Role words : {Role::ink, Role::ink_faint, Role::good}) {
        CHECK(contrast(theme.resolve({words, 0, 1}), line) >= (words == Role::ink ? least : 3));
      }
      CHECK(contrast(task, line) >= 3);
    }
  }
}

TEST_CASE("lines and marks that carry a state, and controls, stand out: at least 3") {
  for (const ThemeId id : kThemes) {
    const Theme& theme = interleave::theme(id);
    const auto of = [&](Role role) { return theme.resolve({role, 0, 1}); };
    for (const Ground& ground : grounds(theme)) {
      INFO(name_of(id) << " on " << ground.name);
      for (std::uint16_t i = 0; i < 8; ++i) {
        INFO("task " << i);
        CHECK(contrast(theme.resolve({Role::task, i, 1}), ground.colour) >= 3);
      }
      for (const Role line : {Role::ink, Role::ink_faint, Role::accent, Role::blocked}) {
        INFO("role " << static_cast<int>(line));
        CHECK(contrast(of(line), ground.colour) >= 3);
      }
    }
  }
}

TEST_CASE(
    "where contrast or paper is all there is, the hatch of a suspended task stands out, too") {
  for (const ThemeId id : {ThemeId::high_contrast, ThemeId::print}) {
    const Theme& theme = interleave::theme(id);
    for (std::uint16_t i = 0; i < 8; ++i) {
      INFO(name_of(id) << " task " << i);
      const Colour paper = theme.resolve({Role::paper, 0, 1});
      const Colour ground = blended(theme.resolve({Role::task, i, 0.10F}), paper);
      const Colour hatch = blended(theme.resolve({Role::task, i, 0.38F}), ground);
      CHECK(contrast(hatch, ground) >= 3);
    }
  }
}

TEST_CASE("tasks take the colours in turn, main's grey is nobody else's") {
  const Theme& theme = interleave::theme(ThemeId::light);
  CHECK(theme.resolve({Role::task, 8, 1}) == theme.resolve({Role::task, 1, 1}));
  CHECK_FALSE(theme.resolve({Role::task, 8, 1}) == theme.resolve({Role::task, 0, 1}));
}

TEST_CASE("print is black on white") {
  const Theme& theme = interleave::theme(ThemeId::print);
  for (const Colour& colour : theme.roles) {
    CHECK((colour.r == colour.g && colour.g == colour.b));
  }
}

TEST_CASE("a theme is found by its name") {
  CHECK(theme_named("dark") == ThemeId::dark);
  for (const ThemeId id : kAllThemes) {
    CHECK(theme_named(name_of(id)) == id);
  }
  CHECK_FALSE(theme_named("solarized").has_value());
}
