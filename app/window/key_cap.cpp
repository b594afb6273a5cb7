#include "app/window/key_cap.h"

#include <algorithm>

namespace interleave {

namespace {

constexpr float kSize = 12;

}  // namespace

float key_cap_width(const Ui& ui, std::string_view words) {
  return std::max(24.0F, ui.width_of(words, kSize, Face::medium) + 14);
}

float key_cap(Ui& ui, Point at, std::string_view words) {
  const float width = key_cap_width(ui, words);
  ui.paint.frame({at.x, at.y - 14.5F, width, 20}, paint(Role::paper), paint(Role::border), 5);
  ui.paint.words({at.x + width / 2, at.y}, words, kSize, Face::medium, paint(Role::ink),
                 Align::middle);
  return width;
}

}  // namespace interleave
