#include <cairo-pdf.h>
#include <cairo.h>

#include <memory>

#include "app/export/cairo_painter.h"
#include "app/export/embedded_view.h"
#include "app/export/view_json.h"
#include "app/export/view_of_picture.h"
#include "app/export/writers.h"

namespace interleave {
namespace {

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

struct FreeSurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct FreeCairo {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

}  // namespace

Result<std::string> make_pdf(const ExportRequest& request) {
  const std::vector<Page> pages = compose_pages(request, embedded_measure());
  std::string bytes;
  const std::unique_ptr<cairo_surface_t, FreeSurface> surface(cairo_pdf_surface_create_for_stream(
      append, &bytes, pages.front().width, pages.front().height));
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                 pages.front().title.c_str());
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "Interleave");
  const std::string view = std::string(kViewKeyword) + " " + view_as_json(view_of_picture(request));
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_KEYWORDS, view.c_str());
  // A fixed date, so that the same request gives the same bytes.
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                 "2000-01-01T00:00:00Z");
  {
    const std::unique_ptr<cairo_t, FreeCairo> cairo(cairo_create(surface.get()));
    for (const Page& page : pages) {
      cairo_pdf_surface_set_size(surface.get(), page.width, page.height);
      paint_page(cairo.get(), page);
      cairo_show_page(cairo.get());
    }
    const cairo_status_t status = cairo_status(cairo.get());
    if (status != CAIRO_STATUS_SUCCESS) {
      return ExportError{std::string("the page could not be made: ") +
                         cairo_status_to_string(status)};
    }
  }
  cairo_surface_finish(surface.get());
  return bytes;
}

}  // namespace interleave
