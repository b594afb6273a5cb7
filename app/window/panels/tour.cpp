// The tour: a callout at each stop, with an arrow to the part of the window that it is about.

#include "app/session/tour.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/window/panel.h"
#include "app/window/widgets.h"
#include "app/window/wrapped.h"

namespace interleave {

namespace {

constexpr float kWidth = 348;
constexpr float kGap = 16;
constexpr float kMargin = 12;
constexpr float kText = 13.5F;
constexpr float kLine = 20;

enum class Side : std::uint8_t { none, right, left, below, above };

/// Where the callout stands, and on which side of what it is about.
struct Callout {
  Box box;
  Side side = Side::none;
};

/// Beside what it is about if there is room, else below or above, else in the middle of it.
Callout place_callout(Box window, Box about, float width, float height) {
  const auto fit_x = [&](float x) {
    return std::clamp(x, kMargin, window.width - kMargin - width);
  };
  const auto fit_y = [&](float y) {
    return std::clamp(y, kMargin, window.height - kMargin - height);
  };
  const float x = fit_x(about.x + (about.width - width) / 2);
  const float y = fit_y(about.y + (about.height - height) / 2);
  const float space = kGap + kMargin;
  if (about.width <= 0 || about.height <= 0) {
    return {{(window.width - width) / 2, (window.height - height) / 2, width, height}, Side::none};
  }
  if (about.y - space >= height && about.height < 200) {
    return {{x, about.y - kGap - height, width, height}, Side::above};
  }
  if (window.width - about.right() - space >= width) {
    return {{about.right() + kGap, y, width, height}, Side::right};
  }
  if (window.height - about.bottom() - space >= height) {
    return {{x, about.bottom() + kGap, width, height}, Side::below};
  }
  if (about.y - space >= height) {
    return {{x, about.y - kGap - height, width, height}, Side::above};
  }
  if (about.x - space >= width) {
    return {{about.x - kGap - width, y, width, height}, Side::left};
  }
  return {{x, y, width, height}, Side::none};
}

/// Dims everything but what the stop is about.
void dim_around(Ui& ui, Box about) {
  const bool dark = ui.paint.theme().id == ThemeId::dark;
  const Paint veil = dark ? Paint{Role::paper, 0, 0.7F} : Paint{Role::ink, 0, 0.34F};
  const Box& w = ui.window;
  ui.paint.fill({0, 0, w.width, about.y}, veil);
  ui.paint.fill({0, about.bottom(), w.width, w.height - about.bottom()}, veil);
  ui.paint.fill({0, about.y, about.x, about.height}, veil);
  ui.paint.fill({about.right(), about.y, w.width - about.right(), about.height}, veil);
}

/// From the callout's edge to what it is about.
void draw_arrow(Ui& ui, const Callout& callout, Box about) {
  const Box& b = callout.box;
  const float x = std::clamp(about.x + about.width / 2, b.x + 20, b.right() - 20);
  const float y = std::clamp(about.y + about.height / 2, b.y + 20, b.bottom() - 20);
  constexpr float kHalf = 8;
  constexpr float kTip = kGap - 5;
  std::array<Point, 3> points{};
  switch (callout.side) {
    case Side::none:
      return;
    case Side::right:
      points = {{{b.x, y - kHalf}, {b.x, y + kHalf}, {b.x - kTip, y}}};
      break;
    case Side::left:
      points = {{{b.right(), y + kHalf}, {b.right(), y - kHalf}, {b.right() + kTip, y}}};
      break;
    case Side::below:
      points = {{{x + kHalf, b.y}, {x - kHalf, b.y}, {x, b.y - kTip}}};
      break;
    case Side::above:
      points = {{{x - kHalf, b.bottom()}, {x + kHalf, b.bottom()}, {x, b.bottom() + kTip}}};
      break;
  }
  ui.paint.polygon(points, paint(Role::accent));
}

void draw_buttons(Ui& ui, Box box, int stop, int count) {
  const bool last = stop + 1 == count;
  ButtonStyle primary;
  primary.look = Look::primary;
  primary.face = Face::semibold;
  primary.size = 13;
  const float y = box.bottom() - 44;
  float x = box.right() - 20 - 82;
  if (button(ui, id_of("tour next"), {x, y, 82, 30}, last ? "Done" : "Next  →", primary)
          .activated) {
    ui.send(command::TourStep{1});
  }
  ButtonStyle quiet;
  quiet.size = 13;
  x -= 8 + 74;
  if (stop > 0 && button(ui, id_of("tour back"), {x, y, 74, 30}, "←  Back", quiet).activated) {
    ui.send(command::TourStep{-1});
  }
  ui.paint.words({box.x + 20, y + 20}, std::to_string(stop + 1) + " of " + std::to_string(count),
                 12, Face::medium, paint(Role::ink_soft));
  quiet.look = Look::bare;
  quiet.size = 12.5F;
  if (!last &&
      button(ui, id_of("tour skip"), {box.x + 62, y, 76, 30}, "Skip  Esc", quiet).activated) {
    ui.send(command::EndTour{});
  }
}

void draw(Ui& ui) {
  const auto stops = tour_stops();
  const int at = ui.session.tour().stop;
  const TourStop& stop = stops[static_cast<std::size_t>(at)];
  const auto known = ui.state.places.find(stop.place);
  Box about = known != ui.state.places.end() ? known->second : Box{};
  if (about.width > 0) {
    const float x = std::max(2.0F, about.x - 3);
    const float y = std::max(2.0F, about.y - 3);
    about = {x, y, std::min(about.right() + 3, ui.window.width - 2) - x,
             std::min(about.bottom() + 3, ui.window.height - 2) - y};
  }
  const float width = std::min(kWidth, ui.window.width - 2 * kMargin);
  const auto lines = wrapped_lines(stop.text, Face::regular, kText, width - 40, 8);
  const float height = 62 + kLine * static_cast<float>(lines.size()) + 44;
  const Callout callout = place_callout(ui.window, about, width, height);
  dim_around(ui, about);
  if (about.width > 0) {
    ui.paint.frame(about, {}, paint(Role::accent), 3, 2);
  }
  draw_arrow(ui, callout, about);
  const Box& box = callout.box;
  ui.paint.frame(box, paint(Role::panel), paint(Role::accent), 12, 1.6F);
  ui.paint.words_in({box.x + 20, box.y + 32}, width - 40, stop.title, 15.5F, Face::bold,
                    paint(Role::ink));
  float y = box.y + 58;
  for (const std::string& line : lines) {
    ui.paint.words({box.x + 20, y}, line, kText, Face::regular, paint(Role::ink_soft));
    y += kLine;
  }
  draw_buttons(ui, box, at, static_cast<int>(stops.size()));
}

bool press(Session& session, UiState& state, Chord chord) {
  if (chord.mods != 0 || chord.key == key::escape || chord.key == key::tab) {
    return false;
  }
  const bool on_button = state.focus != 0;
  if ((chord.key == key::enter || chord.key == ' ') && on_button) {
    return false;
  }
  if (chord.key == key::right || chord.key == key::page_down || chord.key == key::enter ||
      chord.key == ' ') {
    session.apply(command::TourStep{1});
  } else if (chord.key == key::left || chord.key == key::page_up || chord.key == key::backspace) {
    session.apply(command::TourStep{-1});
  }
  return true;  // nothing moves under the callout
}

bool shown(const Session& session) { return session.tour().running(); }

}  // namespace

extern const Overlay tour_overlay;
const Overlay tour_overlay = {"tour", shown, draw, nullptr, nullptr, nullptr, press};

}  // namespace interleave
