#pragma once

#include <string>
#include <vector>

#include "app/export/request.h"
#include "app/timeline/measure.h"
#include "app/timeline/shapes.h"

namespace interleave {

/// A finished page: what the painters paint.
struct Page {
  float width = 0;
  float height = 0;
  ThemeId theme = ThemeId::light;
  Shapes shapes;
  /// For SVG's <title> and <desc>, and a PDF's title.
  std::string title;
  std::string description;
};

/// Composes a page: title, caption, the run or the comparison, legend, and the listing beside a
/// single run. Type grows with the page, so that a slide can be read from the last row.
[[nodiscard]] Page compose(const ExportRequest& request, const Measure& measure);

/// Every step's page, for a storyboard.
[[nodiscard]] std::vector<Page> compose_storyboard(const ExportRequest& request,
                                                   const Measure& measure);

/// What the picture shows, in sentences, for who cannot see it.
[[nodiscard]] std::string picture_description(const ExportRequest& request);

}  // namespace interleave
