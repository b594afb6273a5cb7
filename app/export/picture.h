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

/// How many pages the request makes: one, one for each step, or a handout's two.
[[nodiscard]] std::size_t page_count(const ExportRequest& request);
/// Composes one of them, from 0: title, caption, the run or the comparison, legend, and the listing
/// beside a single run. Type grows with the page, so that a slide can be read from the last row.
[[nodiscard]] Page compose_page(const ExportRequest& request, const Measure& measure,
                                std::size_t index);
/// The page that the request asks for, or the first.
[[nodiscard]] Page compose(const ExportRequest& request, const Measure& measure);
/// All that the request asks for.
[[nodiscard]] std::vector<Page> compose_pages(const ExportRequest& request, const Measure& measure);

/// What the picture shows, in sentences, for who cannot see it.
[[nodiscard]] std::string picture_description(const ExportRequest& request);

}  // namespace interleave
