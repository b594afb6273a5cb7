// The bar at the top: what is shown, in which modes, and what can be done with it.

#include "app/window/panel.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

constexpr float kMargin = 18;

float logo(Ui& ui, Box box) {
  const float x = box.x + kMargin;
  ui.paint.fill({x, 17, 14, 4}, task_paint(2), 2);
  ui.paint.fill({x + 6, 24, 18, 4}, task_paint(1), 2);
  ui.paint.fill({x, 31, 10, 4}, task_paint(3), 2);
  return ui.say({x + 38, 32}, "Interleave", 16, Face::bold, paint(Role::ink));
}

void breadcrumb(Ui& ui, float x, float room) {
  const Scenario& scenario = ui.session.scenario();
  const std::string lesson = scenario.lesson + "  ›";
  const float lesson_width = ui.width_of(lesson, 13, Face::regular);
  const float title_width = ui.width_of(scenario.title, 13, Face::semibold);
  if (lesson_width + 10 + title_width <= room) {
    x = ui.say({x, 32}, lesson, 13, Face::regular, paint(Role::ink_soft)) + 10;
    room -= lesson_width + 10;
  }
  ui.paint.words_in({x, 32}, room, scenario.title, 13, Face::semibold, paint(Role::ink));
}

bool is_on(const Session& session, const std::string& mode) {
  const std::vector<std::string> modes = session.view().modes();
  return std::find(modes.begin(), modes.end(), mode) != modes.end();
}

/// While runs are compared a click puts a mode in or out; else it shows that mode. Ctrl+click
/// or Shift+click always puts it in or out.
void mode_button(Ui& ui, const Mode& mode, Box box, std::size_t index) {
  ButtonStyle style;
  style.look = is_on(ui.session, mode.id) ? Look::on : Look::quiet;
  const Touch touch = button(ui, id_of("mode", index), box, mode.title, style);
  const bool compared = ui.session.run_count() > 1;
  if (touch.hovered) {
    const bool on = is_on(ui.session, mode.id);
    ui.tooltip = mode.subtitle + (compared ? (on ? " · click: out of the comparison"
                                                 : " · click: into the comparison")
                                           : (on ? "" : " · Ctrl+click: compare with it"));
  }
  if (!touch.activated) {
    return;
  }
  const ImGuiIO& io = ImGui::GetIO();
  const bool toggles = compared || io.KeyCtrl || io.KeyShift;
  if (toggles) {
    ui.send(command::ToggleMode{mode.id});
  } else {
    ui.send(command::SetMode{mode.id});
  }
}

void copy_button(Ui& ui, Box box) {
  const Touch touch = button(ui, id_of("copy run"), box, "+", {});
  if (touch.hovered) {
    ui.tooltip = "A copy of this run beside it, with parameters of its own (Shift+C)";
  }
  if (touch.activated) {
    ui.send(command::CopyRun{});
  }
}

float mode_width(Ui& ui, const Mode& mode) {
  return ui.width_of(mode.title, 12.5F, Face::semibold) + 36;
}

/// From the right end leftwards; gives where it begins.
float actions(Ui& ui, Box box) {
  float x = box.right() - 20 - 60;
  const Box type{x, 14, 60, 26};
  ButtonStyle pill;
  pill.radius = 13;
  const Touch theme = button(ui, id_of("theme"), type, "", pill);
  ui.paint.words({x + 20, 31.5F}, "A", 14.5F, Face::semibold, paint(Role::ink_soft), Align::middle);
  ui.paint.words({x + 33, 31.5F}, "a", 11.5F, Face::semibold, paint(Role::ink_soft), Align::middle);
  CircleShape moon;
  moon.centre = {x + 46, 27};
  moon.radius = 4;
  moon.stroke = paint(Role::ink_soft);
  moon.stroke_width = 1.4F;
  moon.fill = ui.session.preferences().theme == ThemeId::dark ? paint(Role::ink_soft) : Paint{};
  ui.paint.circle(moon);
  if (theme.hovered) {
    ui.tooltip = "Light or dark (D) · size of type: Ctrl +, Ctrl −, wheel here";
    const float wheel = ImGui::GetIO().MouseWheel;
    if (wheel != 0) {
      ui.send(command::TypeSize{wheel > 0 ? 1 : -1});
    }
  }
  if (theme.activated) {
    ui.send(command::NextTheme{});
  }
  ButtonStyle bare;
  bare.look = Look::bare;
  bare.size = 13;
  bare.face = Face::medium;
  const auto action = [&](const char* words, Command command) {
    const float width = ui.width_of(words, 13, Face::medium) + 20;
    x -= width + 4;
    ui.state.places[words] = {x, 14, width, 26};
    if (button(ui, id_of(words), {x, 14, width, 26}, words, bare).activated) {
      ui.send(std::move(command));
    }
  };
  x -= 6;
  action("Export", command::Flip{command::Toggle::export_dialogue});
  action("Keys", command::Flip{command::Toggle::help});
  return x - 10;
}

void draw(Ui& ui, Box box) {
  ui.paint.fill(box, paint(Role::panel));
  ui.paint.fill({box.x, box.bottom() - 1, box.width, 1}, paint(Role::border));
  const auto& modes = ui.session.scenario().modes;
  float modes_width = 0;
  for (const Mode& mode : modes) {
    modes_width += mode_width(ui, mode) + 6;
  }
  const float crumb = std::max(logo(ui, box) + 26, 160.0F);
  // Tab goes from left to right, so the modes are placed from a measured end.
  float actions_width = 60 + 20 + 6 + 10;
  for (const char* words : {"Export", "Keys"}) {
    actions_width += ui.width_of(words, 13, Face::medium) + 24;
  }
  const float plus_width = 32;
  const bool has_plus = box.right() - actions_width - modes_width - plus_width - crumb > 180;
  float x = box.right() - actions_width - modes_width - (has_plus ? plus_width : 0) - 8;
  breadcrumb(ui, crumb, std::max(0.0F, x - crumb - 16));
  ui.state.places["modes"] = {x, 14, modes_width - 6, 26};
  for (std::size_t i = 0; i < modes.size(); ++i) {
    const float width = mode_width(ui, modes[i]);
    mode_button(ui, modes[i], {x, 14, width, 26}, i);
    x += width + 6;
  }
  if (has_plus) {
    copy_button(ui, {x, 14, 26, 26});
  }
  actions(ui, box);
}

}  // namespace

extern const Panel header_panel;
const Panel header_panel = {"header", Column::top, 52, 0, [](Ui&, float) { return 52.0F; }, draw};

}  // namespace interleave
