// To the start, back, play or pause, next, to the end; the speed; the keys that do the same.

#include <cmath>
#include <cstdio>

#include "app/window/panel.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

constexpr float kHeight = 38;

std::string speed_text(double speed) {
  std::array<char, 16> buffer{};
  const int places = speed < 1 && std::lround(speed * 100) % 10 != 0 ? 2 : speed < 10 ? 1 : 0;
  std::snprintf(buffer.data(), buffer.size(), "%.*f", places, speed);
  std::string text(buffer.data());
  if (text.size() > 2 && text.ends_with(".0")) {
    text.resize(text.size() - 2);
  }
  return text + "×";
}

/// 0.1 … 10 lie on the slider by their logarithm, so that 1 is its middle.
void speed(Ui& ui, float x, float middle, float room) {
  const double now = ui.session.preferences().speed;
  ui.paint.words({x, middle + 4}, "speed", 12, Face::regular, paint(Role::ink_soft));
  const float track_x = x + 44;
  const float width = std::min(100.0F, room - 44 - 40);
  const SliderMove move =
      slider(ui, id_of("speed"), {track_x, middle - 8, width, 16}, (std::log10(now) + 1) / 2);
  if (move.dragging) {
    double speed_now = std::pow(10, move.fraction * 2 - 1);
    speed_now = speed_now < 1 ? std::round(speed_now * 20) / 20 : std::round(speed_now * 10) / 10;
    ui.send(command::SetSpeed{speed_now});
  } else if (move.touch.nudge != 0) {
    ui.send(command::ChangeSpeed{move.touch.nudge});
  }
  ui.paint.words({track_x + width + 12, middle + 4}, speed_text(now), 12, Face::semibold,
                 paint(Role::ink));
}

/// The icon and the words together stand in the middle of the button.
void big_button(Ui& ui, const char* name, Box box, Icon sign, const char* words, bool sign_last,
                bool primary, Command command) {
  ButtonStyle style;
  style.look = primary ? Look::primary : Look::quiet;
  style.radius = 8;
  const Touch touch = button(ui, id_of(name), box, "", style);
  const Paint ink = paint(primary ? Role::on_accent : Role::ink);
  const float middle = box.y + box.height / 2;
  const std::string_view text = words;
  constexpr float kSize = 13.5F;
  const float text_width = text.empty() ? 0 : ui.width_of(text, kSize, Face::semibold);
  const float gap = text.empty() ? 0 : 8;
  const float whole = text_width + gap + 10;
  const float left = box.x + (box.width - whole) / 2;
  const float icon_x = sign_last ? left + text_width + gap + 5 : left + 5;
  icon(ui, sign, {icon_x, middle}, 10, ink);
  ui.paint.words({sign_last ? left : left + 10 + gap, middle + 5}, text, kSize, Face::semibold,
                 ink);
  if (touch.activated) {
    ui.send(std::move(command));
  }
}

void hints(Ui& ui, float right, float middle, float room) {
  const std::string_view first = "← →  back, next    space  play    Home End  ends";
  const std::string_view second = "N P  this task’s next, previous     ?  all keys";
  if (ui.width_of(first, 12, Face::regular) > room) {
    if (room > 80) {
      ui.paint.words({right, middle + 4}, "?  all keys", 12, Face::regular, paint(Role::ink_soft),
                     Align::right);
    }
    return;
  }
  ui.paint.words({right, middle - 3}, first, 12, Face::regular, paint(Role::ink_soft),
                 Align::right);
  ui.paint.words({right, middle + 14}, second, 12, Face::regular, paint(Role::ink_soft),
                 Align::right);
}

void draw(Ui& ui, Box box) {
  const float y = box.y + (box.height - kHeight) / 2;
  const float middle = y + kHeight / 2;
  const bool tight = box.width < 640;
  const float ends = tight ? 36.0F : 44.0F;
  const float steps = tight ? 42.0F : 84.0F;
  const float play = tight ? 84.0F : 96.0F;
  const float gap = 8;
  const float buttons = 2 * ends + 2 * steps + play + 4 * gap;
  const float speed_room = tight ? 150.0F : 200.0F;
  float x = box.x + 20 + speed_room;
  if (box.width > 900) {
    x = box.x + 208.5F;
  }
  speed(ui, box.x + 20, middle, speed_room - 8);
  const bool playing = ui.session.playing();
  big_button(ui, "to start", {x, y, ends, kHeight}, Icon::to_start, "", false, false,
             command::ToStart{});
  x += ends + gap;
  big_button(ui, "back", {x, y, steps, kHeight}, Icon::back, tight ? "" : "Back", false, false,
             command::Step{-1});
  x += steps + gap;
  big_button(ui, "play", {x, y, play, kHeight}, playing ? Icon::pause : Icon::play,
             playing ? "Pause" : "Play", false, true, command::PlayPause{});
  x += play + gap;
  big_button(ui, "next", {x, y, steps, kHeight}, Icon::next, tight ? "" : "Next", true, false,
             command::Step{1});
  x += steps + gap;
  big_button(ui, "to end", {x, y, ends, kHeight}, Icon::to_end, "", false, false, command::ToEnd{});
  const float room = box.right() - 24 - (box.x + 20 + speed_room + buttons) - 20;
  hints(ui, box.right() - 24, middle, room);
}

float wanted(Ui& ui, float /*width*/) { return ui.window.height < 860 ? 58.0F : 76.0F; }

}  // namespace

extern const Panel transport_panel;
const Panel transport_panel = {"transport", Column::middle, 50, 0, wanted, draw};

}  // namespace interleave
