#include "app/export/embedded_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <tuple>

#include "app/export/axis_stretch.h"
#include "app/export/timeline_fit.h"

namespace interleave {
namespace {

using json = nlohmann::ordered_json;  // parameters stay in their order

constexpr int kVersion = 1;
// Far more than any view of ours takes.
constexpr std::size_t kMostJson = 65536;
constexpr std::size_t kMostRuns = 16;
constexpr std::size_t kMostSettings = 64;
constexpr std::size_t kMostName = 200;
constexpr int kMostDepth = 8;

constexpr std::string_view kPngSignature = "\x89PNG\r\n\x1a\n";
constexpr std::string_view kPdfSignature = "%PDF-";

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

ExportError none(std::string_view kind) {
  return {"this " + std::string(kind) +
          " holds no view: only pictures that Interleave exported bring theirs back"};
}

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char c : bytes.substr(0, 4)) {
    value = value << 8U | static_cast<unsigned char>(c);
  }
  return value;
}

// A chunk: length, four letters, so many bytes, checksum.
Result<PictureView> in_png(std::string_view bytes) {
  const std::string wanted = std::string(kViewKeyword) + '\0';
  std::size_t at = kPngSignature.size();
  while (at + 12 <= bytes.size()) {
    const std::size_t length = big_endian(bytes.substr(at));
    const std::string_view kind = bytes.substr(at + 4, 4);
    if (length > bytes.size() - at - 12) {
      return ExportError{"the PNG is cut short at byte " + std::to_string(at)};
    }
    const std::string_view content = bytes.substr(at + 8, length);
    if (kind == "tEXt" && content.starts_with(wanted)) {
      return view_from_json(content.substr(wanted.size()));
    }
    if (kind == "IEND") {
      break;
    }
    at += 12 + length;
  }
  return none("PNG");
}

std::string unescaped_xml(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 4> entities = {
      {{"&quot;", '"'}, {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}}};
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const auto* found = std::find_if(entities.begin(), entities.end(), [&](const auto& entity) {
      return text.substr(at).starts_with(entity.first);
    });
    plain += found == entities.end() ? text[at] : found->second;
    at += found == entities.end() ? 1 : found->first.size();
  }
  return plain;
}

Result<PictureView> in_svg(std::string_view bytes) {
  const std::string begin = std::string("<metadata id=\"") + kViewKeyword + "\">";
  const std::size_t at = bytes.find(begin);
  if (at == std::string_view::npos) {
    return none("SVG");
  }
  const std::string_view rest = bytes.substr(at + begin.size());
  const std::size_t end = rest.substr(0, 8 * kMostJson).find("</metadata>");
  if (end == std::string_view::npos) {
    return ExportError{"the SVG is cut short within its view"};
  }
  return view_from_json(unescaped_xml(rest.substr(0, end)));
}

Result<PictureView> in_pdf(std::string_view bytes) {
  const std::string begin = std::string("(") + kViewKeyword + " ";
  const std::size_t at = bytes.rfind(begin);
  if (at == std::string_view::npos) {
    return none("PDF");
  }
  // A string of PDF's: ends with a bracket; what stands behind a backslash stands for itself.
  std::string text;
  for (std::size_t i = at + begin.size(); i < bytes.size() && text.size() <= kMostJson; ++i) {
    if (bytes[i] == ')') {
      return view_from_json(text);
    }
    if (bytes[i] == '\\' && i + 1 < bytes.size()) {
      ++i;
    }
    text += bytes[i];
  }
  return ExportError{"the PDF is cut short within its view"};
}

bool looks_like_svg(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, 1024);
  return start.find("<svg") != std::string_view::npos;
}

}  // namespace

PictureView view_of_picture(const ExportRequest& whole) {
  ExportRequest request = whole;
  if (request.sheet == Sheet::storyboard && request.page) {
    request.until_step = static_cast<std::uint32_t>(*request.page) + 1;
  }
  PictureView view;
  const std::size_t last = request.runs.size() - 1;
  view.scenario = request.runs[last].trace->header().scenario;
  for (const ExportRun& run : request.runs) {
    const TraceHeader& header = run.trace->header();
    view.runs.push_back({header.mode, {header.params.begin(), header.params.end()}});
  }
  view.focus = std::min(request.focus.value_or(last), last);
  const Trace& trace = *request.runs[view.focus].trace;
  view.playhead = request.until_step
                      ? until_seq(request, view.focus)
                      : std::min(request.playhead.value_or(trace.size() - 1), trace.size() - 1);
  view.selected = request.selected;
  view.axis = request.axis;
  std::tie(view.from, view.to) = axis_stretch(request);
  return view;
}

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
  if (text.size() > kMostJson) {
    return broken("it is longer than " + std::to_string(kMostJson) + " bytes");
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

bool looks_like_picture(std::string_view bytes) {
  return bytes.starts_with(kPngSignature) || bytes.starts_with(kPdfSignature) ||
         looks_like_svg(bytes);
}

Result<PictureView> view_in_picture(std::string_view bytes) {
  if (bytes.starts_with(kPngSignature)) {
    return in_png(bytes);
  }
  if (bytes.starts_with(kPdfSignature)) {
    return in_pdf(bytes);
  }
  if (looks_like_svg(bytes)) {
    return in_svg(bytes);
  }
  return ExportError{"this is no PNG, SVG or PDF"};
}

}  // namespace interleave
