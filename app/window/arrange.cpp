#include "app/window/arrange.h"

#include <algorithm>
#include <cmath>

namespace interleave {

namespace {

constexpr float kTopHeight = 52;

/// Heights in one column: as wanted; if that is too much, each gives of what it has above its
/// least; if that does not do either, all are cut alike. What is left over goes to those that grow.
void stack(Box column, std::span<const Need> needs, Column which, std::vector<Box>& boxes) {
  float wanted = 0;
  float least = 0;
  float grow = 0;
  for (const Need& need : needs) {
    if (need.column == which && need.shown) {
      wanted += need.wanted;
      least += need.least;
      grow += need.grow;
    }
  }
  const float room = column.height;
  const float give =
      wanted > least ? std::clamp((wanted - room) / (wanted - least), 0.0F, 1.0F) : 0;
  const float cut = least > room && give >= 1 ? room / least : 1;
  const float spare = std::max(0.0F, room - wanted);
  float y = column.y;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    const Need& need = needs[i];
    if (need.column != which || !need.shown) {
      continue;
    }
    float height = (need.wanted - (need.wanted - need.least) * give) * cut;
    if (grow > 0) {
      height += spare * need.grow / grow;
    }
    boxes[i] = {column.x, y, column.width, height};
    y += height;
  }
}

bool any(std::span<const Need> needs, Column which) {
  return std::any_of(needs.begin(), needs.end(),
                     [which](const Need& need) { return need.column == which && need.shown; });
}

}  // namespace

Arrangement arrange(float width, float height, std::span<const Need> needs) {
  Arrangement result;
  const float left =
      any(needs, Column::left) ? std::round(std::clamp(width * 0.145F, 182.0F, 232.0F)) : 0;
  const float right =
      any(needs, Column::right) ? std::round(std::clamp(width * 0.306F, 272.0F, 430.0F)) : 0;
  const float body = height - kTopHeight;
  result.top = {0, 0, width, kTopHeight};
  result.left = {0, kTopHeight, left, body};
  result.middle = {left, kTopHeight, width - left - right, body};
  result.right = {width - right, kTopHeight, right, body};
  result.panels.resize(needs.size());
  stack(result.top, needs, Column::top, result.panels);
  stack(result.left, needs, Column::left, result.panels);
  stack(result.middle, needs, Column::middle, result.panels);
  stack(result.right, needs, Column::right, result.panels);
  return result;
}

float usable_scale(float wanted, float width_px, float height_px) {
  const float most = std::min(width_px / 900, height_px / 560);
  return std::max(0.5F, std::min(wanted, most));
}

}  // namespace interleave
