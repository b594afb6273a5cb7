#include "app/window/export_preview.h"

#include <algorithm>
#include <cmath>

#include "app/export/picture.h"
#include "app/export/view_json.h"
#include "app/export/view_of_picture.h"
#include "app/timeline/measure.h"

namespace interleave {

namespace {

/// All that the page depends on, in words.
std::string key_of(const ExportRequest& r) {
  std::string key = view_as_json(view_of_picture(r)) + r.title + r.caption;
  for (const float number : {r.width, r.height, r.unit, r.least_type}) {
    key += ' ' + std::to_string(number);
  }
  for (const int number :
       {static_cast<int>(r.theme), static_cast<int>(r.sheet), static_cast<int>(r.fit_height),
        static_cast<int>(r.show_title), static_cast<int>(r.show_caption),
        static_cast<int>(r.show_legend), static_cast<int>(r.listing.value_or(true)),
        static_cast<int>(r.output), static_cast<int>(r.page.value_or(0)),
        static_cast<int>(r.until_step ? *r.until_step + 1 : 0),
        static_cast<int>(r.sketch ? (r.sketch->truth ? 2 : 1) : 0)}) {
    key += ' ' + std::to_string(number);
  }
  return key;
}

}  // namespace

void draw_export_preview(Ui& ui, const ExportRequest& request, Box box) {
  ExportPreview& kept = ui.state.export_preview;
  if (const std::string key = key_of(request); key != kept.key) {
    kept.key = key;
    kept.page = compose(request, embedded_measure());
  }
  const Page& page = kept.page;
  const float fit = std::min(box.width / page.width, box.height / page.height);
  const float width = page.width * fit;
  const float height = page.height * fit;
  const Box sheet{box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width,
                  height};
  ui.paint.push_clip(sheet);
  Painter painter = ui.paint.on_page(theme(page.theme), fit, {sheet.x, sheet.y});
  painter.draw(page.shapes);
  ui.paint.pop_clip();
  ui.paint.frame({sheet.x - 1, sheet.y - 1, sheet.width + 2, sheet.height + 2}, {},
                 paint(Role::border), 0);
}

}  // namespace interleave
