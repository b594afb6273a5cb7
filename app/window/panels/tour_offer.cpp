// At the first start: the tour is offered, above the lessons, until it is taken or declined.

#include "app/window/panel.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

constexpr float kHeight = 96;

void draw(Ui& ui, Box box) {
  const Box inside{box.x + 10, box.y + 10, box.width - 20, box.height - 14};
  ui.paint.frame(inside, paint(Role::accent_soft), paint(Role::accent), 8);
  ui.paint.words_in({inside.x + 12, inside.y + 23}, inside.width - 42, "New here? 1 minute:", 12.5F,
                    Face::bold, paint(Role::ink));
  const Box cross{inside.right() - 28, inside.y + 6, 22, 22};
  const Touch close = ui.touch(id_of("no tour"), cross);
  if (close.hovered) {
    ui.paint.fill(cross, paint(Role::panel), 5);
    ui.tooltip = "No, thanks. It stays in the palette: Ctrl+P, “tour”.";
  }
  icon(ui, Icon::close, {cross.x + 11, cross.y + 11}, 8, paint(Role::ink_soft));
  if (close.focused) {
    ui.focus_ring(cross, 5);
  }
  if (close.activated) {
    ui.send(command::EndTour{});
  }
  ButtonStyle style;
  style.look = Look::primary;
  style.face = Face::semibold;
  const Box take{inside.x + 12, inside.y + 36, inside.width - 24, 32};
  if (button(ui, id_of("take the tour"), take, "Take the tour", style).activated) {
    ui.send(command::StartTour{});
  }
}

bool shown(const Session& session) { return session.tour().offered; }

}  // namespace

extern const Panel tour_offer_panel;
const Panel tour_offer_panel = {
    "tour offer", Column::left, kHeight, 0, [](Ui&, float) { return kHeight; }, draw, shown};

}  // namespace interleave
