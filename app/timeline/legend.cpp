#include "app/timeline/legend.h"

#include <array>
#include <string_view>

#include "app/timeline/parts.h"

namespace interleave {
namespace {

constexpr std::array<std::string_view, 4> kStates = {"running", "ready", "suspended", "blocked"};
constexpr float kSample = 2.3F;  // of the type's size
constexpr float kSpace = 0.6F;
constexpr float kBetween = 2.2F;
constexpr std::string_view kTitle = "State key";

Box sample_box(float x, float middle, float size, float height) {
  return {x, middle - height * size / 2, kSample * size, height * size};
}

void draw_sample(Frame& frame, std::size_t state, float x, float middle, float size) {
  const float k = size / 12;
  const Paint colour = task_paint(2);
  RectShape shape;
  shape.hatch_scale = k;
  switch (state) {
    case 0:
      shape.box = sample_box(x, middle, size, 1.2F);
      shape.radius = 3 * k;
      shape.fill = colour;
      break;
    case 1:
      shape.box = sample_box(x, middle, size, 0.9F);
      shape.radius = 2 * k;
      shape.fill = paint(Role::panel);
      shape.stroke = colour;
      shape.stroke_width = 1.3F * k;
      shape.dash = Dash::dashed;
      break;
    case 2:
      shape.box = sample_box(x, middle, size, 1.0F);
      shape.radius = 2 * k;
      shape.fill = task_paint(2, 0.10F);
      shape.hatch = Hatch::rising;
      shape.hatch_paint = task_paint(2, 0.38F);
      break;
    default:
      shape.box = sample_box(x, middle, size, 1.2F);
      shape.radius = 3 * k;
      shape.fill = paint(Role::blocked_fill, 0.3F);
      shape.stroke = paint(Role::blocked);
      shape.stroke_width = 1.3F * k;
      shape.hatch = Hatch::falling;
      shape.hatch_paint = paint(Role::blocked, 0.9F);
  }
  frame.target->push_back({shape, {}});
}

}  // namespace

float draw_legend(Frame& frame, Point at, float size, Paint ink) {
  float x = at.x;
  for (std::size_t state = 0; state < kStates.size(); ++state) {
    draw_sample(frame, state, x, at.y - 0.36F * size, size);
    x += (kSample + kSpace) * size;
    const Label label{std::string(kStates[state]), size, Face::regular, ink};
    frame.text_if_free(label, {x, at.y});
    x += frame.text_width(label) + kBetween * size;
  }
  return x - kBetween * size - at.x;
}

float legend_width(const Frame& frame, float size) {
  float width = 0;
  for (const std::string_view state : kStates) {
    width += (kSample + kSpace + kBetween) * size + frame.measure.width(state, Face::regular, size);
  }
  return width - kBetween * size;
}

Box legend_box(const Frame& frame, Point at) {
  const float size = frame.m.note_size;
  return {at.x, at.y, legend_width(frame, size) + 2.6F * size, 4.9F * size};
}

void draw_legend_card(Frame& frame, const Box& box) {
  const float size = frame.m.note_size;
  RectShape& card = frame.rect(box, paint(Role::panel), 0.7F * size);
  card.stroke = paint(Role::border);
  frame.text_if_free({std::string(kTitle), size, Face::semibold, paint(Role::ink_soft)},
                     {box.x + 1.3F * size, box.y + 1.7F * size});
  draw_legend(frame, {box.x + 1.3F * size, box.y + 3.6F * size}, size, paint(Role::ink));
}

}  // namespace interleave
