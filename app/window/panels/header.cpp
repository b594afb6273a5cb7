// The bar at the top: what is shown, in which modes, and what can be done with it.

#include <algorithm>
#include <array>

#include "app/timeline/measure.h"
#include "app/window/panel.h"
#include "app/window/presented_header.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

constexpr float kMargin = 18;

/// What can be done, from the right; the window gives the last of them up first.
struct Action {
  const char* words;
  command::Toggle what;
  const char* tooltip;
};
constexpr std::array kActions = {
    Action{"Predict", command::Toggle::prediction, "Ask the class what comes next (Q)"},
    Action{"Present", command::Toggle::presentation, "For the last row (F5); Esc leaves it"},
    Action{"Export", command::Toggle::export_dialogue, "A picture of this (Ctrl+E)"},
    Action{"Keys", command::Toggle::help, "All keys (?)"},
};
constexpr float kPillWidth = 60;
constexpr float kRight = 20;
constexpr float kCopyWidth = 32;

/// How much of everything there is room for.
struct Plan {
  bool wordmark = true;
  std::size_t actions = kActions.size();
  float modes_x = 0;
  /// The button that makes a copy of the run.
  bool copy = false;
  /// Of each mode; less than its words need where there are many.
  std::vector<float> mode_widths;
};

float logo_end(Ui& ui, const Plan& plan) {
  return kMargin + (plan.wordmark ? 38 + ui.width_of("Interleave", 16, Face::bold) : 24);
}

