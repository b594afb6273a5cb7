// The scenario's parameters as sliders, its presets as pills. Moving one runs it anew at once.

#include <algorithm>
#include <cmath>

#include "app/session/parameter_words.h"
#include "app/trace/words.h"
#include "app/window/panel.h"
#include "app/window/widgets.h"
#include "app/window/wrapped.h"

namespace interleave {

namespace {

constexpr float kRow = 30;
/// Left and right of a row, in the panel.
constexpr float kSides = 44;
constexpr float kTop = 38;
constexpr float kPresetRow = 30;
/// What a name's second line adds.
constexpr float kNameLine = 14;

/// Parameters that a mode on view has.
std::vector<const Parameter*> offered_parameters(const Session& session) {
  std::vector<const Parameter*> result;
  for (const Parameter& parameter : session.scenario().parameters) {
    if (session.is_shown(parameter)) {
      result.push_back(&parameter);
    }
  }
  return result;
}

/// A parameter's name, beside its value: on a second line where one has no room.
std::vector<std::string> name_lines(const Ui& ui, const Parameter& parameter, float width) {
  const std::string value = value_words(parameter, ui.session.value_of(parameter));
  // So wide that the name stays where it is while the value changes.
  const float kept = std::max(ui.width_of(value, 12, Face::mono), 5 * 7.2F) + 6;
  return wrapped_lines(parameter.label, Face::regular, 12, width - kept, 2);
}

float row_height(const Ui& ui, const Parameter& parameter, float width) {
  return kRow + kNameLine * static_cast<float>(name_lines(ui, parameter, width).size() - 1);
}

/// Presets offered with the modes that are shown.
std::vector<const Preset*> offered(const Session& session) {
  const std::vector<std::string> modes = session.view().modes();
  std::vector<const Preset*> result;
  for (const Preset& preset : session.scenario().presets) {
    if (preset.mode.empty() || std::find(modes.begin(), modes.end(), preset.mode) != modes.end()) {
      result.push_back(&preset);
    }
  }
  return result;
}

bool is_at(const Session& session, const Settings& settings) {
  return session.edited_settings() == settings;
}

Settings settings_of(const Scenario& scenario, const Preset& preset) {
  Settings settings = scenario.defaults();
  for (const auto& [name, value] : preset.values) {
    settings.set(name, value);
  }
  return settings;
}

/// "of A and C": the runs that the sliders act on, where not all of them share parameters.
std::string of_runs(const Session& session) {
  const std::vector<std::size_t> runs = session.edited_runs();
  if (runs.size() == session.run_count()) {
    return {};
  }
  std::vector<std::string> letters;
  for (const std::size_t run : runs) {
    letters.emplace_back(1, static_cast<char>('A' + run));
  }
  return "of " + words::list(letters);
}

std::size_t preset_rows(Ui& ui, float width) {
  float x = 0;
  std::size_t rows = 1;
  const auto presets = offered(ui.session);
  if (presets.empty()) {
    return 0;
  }
  const auto take = [&](std::string_view title) {
    const float pill = ui.width_of(title, 12, Face::semibold) + 20;
    if (x > 0 && x + pill > width - kSides) {
      x = 0;
      ++rows;
    }
    x += pill + 6;
  };
  take("as at first");
  for (const Preset* preset : presets) {
    take(preset->title);
  }
  return rows;
}

float wanted(Ui& ui, float width) {
  const auto parameters = offered_parameters(ui.session);
  if (parameters.empty()) {
    return 0;
  }
  float rows = 0;
  for (const Parameter* parameter : parameters) {
    rows += row_height(ui, *parameter, width - kSides);
  }
  return kTop + rows + kPresetRow * static_cast<float>(preset_rows(ui, width)) + 24;
}

/// The slider runs by the square root: small values, which matter most, get more of it.
double to_fraction(const Parameter& p, double value) {
  return p.max > p.min ? std::sqrt((value - p.min) / (p.max - p.min)) : 0;
}
double to_value(const Parameter& p, double fraction) {
  return p.min + fraction * fraction * (p.max - p.min);
}

void parameter_row(Ui& ui, const Parameter& parameter, Box box, std::size_t index) {
  const double value = ui.session.value_of(parameter);
  const std::string text = value_words(parameter, value);
  float y = box.y + 8;
  for (const std::string& line : name_lines(ui, parameter, box.width)) {
    ui.paint.words({box.x, y}, line, 12, Face::regular, paint(Role::ink_soft));
    y += kNameLine;
  }
  ui.paint.words({box.right(), box.y + 8}, text, 12, Face::mono, paint(Role::ink), Align::right);
  const Id id = id_of("parameter", index);
  const SliderMove move =
      slider(ui, id, {box.x, box.bottom() - 20, box.width, 16}, to_fraction(parameter, value));
  if (move.dragging) {
    ui.send(command::SetParam{parameter.name, to_value(parameter, move.fraction), true});
  } else if (move.touch.released) {
    ui.send(command::SetParam{parameter.name, value, false});
  } else if (move.touch.nudge != 0) {
    ui.send(command::SetParam{parameter.name, value + move.touch.nudge * parameter.step, false});
  }
  if (move.touch.double_clicked) {
    ui.send(command::ResetParam{parameter.name});
  }
}

void presets(Ui& ui, Point at, float width) {
  const auto offers = offered(ui.session);
  if (offers.empty()) {
    return;
  }
  const float left = at.x;
  const auto pill = [&](Id id, std::string_view title, bool on, Command command) {
    const float pill_width = ui.width_of(title, 12, Face::semibold) + 20;
    if (at.x > left && at.x + pill_width > left + width) {
      at = {left, at.y + kPresetRow};
    }
    ButtonStyle style;
    style.size = 12;
    style.radius = 11;
    style.look = on ? Look::on : Look::quiet;
    if (button(ui, id, {at.x, at.y, pill_width, 22}, title, style).activated) {
      ui.send(std::move(command));
    }
    at.x += pill_width + 6;
  };
  const Scenario& scenario = ui.session.scenario();
  pill(id_of("reset"), "as at first", ui.session.is_as_at_first(), command::ResetParams{});
  for (std::size_t i = 0; i < offers.size(); ++i) {
    pill(id_of("preset", i), offers[i]->title, is_at(ui.session, settings_of(scenario, *offers[i])),
         command::ApplyPreset{offers[i]->id});
  }
}

void draw(Ui& ui, Box box) {
  const Box inside{box.x + 10, box.y + 4, box.width - 20, box.height - 14};
  ui.paint.fill(inside, paint(Role::stripe), 8);
  const float x =
      ui.say({inside.x + 12, inside.y + 24}, "Parameters", 12, Face::semibold, paint(Role::ink));
  ui.paint.words({x + 8, inside.y + 24}, of_runs(ui.session), 12, Face::semibold,
                 paint(Role::accent));
  const auto parameters = offered_parameters(ui.session);
  const Box rows{inside.x, inside.y + kTop - 4, inside.width, inside.height - kTop + 2};
  const float content = wanted(ui, box.width) - kTop - 16;
  const float scroll = begin_scroll(ui, id_of("parameters"), rows, content);
  float y = rows.y + 4 - scroll;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const float height = row_height(ui, *parameters[i], box.width - kSides);
    parameter_row(ui, *parameters[i], {inside.x + 12, y, box.width - kSides, height}, i);
    y += height;
  }
  presets(ui, {inside.x + 12, y + 2}, inside.width - 24);
  end_scroll(ui);
}

bool has_any(const Session& session) { return !offered_parameters(session).empty(); }

}  // namespace

extern const Panel parameters_panel;
const Panel parameters_panel = {"parameters", Column::left, 110, 0, wanted, draw, has_any};

}  // namespace interleave
