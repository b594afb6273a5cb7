#include "app/timeline/theme.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace interleave {
namespace {

constexpr Colour rgb(std::uint32_t hex, std::uint8_t alpha = 255) {
  return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U),
          static_cast<std::uint8_t>(hex), alpha};
}

using RoleColours = std::initializer_list<std::pair<Role, Colour>>;

/// A task's colour thinner than this is a ground, thicker than that a bar: between them are
/// hatches.
constexpr float kTint = 0.31F;
constexpr float kVeil = 0.5F;

Theme make(ThemeId id, RoleColours roles, const std::array<Colour, 8>& tasks, Colour on_task) {
  Theme theme;
  theme.id = id;
  theme.roles.fill({0, 0, 0, 0});
  for (const auto& [role, colour] : roles) {
    theme.roles[static_cast<std::size_t>(role)] = colour;
  }
  theme.tasks = tasks;
  theme.on_tasks.fill(on_task);
  return theme;
}

// Grey for main and the thread, then hues after Okabe and Ito, each moved until white (in the dark
// theme: black) can be read on it. Neighbours stay apart for the colour-blind, too; where the hues
// do not do it, lightness does (the last beside the first).
Theme light() {
  return make(ThemeId::light,
              {{Role::paper, rgb(0xf6f7f9)},
               {Role::panel, rgb(0xffffff)},
               {Role::stripe, rgb(0xf0f3f7)},
               {Role::ink, rgb(0x1b2430)},
               {Role::ink_soft, rgb(0x5a6675)},
               {Role::ink_faint, rgb(0x626d7c)},
               {Role::grid, rgb(0xd3d9e0)},
               {Role::grid_soft, rgb(0xdde2e8)},
               {Role::border, rgb(0xd3d9e0)},
               {Role::accent, rgb(0x1a5fd0)},
               {Role::accent_soft, rgb(0xe6f0ff)},
               {Role::on_accent, rgb(0xffffff)},
               {Role::good, rgb(0x0a6b4b)},
               {Role::blocked, rgb(0xb3261e)},
               {Role::blocked_fill, rgb(0xb84f00)},
               {Role::blocked_wash, rgb(0xb3261e, 18)},
               {Role::idle_band, rgb(0xf8f3e2)},
               {Role::veil, rgb(0xf6f7f9, 153)}},
              {rgb(0x5a6575), rgb(0xb84f00), rgb(0x0072b2), rgb(0x007a59), rgb(0x9c3d7a),
               rgb(0x7a6500), rgb(0x5450b8), rgb(0x5a3410)},
              rgb(0xffffff));
}

Theme dark() {
  return make(ThemeId::dark,
              {{Role::paper, rgb(0x14171c)},
               {Role::panel, rgb(0x1b1f26)},
               {Role::stripe, rgb(0x20252e)},
               {Role::ink, rgb(0xe8ebf0)},
               {Role::ink_soft, rgb(0x98a2b3)},
               {Role::ink_faint, rgb(0x8f99a9)},
               {Role::grid, rgb(0x2c323c)},
               {Role::grid_soft, rgb(0x262b34)},
               {Role::border, rgb(0x2c323c)},
               {Role::accent, rgb(0x6aa9ff)},
               {Role::accent_soft, rgb(0x26364f)},
               {Role::on_accent, rgb(0x10131a)},
               {Role::good, rgb(0x4cc38a)},
               {Role::blocked, rgb(0xff7a70)},
               {Role::blocked_fill, rgb(0xf08a4b)},
               {Role::blocked_wash, rgb(0xff7a70, 22)},
               {Role::idle_band, rgb(0x2a2820)},
               {Role::veil, rgb(0x14171c, 153)}},
              {rgb(0xa7b0be), rgb(0xf08a4b), rgb(0x5aa9e6), rgb(0x4cc38a), rgb(0xe08bc0),
               rgb(0xd8c34a), rgb(0xa7a2f2), rgb(0xf5e2c4)},
              rgb(0x10131a));
}

Theme strongly_hatched(Theme theme) {
  theme.least_hatch = 0.85F;
  return theme;
}

