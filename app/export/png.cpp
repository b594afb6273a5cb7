#include <cairo.h>

#include <cmath>
#include <memory>

#include "app/export/cairo_painter.h"
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

Result<std::string> make_png(const ExportRequest& request) {
  const auto width = static_cast<int>(std::lround(request.width * request.scale));
  const auto height = static_cast<int>(std::lround(request.height * request.scale));
  const std::unique_ptr<cairo_surface_t, FreeSurface> surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
    return ExportError{"an image of " + std::to_string(width) + "x" + std::to_string(height) +
                       " pixels is too large; choose a smaller size or scale"};
  }
  const std::unique_ptr<cairo_t, FreeCairo> cairo(cairo_create(surface.get()));
  cairo_scale(cairo.get(), request.scale, request.scale);
  paint_page(cairo.get(), compose(request, embedded_measure()));
  cairo_surface_flush(surface.get());
  std::string bytes;
  const cairo_status_t status = cairo_surface_write_to_png_stream(surface.get(), append, &bytes);
  if (status != CAIRO_STATUS_SUCCESS) {
    return ExportError{std::string("the image could not be made: ") +
                       cairo_status_to_string(status)};
  }
  return bytes;
}

}  // namespace interleave
