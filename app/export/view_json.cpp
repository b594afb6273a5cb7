#include "app/export/view_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace interleave {
namespace {

using json = nlohmann::ordered_json;  // parameters stay in their order

constexpr int kVersion = 1;
constexpr std::size_t kMostRuns = 16;
constexpr std::size_t kMostSettings = 64;
constexpr std::size_t kMostName = 200;
constexpr int kMostDepth = 8;

// What is wrong with the JSON; told once, by view_from_json.
struct Wrong {
  std::string what;
};

const json& member(const json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end()) {
    throw Wrong{std::string("\"") + name + "\" is missing"};
  }
  return *found;
}

std::string word(const json& value, const char* name) {
  const auto* text = value.get_ptr<const std::string*>();
  if (text == nullptr || text->empty() || text->size() > kMostName) {
    throw Wrong{std::string("\"") + name + "\" must be a word"};
  }
  return *text;
}

double number(const json& value, const char* name) {
  if (!value.is_number() || !std::isfinite(value.get<double>())) {
    throw Wrong{std::string("\"") + name + "\" must be a number"};
  }
  return value.get<double>();
}

template <class Whole>
Whole whole(const json& value, const char* name, double most) {
  const double given = number(value, name);
  if (given < 0 || given > most || given != std::floor(given)) {
    throw Wrong{std::string("\"") + name + "\" must be a whole number that is not negative"};
  }
  return static_cast<Whole>(given);
}

PictureView::Run run_of(const json& value) {
  if (!value.is_object()) {
    throw Wrong{"each of \"runs\" must be an object"};
  }
  PictureView::Run run;
  run.mode = word(member(value, "mode"), "mode");
  const json& settings = member(value, "settings");
  if (!settings.is_object() || settings.size() > kMostSettings) {
    throw Wrong{"\"settings\" must be an object with a number for each parameter"};
  }
  for (const auto& [name, given] : settings.items()) {
    run.settings.emplace_back(name, number(given, "settings"));
  }
  return run;
}

PictureView view_of(const json& value) {
  if (!value.is_object()) {
    throw Wrong{"it must be an object"};
  }
  if (whole<int>(member(value, "version"), "version", 1e6) > kVersion) {
    throw Wrong{"it was written by a later Interleave"};
  }
  PictureView view;
  view.scenario = word(member(value, "scenario"), "scenario");
  const json& runs = member(value, "runs");
  if (!runs.is_array() || runs.empty() || runs.size() > kMostRuns) {
    throw Wrong{"\"runs\" must name 1 to " + std::to_string(kMostRuns) + " runs"};
  }
  for (const json& run : runs) {
    view.runs.push_back(run_of(run));
  }
  view.focus =
      whole<std::size_t>(member(value, "focus"), "focus", static_cast<double>(runs.size() - 1));
  view.playhead = whole<Seq>(member(value, "playhead"), "playhead", 4294967295.0);
  if (value.contains("selected")) {
    view.selected = whole<TaskId>(value["selected"], "selected", 4294967294.0);
  }
  const std::string axis = word(member(value, "axis"), "axis");
  if (axis != "time" && axis != "steps") {
    throw Wrong{"\"axis\" must be \"time\" or \"steps\""};
  }
  view.axis = axis == "time" ? Axis::time : Axis::steps;
  view.from = number(member(value, "from"), "from");
  view.to = number(member(value, "to"), "to");
  const bool all = view.from == 0 && view.to == 0;
  if (!all && (view.from < 0 || view.to <= view.from || view.to > 9e18)) {
    throw Wrong{"\"from\" must lie before \"to\""};
  }
  return view;
}

// Deep nesting is refused before it is parsed.
bool too_deep(std::string_view text) {
  int depth = 0;
  for (const char c : text) {
    depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
    if (depth > kMostDepth) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::string view_as_json(const PictureView& view) {
  json value;
  value["version"] = kVersion;
  value["scenario"] = view.scenario;
  for (const PictureView::Run& run : view.runs) {
    json settings = json::object();
    for (const auto& [name, given] : run.settings) {
      settings[name] = given;
    }
    value["runs"].push_back({{"mode", run.mode}, {"settings", settings}});
  }
  value["focus"] = view.focus;
  value["playhead"] = view.playhead;
  if (view.selected) {
    value["selected"] = *view.selected;
  }
  value["axis"] = view.axis == Axis::time ? "time" : "steps";
  value["from"] = view.from;
  value["to"] = view.to;
  std::string text;
  for (const char c : value.dump(-1, ' ', true, json::error_handler_t::replace)) {
    text += c == '(' ? "\\u0028" : c == ')' ? "\\u0029" : std::string(1, c);
  }
  return text;
}

Result<PictureView> view_from_json(std::string_view text) {
  const std::string_view begin = "the view inside the picture is broken: ";
  const auto broken = [&](const std::string& why) { return ExportError{std::string(begin) + why}; };
  if (text.size() > kMostViewJson) {
    return broken("it is longer than " + std::to_string(kMostViewJson) + " bytes");
  }
  if (too_deep(text)) {
    return broken("it is nested too deeply");
  }
  const json value = json::parse(text, nullptr, false);
  if (value.is_discarded()) {
    return broken("it is no JSON");
  }
  try {
    return view_of(value);
  } catch (const Wrong& wrong) {
    return broken(wrong.what);
  }
}

}  // namespace interleave
