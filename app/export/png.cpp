#include <png.h>

#include <cmath>
#include <csetjmp>
#include <vector>

#include "app/export/embedded_view.h"
#include "app/export/raster.h"
#include "app/export/view_json.h"
#include "app/export/view_of_picture.h"
#include "app/export/writers.h"

// By libpng, since cairo's own writer takes no text chunk and no pixels to the metre.

namespace interleave {
namespace {

void append(png_structp png, png_bytep data, png_size_t length) {
  static_cast<std::string*>(png_get_io_ptr(png))
      ->append(reinterpret_cast<const char*>(data), length);
}
void flush(png_structp) {}

// 0x00RRGGBB of the machine's order becomes three bytes.
void put_row(const Raster& raster, int y, std::vector<png_byte>& bytes) {
  const std::uint32_t* row = raster.row(y);
  png_byte* to = bytes.data();
  for (int x = 0; x < raster.width; ++x) {
    *to++ = static_cast<png_byte>(row[x] >> 16U);
    *to++ = static_cast<png_byte>(row[x] >> 8U);
    *to++ = static_cast<png_byte>(row[x]);
  }
}

struct Png {
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png == nullptr ? nullptr : png_create_info_struct(png);
  Png() = default;
  Png(const Png&) = delete;
  Png& operator=(const Png&) = delete;
  ~Png() { png_destroy_write_struct(&png, &info); }
};

// False where libpng gave up. Holds nothing that would have to be freed: libpng leaves by a jump.
bool write(Png& file, const Raster& raster, std::string& view, std::uint32_t per_metre,
           std::vector<png_byte>& row) {
  if (setjmp(png_jmpbuf(file.png)) != 0) {  // NOLINT: libpng's way of telling
    return false;
  }
  png_set_IHDR(file.png, file.info, static_cast<png_uint_32>(raster.width),
               static_cast<png_uint_32>(raster.height), 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (per_metre > 0) {
    png_set_pHYs(file.png, file.info, per_metre, per_metre, PNG_RESOLUTION_METER);
  }
  png_text text{};
  text.compression = PNG_TEXT_COMPRESSION_NONE;
  text.key = const_cast<char*>(kViewKeyword);  // NOLINT: it is only read
  text.text = view.data();
  text.text_length = view.size();
  png_set_text(file.png, file.info, &text, 1);
  png_write_info(file.png, file.info);
  for (int y = 0; y < raster.height; ++y) {
    put_row(raster, y, row);
    png_write_row(file.png, row.data());
  }
  png_write_end(file.png, file.info);
  return true;
}

}  // namespace

std::string encode_png(const Raster& raster, std::string view, float per_inch) {
  std::string bytes;
  Png file;
  if (file.info == nullptr) {
    return {};
  }
  png_set_write_fn(file.png, &bytes, append, flush);
  // Flat colours and thin lines: what stands above is the best guess, and the others only cost.
  png_set_filter(file.png, PNG_FILTER_TYPE_BASE, PNG_FILTER_UP);
  png_set_compression_level(file.png, 6);
  png_set_compression_strategy(file.png, 0);
  std::vector<png_byte> row(static_cast<std::size_t>(raster.width) * 3);
  const auto per_metre = static_cast<std::uint32_t>(std::lround(per_inch / 0.0254F));
  return write(file, raster, view, per_metre, row) ? bytes : std::string();
}

Result<std::string> make_png(const ExportRequest& request) {
  const Result<Raster> raster = rasterized(compose(request, embedded_measure()), request.scale);
  if (!raster) {
    return ExportError{raster.error()};
  }
  std::string bytes = encode_png(raster.value(), view_as_json(view_of_picture(request)),
                                 request.in_points ? 72 * request.scale : 0);
  if (bytes.empty()) {
    return ExportError{"the image could not be compressed"};
  }
  return bytes;
}

}  // namespace interleave
