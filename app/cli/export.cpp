#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/cli/choice.h"
#include "app/cli/command.h"
#include "app/cli/drawing.h"
#include "app/cli/mistake.h"
#include "app/cli/nearest.h"
#include "app/cli/numbers.h"
#include "app/export/formats.h"

// interleave export: the picture of one run, or of several side by side.

namespace interleave::cli {

namespace {

struct ExportOptions {
  Choice choice;
  std::string path;
  std::string axis;
  std::optional<std::string> until;
  std::string size = "1920x1080";
  std::string scale = "1";
  std::string theme = "light";
  std::optional<std::string> title;
  bool no_listing = false;
};

constexpr int kLeastSide = 200;
constexpr int kMostSide = 10'000;
constexpr double kMostPixels = 100e6;

/// Said before anything runs: nobody waits for a picture that can't be written.
void check_path(const std::string& path) {
  if (path.empty()) {
    throw Mistake("where to? -o FILE.png, -o FILE.svg or -o FILE.pdf is missing");
  }
  const Format* format = format_for_path(path);
  if (format == nullptr || format->what != Format::What::picture) {
    throw Mistake(fmt::format("-o {}: the file's ending says what it becomes, one of {}",
                              in_quotes(path), format_names(Format::What::picture)));
  }
}

void set_size(ExportRequest& request, const std::string& text) {
  const std::size_t by = text.find_first_of("xX");
  const auto width = whole_number(text.substr(0, by), kLeastSide, kMostSide);
  const auto height = by == std::string::npos
                          ? std::nullopt
                          : whole_number(text.substr(by + 1), kLeastSide, kMostSide);
  if (!width || !height) {
    throw Mistake(
        fmt::format("--size {}: WIDTHxHEIGHT would be right, such as 1920x1080, each {} "
                    "to {}",
                    text, kLeastSide, kMostSide));
  }
  request.width = static_cast<float>(*width);
  request.height = static_cast<float>(*height);
}

void set_scale(ExportRequest& request, const std::string& text) {
  const std::optional<double> scale = decimal_number(text, 0.1, 8);
  if (!scale) {
    throw Mistake(fmt::format("--scale {}: a number from 0.1 to 8 would be right", text));
  }
  request.scale = static_cast<float>(*scale);
  const double pixels = *scale * *scale * static_cast<double>(request.width) * request.height;
  if (pixels > kMostPixels) {
    throw Mistake(fmt::format("--scale {} makes {:.0f} million pixels; at most {:.0f} million",
                              text, pixels / 1e6, kMostPixels / 1e6));
  }
}

void set_theme(ExportRequest& request, const std::string& word) {
  const std::optional<ThemeId> id = theme_named(word);
  if (!id) {
    throw Mistake(fmt::format("--theme {}: no such theme{}", word,
                              what_there_is(word, {"light", "dark", "high-contrast", "print"})));
  }
  request.theme = *id;
}

void set_title(ExportRequest& request, const std::optional<std::string>& title) {
  if (title && (title->empty() || one_line(*title) != *title)) {
    throw Mistake(fmt::format("--title {}: one line of text would be right", in_quotes(*title)));
  }
  request.title = title.value_or("");
}

void set_until(ExportRequest& request, const std::optional<std::string>& until, const Run& last) {
  if (!until) {
    return;
  }
  const auto steps = static_cast<int>(last.trace().step_count());
  const std::optional<int> step = whole_number(*until, 0, steps);
  if (!step) {
    throw Mistake(fmt::format("--until {}: {} has {} steps, so 0 to {} would be right", *until,
                              last.mode(), steps, steps));
  }
  request.until_step = static_cast<std::uint32_t>(*step);
}

Reply export_picture(const ExportOptions& options) {
  check(options.choice);
  check_path(options.path);
  ExportRequest request;
  request.path = options.path;
  if (!options.axis.empty()) {
    request.axis = axis_of(options.axis);  // a mistake is said before anything runs
  }
  set_size(request, options.size);
  set_scale(request, options.scale);
  set_theme(request, options.theme);
  set_title(request, options.title);
  if (options.no_listing) {
    request.listing = false;
  }
  const std::vector<std::unique_ptr<Run>> runs = run_each(options.choice);
  request.axis = axis_for(options.axis, runs);
  for (const auto& run : runs) {
    request.runs.push_back(described(run->trace()));
  }
  set_until(request, options.until, *runs.back());
  if (const Result<std::size_t> written = export_to_file(request); !written) {
    throw Mistake("-o " + written.error());
  }
  return {"", failure_notes(runs), any_failed(runs) ? kProgramFailed : kDone};
}

void add_look(CLI::App& app, ExportOptions& options) {
  app.add_option("--axis", options.axis,
                 "time: to scale; steps: each as wide (default if nothing takes time)")
      ->type_name("AXIS");
  app.add_option("--until", options.until, "shows it up to the end of this step, the rest veiled")
      ->type_name("STEP");
  app.add_option("--size", options.size, "pixels (points of a PDF), 1920x1080 if not given")
      ->type_name("WxH");
  app.add_option("--scale", options.scale, "draws a PNG more finely: 2 makes four times the pixels")
      ->type_name("N");
  app.add_option("--theme", options.theme, "light (default), dark, high-contrast or print")
      ->type_name("THEME");
  app.add_option("--title", options.title, "in place of the scenario's own")->type_name("TEXT");
  app.add_flag("--no-listing", options.no_listing, "leaves out the program's text");
}

}  // namespace

Action declare_export(CLI::App& app) {
  auto options = std::make_shared<ExportOptions>();
  add_scenario(app, options->choice);
  add_modes(app, options->choice);
  add_settings(app, options->choice);
  app.add_option("-o,--output", options->path, "the picture; its ending says which kind")
      ->type_name("FILE.{png,svg,pdf}");
  add_look(app, *options);
  return [options](const Surroundings&) { return export_picture(*options); };
}

}  // namespace interleave::cli