void logo(Ui& ui, Box box, const Plan& plan) {
  const float x = box.x + kMargin;
  ui.paint.fill({x, 17, 14, 4}, task_paint(2), 2);
  ui.paint.fill({x + 6, 24, 18, 4}, task_paint(1), 2);
  ui.paint.fill({x, 31, 10, 4}, task_paint(3), 2);
  if (plan.wordmark) {
    ui.paint.words({x + 38, 32}, "Interleave", 16, Face::bold, paint(Role::ink));
  }
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
  const std::string words = shortened(embedded_measure(), mode.title, Face::semibold, style.size,
                                      std::max(box.width - 16, 0.0F));
  const Touch touch = button(ui, id_of("mode", index), box, words, style);
  const bool compared = ui.session.run_count() > 1;
  if (touch.hovered) {
    const bool on = is_on(ui.session, mode.id);
    ui.tooltip =
        (words == mode.title ? "" : mode.title + ": ") + mode.subtitle +
        (compared ? (on ? " · click: out of the comparison" : " · click: into the comparison")
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

void theme_pill(Ui& ui, float x) {
  ButtonStyle pill;
  pill.radius = 13;
  const Touch theme = button(ui, id_of("theme"), {x, 14, kPillWidth, 26}, "", pill);
  ui.paint.words({x + 20, 31.5F}, "A", 15, Face::semibold, paint(Role::ink_soft), Align::middle);
  ui.paint.words({x + 33, 31.5F}, "a", 12, Face::semibold, paint(Role::ink_soft), Align::middle);
  CircleShape moon;
  moon.centre = {x + 46, 27};
  moon.radius = 4;
  moon.stroke = paint(Role::ink_soft);
  moon.stroke_width = 1.4F;
  const ThemeId now = ui.session.preferences().theme;
  moon.fill = now == ThemeId::light ? Paint{} : paint(Role::ink_soft);
  ui.paint.circle(moon);
  if (theme.hovered) {
    ui.tooltip = "Light, dark, high contrast (D) · size of type: Ctrl +, Ctrl −, wheel here";
    const float wheel = ImGui::GetIO().MouseWheel;
    if (wheel != 0) {
      ui.send(command::TypeSize{wheel > 0 ? 1 : -1});
    }
  }
  if (theme.activated) {
    ui.send(command::NextTheme{});
  }
}

float action_width(Ui& ui, const Action& action) {
  return ui.width_of(action.words, 13, Face::medium) + 20;
}

float actions_width(Ui& ui, std::size_t count) {
  float width = kPillWidth + kRight + 10;
  for (std::size_t i = 0; i < count; ++i) {
    width += action_width(ui, kActions.at(i)) + 4;
  }
  return width;
}

/// Tab goes from left to right: the last comes first.
void actions(Ui& ui, Box box, const Plan& plan) {
  ButtonStyle bare;
  bare.look = Look::bare;
  bare.size = 13;
  bare.face = Face::medium;
  float x = box.right() - actions_width(ui, plan.actions) + 4;
  for (std::size_t i = plan.actions; i-- > 0;) {
    const Action& action = kActions.at(i);
    const float width = action_width(ui, action);
    ui.state.places[action.words] = {x, 14, width, 26};
    const Touch touch = button(ui, id_of(action.words), {x, 14, width, 26}, action.words, bare);
    if (touch.hovered) {
      ui.tooltip = action.tooltip;
    }
    if (touch.activated) {
      ui.send(command::Flip{action.what});
    }
    x += width + 4;
  }
  theme_pill(ui, box.right() - kRight - kPillWidth);
}

/// Gives up, one after the other: "Keys" and "Export" (their keys stay), the program's name, the
/// ends of long modes' names. The scenario's title keeps some room.
Plan plan_of(Ui& ui, Box box) {
  constexpr float kTitle = 150;
  constexpr float kLeastMode = 56;
  Plan plan;
  float modes = 0;
  for (const Mode& mode : ui.session.scenario().modes) {
    plan.mode_widths.push_back(mode_width(ui, mode));
    modes += plan.mode_widths.back() + 6;
  }
  const float title =
      std::min(kTitle, ui.width_of(ui.session.scenario().title, 13, Face::semibold));
  const auto room = [&] {
    return box.width - actions_width(ui, plan.actions) - 8 - (logo_end(ui, plan) + 26) - title - 16;
  };
  while (modes > room() && (plan.actions > 1 || plan.wordmark)) {
    if (plan.actions > 1) {
      --plan.actions;
    } else {
      plan.wordmark = false;
    }
  }
  plan.copy = modes + kCopyWidth <= room();
  if (modes > room()) {
    const float part = std::max(room(), 0.0F) / modes;
    modes = 0;
    for (float& width : plan.mode_widths) {
      width = std::max(kLeastMode, (width + 6) * part - 6);
      modes += width + 6;
    }
  }
  plan.modes_x =
      box.right() - actions_width(ui, plan.actions) - modes - 8 - (plan.copy ? kCopyWidth : 0);
  return plan;
}

void draw(Ui& ui, Box box) {
  ui.paint.fill(box, paint(Role::panel));
  ui.paint.fill({box.x, box.bottom() - 1, box.width, 1}, paint(Role::border));
  if (ui.presentation != nullptr) {
    return draw_presented_header(ui, box);
  }
  const Plan plan = plan_of(ui, box);
  logo(ui, box, plan);
  const float crumb = std::max(logo_end(ui, plan) + 26, plan.wordmark ? 160.0F : 0.0F);
  breadcrumb(ui, crumb, std::max(0.0F, plan.modes_x - crumb - 16));
  const auto& modes = ui.session.scenario().modes;
  float x = plan.modes_x;
  ui.state.places["modes"] = {x, 14, box.right() - actions_width(ui, plan.actions) - x - 14, 26};
  for (std::size_t i = 0; i < modes.size(); ++i) {
    mode_button(ui, modes[i], {x, 14, plan.mode_widths[i], 26}, i);
    x += plan.mode_widths[i] + 6;
  }
  if (plan.copy) {
    copy_button(ui, {x, 14, 26, 26});
  }
  actions(ui, box, plan);
}

}  // namespace

extern const Panel header_panel;
const Panel header_panel = {"header", Column::top, 52, 0, [](Ui&, float) { return 52.0F; }, draw};

}  // namespace interleave
