#include "app/export/raster.h"

#include <cairo.h>

#include <cmath>
#include <memory>

#include "app/export/cairo_painter.h"

namespace interleave {
namespace {

struct FreeSurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct FreeCairo {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

// What an image may hold: cairo counts in 16 bits, people in megabytes.
constexpr int kMostSide = 32767;
constexpr double kMostPixels = 400e6;

}  // namespace

Result<Raster> rasterized(const Page& page, float scale) {
  Raster raster;
  const double width = std::round(static_cast<double>(page.width) * scale);
  const double height = std::round(static_cast<double>(page.height) * scale);
  const std::string size =
      std::to_string(static_cast<long>(width)) + "x" + std::to_string(static_cast<long>(height));
  const ExportError too_large{"an image of " + size +
                              " pixels is too large; choose a smaller size or scale"};
  if (width > kMostSide || height > kMostSide || width * height > kMostPixels) {
    return too_large;
  }
  raster.width = static_cast<int>(width);
  raster.height = static_cast<int>(height);
  raster.pixels.resize(static_cast<std::size_t>(raster.width) *
                       static_cast<std::size_t>(raster.height));
  const std::unique_ptr<cairo_surface_t, FreeSurface> surface(cairo_image_surface_create_for_data(
      reinterpret_cast<unsigned char*>(raster.pixels.data()), CAIRO_FORMAT_RGB24, raster.width,
      raster.height, raster.width * 4));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
    return too_large;
  }
  {
    const std::unique_ptr<cairo_t, FreeCairo> cairo(cairo_create(surface.get()));
    cairo_scale(cairo.get(), scale, scale);
    paint_page(cairo.get(), page);
    const cairo_status_t status = cairo_status(cairo.get());
    if (status != CAIRO_STATUS_SUCCESS) {
      return ExportError{std::string("the image could not be made: ") +
                         cairo_status_to_string(status)};
    }
  }
  cairo_surface_flush(surface.get());
  cairo_surface_finish(surface.get());
  return raster;
}

}  // namespace interleave
