#include "app/window/dialogue.h"

#include <algorithm>
#include <cmath>

#include "app/window/widgets.h"

namespace interleave {

bool lay_card(Ui& ui, Box box) {
  const bool dark = ui.paint.theme().id == ThemeId::dark;
  ui.paint.fill(ui.window, dark ? Paint{Role::paper, 0, 0.72F} : Paint{Role::ink, 0, 0.32F});
  for (int i = 3; i > 0; --i) {  // a soft edge, so that the card lies above what it covers
    const auto by = static_cast<float>(i) * 2;
    ui.paint.fill({box.x - by, box.y - by + 2, box.width + 2 * by, box.height + 2 * by},
                  {Role::ink, 0, dark ? 0.0F : 0.04F}, 12 + by);
  }
  card(ui, box, 12);
  return ImGui::IsMouseClicked(0) && !box.contains(ui.mouse());
}

Box dialogue(Ui& ui, std::string_view title, float width, float height, const Command& close) {
  const Box& window = ui.window;
  width = std::min(width, window.width - 24);
  height = std::min(height, window.height - 24);
  const Box box{std::round((window.width - width) / 2),
                std::round((window.height - height) * 0.45F), width, height};
  const bool beside = lay_card(ui, box);
  ui.paint.words({box.x + 28, box.y + 36}, title, 16, Face::bold, paint(Role::ink));
  const Box cross{box.right() - 46, box.y + 16, 30, 30};
  const Touch touch = ui.touch(id_of("close", id_of(title)), cross);
  if (touch.hovered) {
    ui.paint.fill(cross, paint(Role::stripe), 6);
  }
  icon(ui, Icon::close, {cross.x + 15, cross.y + 15}, 10, paint(Role::ink_soft));
  if (touch.focused) {
    ui.focus_ring(cross, 6);
  }
  if (touch.activated || beside) {
    ui.send(close);
  }
  return box;
}

}  // namespace interleave
