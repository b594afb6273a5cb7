#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "app/cli/words.h"
#include "scenarios/catalogue.h"

// interleave list: the scenarios by lesson, for people or as JSON.

namespace interleave::cli {

namespace {

using Json = nlohmann::ordered_json;

Json json_value(const Parameter& parameter, double value) {
  return parameter.unit == Unit::count ? Json(std::llround(value)) : Json(value);
}

Json json_of(const Scenario& scenario, const Mode& mode) {
  Json json = {{"id", mode.id}, {"title", mode.title}, {"subtitle", mode.subtitle}};
  json["default"] = mode.id == scenario.default_mode;
  if (!mode.own_defaults.empty()) {
    Json own = Json::object();
    for (const auto& [name, value] : mode.own_defaults) {
      own[name] = json_value(*scenario.parameter(name), value);
    }
    json["own_defaults"] = own;
  }
  return json;
}

Json json_of(const Parameter& parameter) {
  return {{"name", parameter.name},
          {"label", parameter.label},
          {"unit", parameter.unit == Unit::count ? "count" : "seconds"},
          {"default", json_value(parameter, parameter.initial)},
          {"min", json_value(parameter, parameter.min)},
          {"max", json_value(parameter, parameter.max)}};
}

Json json_of(const Scenario& scenario, const Preset& preset) {
  Json values = Json::object();
  for (const auto& [name, value] : preset.values) {
    values[name] = json_value(*scenario.parameter(name), value);
  }
  Json json = {{"id", preset.id}, {"title", preset.title}, {"values", values}};
  if (!preset.mode.empty()) {
    json["mode"] = preset.mode;
  }
  return json;
}

Json json_of(const Scenario& scenario) {
  Json json = {
      {"id", scenario.id},           {"title", scenario.title},       {"lesson", scenario.lesson},
      {"teaches", scenario.teaches}, {"question", scenario.question}, {"notice", scenario.notice},
      {"modes", Json::array()},      {"parameters", Json::array()},   {"presets", Json::array()}};
  for (const Mode& mode : scenario.modes) {
    json["modes"].push_back(json_of(scenario, mode));
  }
  for (const Parameter& parameter : scenario.parameters) {
    json["parameters"].push_back(json_of(parameter));
  }
  for (const Preset& preset : scenario.presets) {
    json["presets"].push_back(json_of(scenario, preset));
  }
  return json;
}

std::string as_json() {
  Json all = Json::array();
  for (const Scenario& scenario : catalogue()) {
    all.push_back(json_of(scenario));
  }
  return all.dump(2) + "\n";
}

std::string modes_line(const Scenario& scenario) {
  std::string line = scenario.modes.size() == 1 ? "mode " : "modes ";
  for (const Mode& mode : scenario.modes) {
    line += &mode == &scenario.modes.front() ? "" : ", ";
    line += mode.id;
    line += mode.id == scenario.default_mode && scenario.modes.size() > 1 ? " (default)" : "";
  }
  return line;
}

/// "in too-late 5 s" for modes whose default is another.
std::string own_defaults(const Scenario& scenario, const Parameter& parameter) {
  std::string text;
  for (const Mode& mode : scenario.modes) {
    for (const auto& [name, value] : mode.own_defaults) {
      if (name == parameter.name) {
        text += fmt::format("; in {} {}", mode.id, value_with_unit(parameter, value));
      }
    }
  }
  return text;
}

std::string as_text(const Scenario& scenario) {
  using Side = Table::Side;
  std::string text = fmt::format("\n  {}  {}\n", scenario.id, scenario.title);
  text += "      " + modes_line(scenario) + "\n";
  Table table({Side::left, Side::right, Side::left, Side::left});
  for (const Parameter& parameter : scenario.parameters) {
    table.add({parameter.name, value_with_unit(parameter, parameter.initial),
               "(" + range_text(parameter) + ")",
               parameter.label + own_defaults(scenario, parameter)});
  }
  text += table.text("      ");
  for (const Preset& preset : scenario.presets) {
    text += "      " + preset.title + ":";
    for (const auto& [name, value] : preset.values) {
      text += fmt::format(" --set {}={}", name, value_text(*scenario.parameter(name), value));
    }
    text += preset.mode.empty() ? "\n" : fmt::format(" --mode {}\n", preset.mode);
  }
  return text;
}

std::string as_text(bool colour) {
  std::string text;
  std::string_view lesson;
  for (const Scenario& scenario : catalogue()) {
    if (scenario.lesson != lesson) {
      text += lesson.empty() ? "" : "\n";
      lesson = scenario.lesson;
      text += colour ? fmt::format("\x1b[1m{}\x1b[0m\n", lesson) : fmt::format("{}\n", lesson);
    }
    text += as_text(scenario);
  }
  return text;
}

}  // namespace

Action declare_list(CLI::App& app) {
  auto json = std::make_shared<bool>(false);
  app.add_flag("--json", *json, "as JSON, for other programs");
  return
      [json](const Surroundings& here) { return Reply{*json ? as_json() : as_text(here.colour)}; };
}

}  // namespace interleave::cli
