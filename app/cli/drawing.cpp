#include "app/cli/drawing.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "app/cli/mistake.h"
#include "app/cli/numbers.h"
#include "app/cli/words.h"
#include "app/export/text_rows.h"

namespace interleave::cli {

namespace {

constexpr int kLeastWidth = 40;
constexpr int kMostWidth = 2000;

}  // namespace

void add_drawing(CLI::App& app, DrawingOptions& options) {
  app.add_option("--axis", options.axis,
                 "time: to scale; steps: each as wide (default if nothing takes time)")
      ->type_name("AXIS");
  app.add_option("--width", options.width, "columns; the terminal's if not given, or 100")
      ->type_name("N");
  app.add_flag("--ascii", options.ascii, "draws with plain ASCII");
}

Axis axis_for(const std::string& typed, const std::vector<std::unique_ptr<Run>>& runs) {
  if (!typed.empty()) {
    return axis_of(typed);
  }
  const bool takes_time = std::any_of(runs.begin(), runs.end(),
                                      [](const auto& run) { return run->trace().end_ns() > 0; });
  return takes_time ? Axis::time : Axis::steps;
}

TextStyle style_of(const DrawingOptions& options, const Surroundings& here) {
  TextStyle style;
  if (!options.axis.empty()) {
    style.axis = axis_of(options.axis);
  }
  style.width = std::clamp(here.width, kLeastWidth, kMostWidth);
  style.colour = here.colour;
  style.ascii = options.ascii;
  if (options.width) {
    const std::optional<int> width = whole_number(*options.width, kLeastWidth, kMostWidth);
    if (!width) {
      throw Mistake(fmt::format("--width {}: a whole number from {} to {} would be right",
                                *options.width, kLeastWidth, kMostWidth));
    }
    style.width = *width;
  }
  return style;
}

std::string drawn(const std::vector<std::unique_ptr<Run>>& runs, const TextStyle& style) {
  std::vector<ExportRun> shown;
  for (const auto& run : runs) {
    shown.push_back(described(run->trace()));
  }
  return text_timeline(shown, style);
}

std::string plain(const std::string& lines, const TextStyle& style) {
  std::string text;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    text += shown_text(std::string_view(lines).substr(at, end - at), style.ascii) + "\n";
    at = end + 1;
  }
  return text;
}

std::string heading(const std::string& text, const TextStyle& style) {
  const std::string line = shown_text(text, style.ascii);
  return style.colour ? fmt::format("\x1b[1m{}\x1b[0m\n", line) : line + "\n";
}

std::string wrapped(std::string_view lines, int width) {
  const auto room = static_cast<std::size_t>(width);
  std::string text;
  std::size_t column = 0;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find_first_of(" \n", at), lines.size());
    const std::string_view word = lines.substr(at, end - at);
    if (column > 0 && column + 1 + columns_of(word) > room) {
      text += "\n ";
      column = 1;
    }
    text += column > 0 ? " " : "";
    text += word;
    column += (column > 0 ? 1 : 0) + columns_of(word);
    if (end < lines.size() && lines[end] == '\n') {
      text += '\n';
      column = 0;
    }
    at = end + 1;
  }
  return text;
}

}  // namespace interleave::cli
