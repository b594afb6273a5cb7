#pragma once

#include <optional>
#include <string>

#include "app/export/request.h"

namespace CLI {
class App;
}

namespace interleave::cli {

/// How a picture's page looks, as typed.
struct PageOptions {
  std::optional<std::string> preset;
  std::optional<std::string> size;
  std::optional<std::string> scale;
  std::string theme = "light";
  std::optional<std::string> title;
  std::optional<std::string> caption;
  bool listing = false;
  bool no_listing = false;
  bool output = false;
  bool no_title = false;
  bool no_caption = false;
  bool no_legend = false;
};

/// Declares --preset, --size, --scale, --theme, --title, --caption, and what may be left out.
void add_page(CLI::App& app, PageOptions& options);
/// Puts them into the request. Throws Mistake.
void set_page(ExportRequest& request, const PageOptions& options);

}  // namespace interleave::cli
