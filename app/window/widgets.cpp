#include "app/window/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/timeline/measure.h"

namespace interleave {

namespace {

constexpr float kChipSize = 12;
constexpr float kChipSide = 11;

struct ButtonPaints {
  Paint fill;
  Paint stroke;
  Paint ink;
};

ButtonPaints paints_of(const ButtonStyle& style, const Touch& touch) {
  const bool warm = style.enabled && touch.hovered;
  switch (style.look) {
    case Look::on:
      return {paint(Role::accent_soft), paint(Role::accent), paint(Role::accent)};
    case Look::primary:
      return {paint(Role::accent, warm ? 0.9F : 1), {}, paint(Role::on_accent)};
    case Look::bare:
      return {warm ? paint(Role::stripe) : Paint{}, {}, paint(Role::ink)};
    case Look::quiet:
      break;
  }
  return {warm ? paint(Role::stripe) : paint(Role::panel), paint(Role::border),
          paint(warm ? Role::ink : Role::ink_soft)};
}

}  // namespace

Touch button(Ui& ui, Id id, Box box, std::string_view words, const ButtonStyle& style) {
  Touch touch;
  if (style.enabled) {
    touch = ui.touch(id, box);
  }
  ButtonPaints paints = paints_of(style, touch);
  if (!style.enabled) {
    paints.ink.alpha = 0.5F;
  }
  ui.paint.frame(box, paints.fill, paints.stroke, style.radius);
  const Face face = style.look == Look::on ? Face::semibold : style.face;
  ui.paint.words({box.x + box.width / 2, box.y + box.height / 2 + style.size * 0.36F}, words,
                 style.size, face, paints.ink, Align::middle);
  if (touch.focused) {
    ui.focus_ring(box, style.radius);
  }
  return touch;
}

SliderMove slider(Ui& ui, Id id, Box box, double fraction) {
  SliderMove move;
  move.touch = ui.touch(id, {box.x - 6, box.y, box.width + 12, box.height}, true);
  const float y = box.y + box.height / 2;
  if (move.touch.held) {
    fraction = std::clamp<double>((ui.mouse().x - box.x) / box.width, 0, 1);
    move.changed = true;
    move.dragging = true;
  }
  move.fraction = fraction;
  const float x = box.x + static_cast<float>(std::clamp(fraction, 0.0, 1.0)) * box.width;
  ui.paint.fill({box.x, y - 2, box.width, 4}, paint(Role::grid_soft), 2);
  ui.paint.fill({box.x, y - 2, x - box.x, 4}, paint(Role::accent), 2);
  CircleShape knob;
  knob.centre = {x, y};
  knob.radius = move.touch.hovered || move.touch.held ? 7 : 6;
  knob.fill = paint(Role::panel);
  knob.stroke = paint(Role::accent);
  knob.stroke_width = 2;
  ui.paint.circle(knob);
  if (move.touch.focused) {
    ui.focus_ring({x - 8, y - 8, 16, 16}, 8);
  }
  return move;
}

Touch tab(Ui& ui, Id id, Point at, std::string_view words, bool on) {
  constexpr float kSize = 12;
  const float width = ui.width_of(words, kSize, on ? Face::semibold : Face::regular);
  const Touch touch = ui.touch(id, {at.x - 5, at.y - 17, width + 10, 26});
  const Paint ink = paint(on ? Role::accent : touch.hovered ? Role::ink : Role::ink_soft);
  ui.paint.words(at, words, kSize, on ? Face::semibold : Face::regular, ink);
  if (on) {
    ui.paint.fill({at.x - 2, at.y + 7, width + 4, 2}, paint(Role::accent), 1);
  }
  if (touch.focused) {
    ui.focus_ring({at.x - 5, at.y - 14, width + 10, 20}, 4);
  }
  return touch;
}

float chip(Ui& ui, Point at, std::string_view words, Paint colour, float room) {
  const std::string text = shortened(embedded_measure(), words, Face::medium, kChipSize,
                                     std::max(room - 2 * kChipSide, 0.0F));
  const float width = chip_width_of(ui, text);
  if (text != words) {
    ui.paint.note_cut({at.x, at.y, width, kChipHeight}, words);
  }
  ui.paint.frame({at.x, at.y, width, kChipHeight}, paint(Role::panel), colour, kChipHeight / 2,
                 1.2F);
  ui.paint.words({at.x + kChipSide, at.y + 16.3F}, text, kChipSize, Face::medium, colour);
  return width;
}

float chip_width_of(const Ui& ui, std::string_view words) {
  return ui.width_of(words, kChipSize, Face::medium) + 2 * kChipSide;
}

void icon(Ui& ui, Icon which, Point m, float size, Paint ink) {
  const float h = size / 2;
  const auto triangle = [&](float tip, float base) {
    const std::array<Point, 3> points = {
        {{m.x + base, m.y - h}, {m.x + tip, m.y}, {m.x + base, m.y + h}}};
    // Clockwise on screen, so that its edges are smoothed outwards.
    const std::array<Point, 3> turned = {{points[2], points[1], points[0]}};
    ui.paint.polygon(tip > base ? points : turned, ink);
  };
  const auto bar = [&](float x, float width) {
    ui.paint.fill({m.x + x, m.y - h, width, size}, ink, 0.5F);
  };
  switch (which) {
    case Icon::to_start:
      bar(-h - 2, 2);
      return triangle(-h + 1, h);
    case Icon::to_end:
      bar(h, 2);
      return triangle(h - 1, -h);
    case Icon::back:
      return triangle(-h, h * 0.8F);
    case Icon::play:
    case Icon::next:
      return triangle(h, -h * 0.8F);
    case Icon::pause:
      bar(-h * 0.8F, h * 0.55F);
      return bar(h * 0.25F, h * 0.55F);
    case Icon::tick: {
      PathShape path;
      path.points = {{m.x - h, m.y}, {m.x - h * 0.25F, m.y + h * 0.7F}, {m.x + h, m.y - h * 0.7F}};
      path.stroke = ink;
      path.stroke_width = 1.8F;
      return ui.paint.path(path);
    }
    case Icon::close:
      ui.paint.line({m.x - h, m.y - h}, {m.x + h, m.y + h}, ink, 1.6F);
      return ui.paint.line({m.x - h, m.y + h}, {m.x + h, m.y - h}, ink, 1.6F);
  }
}

float begin_scroll(Ui& ui, Id id, Box box, float content_height) {
  float& scroll = ui.state.scroll[id];
  const float most = std::max(0.0F, content_height - box.height);
  const ImGuiIO& io = ImGui::GetIO();
  if (ui.takes_input && box.contains(ui.mouse()) && io.MouseWheel != 0 && !io.KeyCtrl) {
    scroll -= io.MouseWheel * 40;
  }
  scroll = std::clamp(scroll, 0.0F, most);
  if (most > 0) {
    const float height = std::max(24.0F, box.height * box.height / content_height);
    const float y = box.y + (box.height - height) * scroll / most;
    ui.paint.fill({box.right() - 5, y + 2, 3, height - 4}, paint(Role::ink_faint, 0.35F), 1.5F);
  }
  const float s = ui.scale;
  ImGui::PushClipRect({box.x * s, box.y * s}, {box.right() * s, box.bottom() * s}, true);
  return scroll;
}

void end_scroll(Ui& /*ui*/) { ImGui::PopClipRect(); }

void follow(Ui& ui, Id id, Box box, float from, float to, float content_height,
            std::uint64_t what) {
  what = what * 31 + static_cast<std::uint64_t>(std::lround(box.height));  // or a new height
  const auto known = ui.state.followed.find(id);
  if (known != ui.state.followed.end() && known->second == what) {
    return;
  }
  ui.state.followed[id] = what;
  float& scroll = ui.state.scroll[id];
  scroll = std::min(scroll, from);
  scroll = std::max(scroll, to - box.height);
  scroll = std::clamp(scroll, 0.0F, std::max(0.0F, content_height - box.height));
}

void text_field(Ui& ui, Box box, const TextField& field, std::string_view hint, bool focused) {
  constexpr float kSize = 13;
  ui.paint.frame(box, paint(Role::paper), paint(focused ? Role::accent : Role::border), 6,
                 focused ? 1.6F : 1);
  const Box inner{box.x + 10, box.y + 2, box.width - 20, box.height - 4};
  const float baseline = box.y + box.height / 2 + 4.7F;
  const float before =
      ui.width_of(std::string_view(field.text()).substr(0, field.caret()), kSize, Face::mono);
  const float slide = std::max(0.0F, before - inner.width + 2);
  ui.paint.push_clip(inner);
  if (field.text().empty()) {
    ui.paint.words({inner.x, baseline}, hint, kSize, Face::regular, paint(Role::ink_faint));
  }
  if (focused && field.all_selected()) {
    const float width = ui.width_of(field.text(), kSize, Face::mono);
    ui.paint.fill({inner.x - slide, box.y + 6, width, box.height - 12}, paint(Role::accent_soft),
                  2);
  }
  ui.paint.words({inner.x - slide, baseline}, field.text(), kSize, Face::mono, paint(Role::ink));
  if (focused) {
    ui.paint.fill({inner.x - slide + before, box.y + 7, 1.5F, box.height - 14},
                  paint(Role::accent));
  }
  ui.paint.pop_clip();
}

float heading(Ui& ui, Point at, std::string_view words, std::string_view note) {
  const float x = ui.say(at, words, 13, Face::bold, paint(Role::ink));
  if (note.empty()) {
    return x;
  }
  return ui.say({x + 16, at.y}, note, 12, Face::regular, paint(Role::ink_soft));
}

void card(Ui& ui, Box box, float radius) {
  ui.paint.frame(box, paint(Role::panel), paint(Role::border), radius);
}

}  // namespace interleave