// Words at 7 to 1 on every ground, borders as strong as words, a veil that words are read through.
Theme high_contrast() {
  return strongly_hatched(make(ThemeId::high_contrast,
                               {{Role::paper, rgb(0xffffff)},
                                {Role::panel, rgb(0xffffff)},
                                {Role::stripe, rgb(0xf2f4f7)},
                                {Role::ink, rgb(0x000000)},
                                {Role::ink_soft, rgb(0x26292e)},
                                {Role::ink_faint, rgb(0x3a3f46)},
                                {Role::grid, rgb(0x80868f)},
                                {Role::grid_soft, rgb(0xb0b6bf)},
                                {Role::border, rgb(0x5c636d)},
                                {Role::accent, rgb(0x0a3fa0)},
                                {Role::accent_soft, rgb(0xe0ebff)},
                                {Role::on_accent, rgb(0xffffff)},
                                {Role::good, rgb(0x00563a)},
                                {Role::blocked, rgb(0x8c0f0f)},
                                {Role::blocked_fill, rgb(0x8c0f0f)},
                                {Role::blocked_wash, rgb(0xb3261e, 26)},
                                {Role::idle_band, rgb(0xf6eecb)},
                                {Role::veil, rgb(0xffffff, 100)}},
                               {rgb(0x404854), rgb(0x8a3a00), rgb(0x004c85), rgb(0x003f28),
                                rgb(0x7d1f5e), rgb(0x5c4a00), rgb(0x3a34a0), rgb(0x2e1a08)},
                               rgb(0xffffff)));
}

// Black on white: a photocopier keeps it.
Theme print() {
  const Colour dark_grey = rgb(0x2b2b2b);
  std::array<Colour, 8> tasks;
  tasks.fill(dark_grey);
  Theme made = strongly_hatched(make(ThemeId::print,
                                     {{Role::paper, rgb(0xffffff)},
                                      {Role::panel, rgb(0xffffff)},
                                      {Role::stripe, rgb(0xf4f4f4)},
                                      {Role::ink, rgb(0x000000)},
                                      {Role::ink_soft, rgb(0x333333)},
                                      {Role::ink_faint, rgb(0x4d4d4d)},
                                      {Role::grid, rgb(0xbdbdbd)},
                                      {Role::grid_soft, rgb(0xcfcfcf)},
                                      {Role::border, rgb(0x8c8c8c)},
                                      {Role::accent, rgb(0x000000)},
                                      {Role::accent_soft, rgb(0xe6e6e6)},
                                      {Role::on_accent, rgb(0xffffff)},
                                      {Role::good, rgb(0x000000)},
                                      {Role::blocked, rgb(0x000000)},
                                      {Role::blocked_fill, rgb(0xffffff)},
                                      {Role::blocked_wash, rgb(0x000000, 14)},
                                      {Role::idle_band, rgb(0xefefef)},
                                      {Role::veil, rgb(0xffffff, 150)}},
                                     tasks, rgb(0xffffff)));
  // The second is what the legend shows.
  made.weaves = {Weave::none, Weave::across,      Weave::none,         Weave::upright,
                 Weave::dots, Weave::wide_across, Weave::wide_upright, Weave::grid};
  return made;
}

// Index 0 is main's alone; the others take their turns.
std::size_t turn_of(Paint paint) { return paint.index == 0 ? 0 : 1 + (paint.index - 1U) % 7; }

constexpr std::array<std::string_view, 4> kNames = {"light", "dark", "high-contrast", "print"};

}  // namespace

Weave Theme::weave(Paint fill) const {
  // What is paler is another state than running.
  constexpr float least = 0.6F;
  return fill.role == Role::task && fill.alpha >= least ? weaves[turn_of(fill)] : Weave::none;
}

Colour Theme::resolve(Paint paint) const {
  Colour colour;
  const std::size_t turn = turn_of(paint);
  switch (paint.role) {
    case Role::none:
      return {0, 0, 0, 0};
    case Role::task:
      colour = tasks[turn];
      break;
    case Role::on_task:
      colour = on_tasks[turn];
      break;
    default:
      colour = roles[static_cast<std::size_t>(paint.role)];
  }
  const bool thinned = paint.role == Role::task && paint.alpha > kTint && paint.alpha < kVeil;
  const float strength = thinned ? std::max(paint.alpha, least_hatch) : paint.alpha;
  const float alpha = std::clamp(strength, 0.0F, 1.0F) * static_cast<float>(colour.a);
  colour.a = static_cast<std::uint8_t>(std::lround(alpha));
  return colour;
}

const Theme& theme(ThemeId id) {
  static const std::array<Theme, 4> themes = {light(), dark(), high_contrast(), print()};
  return themes[static_cast<std::size_t>(id)];
}

std::optional<ThemeId> theme_named(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) {
    return std::nullopt;
  }
  return static_cast<ThemeId>(found - kNames.begin());
}

ThemeId next_on_screen(ThemeId id) {
  switch (id) {
    case ThemeId::light:
      return ThemeId::dark;
    case ThemeId::dark:
      return ThemeId::high_contrast;
    default:
      return ThemeId::light;
  }
}

std::string_view name_of(ThemeId id) { return kNames[static_cast<std::size_t>(id)]; }

}  // namespace interleave
