#include "app/cli/page_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/cli/mistake.h"
#include "app/cli/nearest.h"
#include "app/cli/numbers.h"
#include "app/export/preset.h"

namespace interleave::cli {

namespace {

constexpr int kLeastSide = 200;
constexpr int kMostSide = 10'000;
constexpr double kMostPixels = 100e6;

void set_preset(ExportRequest& request, const std::string& word) {
  const PagePreset* preset = find_preset(word);
  if (preset == nullptr) {
    std::vector<std::string_view> names;
    for (const PagePreset& each : page_presets()) {
      names.push_back(each.name);
    }
    throw Mistake(fmt::format("--preset {}: no such preset{}", word, what_there_is(word, names)));
  }
  apply_preset(request, *preset);
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

std::string line_of(const char* option, const std::optional<std::string>& text) {
  if (text && (text->empty() || one_line(*text) != *text)) {
    throw Mistake(fmt::format("{} {}: one line of text would be right", option, in_quotes(*text)));
  }
  return text.value_or("");
}

}  // namespace

void add_page(CLI::App& app, PageOptions& options) {
  app.add_option("--preset", options.preset,
                 "a page: slide, a4-landscape, a4-portrait, column (a figure 84 mm wide) or poster")
      ->type_name("PAGE");
  app.add_option("--size", options.size, "pixels (points of a PDF), 1920x1080 if not given")
      ->type_name("WxH");
  app.add_option("--scale", options.scale, "draws a PNG more finely: 2 makes four times the pixels")
      ->type_name("N");
  app.add_option("--theme", options.theme, "light (default), dark, high-contrast or print")
      ->type_name("THEME");
  app.add_option("--title", options.title, "in place of the scenario's own")->type_name("TEXT");
  app.add_option("--caption", options.caption, "the line below it")->type_name("TEXT");
  app.add_flag("--listing", options.listing, "the program's text, even where it gets small");
  app.add_flag("--no-listing", options.no_listing, "leaves out the program's text");
  app.add_flag("--with-output", options.output, "adds what has been printed");
  app.add_flag("--no-title", options.no_title, "leaves out the title");
  app.add_flag("--no-caption", options.no_caption, "leaves out the line below the title");
  app.add_flag("--no-legend", options.no_legend, "leaves out what the states look like");
}

void set_page(ExportRequest& request, const PageOptions& options) {
  if (options.listing && options.no_listing) {
    throw Mistake("--listing and --no-listing say opposite things");
  }
  if (options.listing || options.no_listing) {
    request.listing = options.listing;
  }
  if (options.preset) {
    set_preset(request, *options.preset);
  }
  if (options.size) {
    set_size(request, *options.size);
  }
  if (options.scale) {
    set_scale(request, *options.scale);
  }
  set_theme(request, options.theme);
  request.title = line_of("--title", options.title);
  request.caption = line_of("--caption", options.caption);
  // What is given is meant to be seen, also in a column's figure.
  request.show_title = (request.show_title || options.title) && !options.no_title;
  request.show_caption = (request.show_caption || options.caption) && !options.no_caption;
  request.show_legend = !options.no_legend;
  request.output = options.output;
}

}  // namespace interleave::cli
