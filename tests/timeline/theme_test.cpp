#include "app/timeline/theme.h"

#include <cmath>

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

TEST_CASE("words can be read on every ground they stand on: contrast at least 4.5") {
  for (const ThemeId id : kThemes) {
    const Theme& theme = interleave::theme(id);
    const auto of = [&](Role role) { return theme.resolve({role, 0, 1}); };
    INFO(name_of(id));
    for (const Role ground : {Role::paper, Role::panel, Role::stripe, Role::accent_soft}) {
      for (const Role words : {Role::ink, Role::ink_soft}) {
        CHECK(contrast(of(words), of(ground)) >= 4.5);
      }
    }
    for (const Role ground : {Role::paper, Role::panel, Role::stripe}) {
      for (const Role words : {Role::ink_faint, Role::accent, Role::good, Role::blocked}) {
        INFO("role " << static_cast<int>(words) << " on " << static_cast<int>(ground));
        CHECK(contrast(of(words), of(ground)) >= 4.5);
      }
    }
    CHECK(contrast(of(Role::on_accent), of(Role::accent)) >= 4.5);
  }
}

TEST_CASE("words can be read on a task's colour, and in it on a pill") {
  for (const ThemeId id : kThemes) {
    const Theme& theme = interleave::theme(id);
    for (std::uint16_t i = 0; i < 8; ++i) {
      INFO(name_of(id) << " task " << i);
      const Colour task = theme.resolve({Role::task, i, 1});
      CHECK(contrast(theme.resolve({Role::on_task, i, 1}), task) >= 4.5);
      CHECK(contrast(task, theme.resolve({Role::panel, 0, 1})) >= 4.5);
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
