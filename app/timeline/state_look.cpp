#include "app/timeline/state_look.h"

#include <algorithm>

namespace interleave {

float height_of(StateLook look) {
  switch (look) {
    case StateLook::ready:
      return 0.5F;
    case StateLook::suspended:
      return 0.58F;
    default:
      return 1.0F;
  }
}

RectShape state_bar(StateLook look, const Box& box, std::uint16_t colour, float k, Role ground) {
  const Paint ink{Role::task, colour, 1};
  RectShape bar;
  bar.box = box;
  bar.radius = std::min(3 * k, box.height / 3);
  bar.hatch_scale = k;
  switch (look) {
    case StateLook::running:
      bar.fill = ink;
      break;
    case StateLook::ready:
      bar.fill = {ground, 0, 1};
      bar.stroke = ink;
      bar.stroke_width = 1.3F * k;
      bar.dash = Dash::dashed;
      break;
    case StateLook::suspended:
      bar.fill = {Role::task, colour, 0.10F};
      bar.hatch = Hatch::rising;
      bar.hatch_paint = {Role::task, colour, 0.38F};
      break;
    case StateLook::blocked:
      bar.fill = {Role::blocked_fill, 0, 0.3F};
      bar.hatch = Hatch::falling;
      bar.hatch_paint = {Role::blocked, 0, 0.9F};
      bar.stroke = {Role::blocked, 0, 1};
      bar.stroke_width = 1.7F * k;
      break;
  }
  return bar;
}

}  // namespace interleave
