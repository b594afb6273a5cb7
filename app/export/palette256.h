#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace interleave {

/// Few colours in place of many: those of flat areas exactly, the rest by the nearest.
class Palette256 {
 public:
  /// Colours that it has at most; one more is left for transparency.
  static constexpr std::size_t kMost = 255;

  /// Counts the colours of an image (0x00RRGGBB). All images first, then choose().
  void count(std::span<const std::uint32_t> pixels);
  void choose();

  [[nodiscard]] const std::vector<std::uint32_t>& colours() const { return colours_; }
  /// The index of the nearest colour.
  [[nodiscard]] std::uint8_t nearest(std::uint32_t colour);

 private:
  std::unordered_map<std::uint32_t, std::uint64_t> counts_;
  std::vector<std::uint32_t> colours_;
  std::unordered_map<std::uint32_t, std::uint8_t> known_;
};

}  // namespace interleave
