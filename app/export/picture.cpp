#include "app/export/picture.h"

#include <algorithm>

#include "app/export/page_composer.h"

namespace interleave {

std::size_t page_count(const ExportRequest& request) {
  switch (request.sheet) {
    case Sheet::storyboard:
      return std::max<std::size_t>(1, request.runs.back().trace->step_count());
    case Sheet::handout:
      return 2;
    case Sheet::picture:
      break;
  }
  return 1;
}

Page compose_page(const ExportRequest& request, const Measure& measure, std::size_t index) {
  ExportRequest one = request;
  one.page = index;
  if (request.sheet == Sheet::storyboard) {
    one.until_step = static_cast<std::uint32_t>(index) + 1;
  }
  return composed_page(one, measure);
}

Page compose(const ExportRequest& request, const Measure& measure) {
  return compose_page(request, measure, request.page.value_or(0));
}

std::vector<Page> compose_pages(const ExportRequest& request, const Measure& measure) {
  std::vector<Page> pages;
  if (request.page) {
    pages.push_back(compose(request, measure));
    return pages;
  }
  for (std::size_t i = 0; i < page_count(request); ++i) {
    pages.push_back(compose_page(request, measure, i));
  }
  return pages;
}

}  // namespace interleave
