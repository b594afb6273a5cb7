#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace interleave::test {

struct Image {
  int width = 0;
  int height = 0;
  /// 0xRRGGBB, row by row.
  std::vector<std::uint32_t> pixels;

  [[nodiscard]] std::uint32_t at(int x, int y) const {
    return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                  static_cast<std::size_t>(x)];
  }
};

/// An empty image if the bytes are no PNG.
[[nodiscard]] Image read_png(const std::string& bytes);
/// How many pixels differ by more than `tolerance` in a channel.
[[nodiscard]] int different_pixels(const Image& a, const Image& b, int tolerance);

}  // namespace interleave::test
