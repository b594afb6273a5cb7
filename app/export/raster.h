#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/export/picture.h"
#include "app/export/result.h"

namespace interleave {

/// A page as pixels.
struct Raster {
  int width = 0;
  int height = 0;
  /// Row by row from the top, 0x00RRGGBB.
  std::vector<std::uint32_t> pixels;

  [[nodiscard]] const std::uint32_t* row(int y) const {
    return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
  }
};

/// Paints a page with `scale` pixels for each of its units.
[[nodiscard]] Result<Raster> rasterized(const Page& page, float scale);

/// A PNG's bytes, with a view inside it (see embedded_view.h) and, unless 0, the dots to the inch
/// it is meant for; empty if libpng gave up.
[[nodiscard]] std::string encode_png(const Raster& raster, std::string view, float per_inch);

}  // namespace interleave
