#include "tests/export/image.h"

#include <cairo.h>

#include <cstdlib>
#include <cstring>

namespace interleave::test {
namespace {

struct Reading {
  const std::string* bytes;
  std::size_t at;
};

cairo_status_t read(void* closure, unsigned char* data, unsigned int length) {
  auto& reading = *static_cast<Reading*>(closure);
  if (reading.at + length > reading.bytes->size()) {
    return CAIRO_STATUS_READ_ERROR;
  }
  std::memcpy(data, reading.bytes->data() + reading.at, length);
  reading.at += length;
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Image read_png(const std::string& bytes) {
  Reading reading{&bytes, 0};
  cairo_surface_t* surface = cairo_image_surface_create_from_png_stream(read, &reading);
  Image image;
  if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS) {
    image.width = cairo_image_surface_get_width(surface);
    image.height = cairo_image_surface_get_height(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    const unsigned char* data = cairo_image_surface_get_data(surface);
    for (int y = 0; y < image.height; ++y) {
      for (int x = 0; x < image.width; ++x) {
        std::uint32_t pixel = 0;
        std::memcpy(&pixel, data + y * stride + x * 4, 4);
        image.pixels.push_back(pixel & 0xFFFFFFU);
      }
    }
  }
  cairo_surface_destroy(surface);
  return image;
}

int different_pixels(const Image& a, const Image& b, int tolerance) {
  int count = 0;
  for (std::size_t i = 0; i < a.pixels.size() && i < b.pixels.size(); ++i) {
    for (const unsigned shift : {0U, 8U, 16U}) {
      const int ca = static_cast<int>((a.pixels[i] >> shift) & 0xFFU);
      const int cb = static_cast<int>((b.pixels[i] >> shift) & 0xFFU);
      if (std::abs(ca - cb) > tolerance) {
        ++count;
        break;
      }
    }
  }
  return count;
}

}  // namespace interleave::test
