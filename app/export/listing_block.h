#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/timeline/frame.h"

namespace interleave {

/// A Python listing with numbered lines, plainly coloured, in a card.
class ListingBlock {
 public:
  ListingBlock(const Measure& measure, std::string_view python);

  /// Chooses the largest type between `largest` and `least` at which all lines fit; false if none.
  bool fit(float width, float height, float largest, float least);
  [[nodiscard]] float width() const { return width_; }
  [[nodiscard]] float height() const { return height_; }

  /// `running`: number of the line to be marked, 0 for none.
  void draw(Frame& frame, const Box& box, std::uint16_t running) const;

 private:
  void draw_line(Frame& frame, std::string_view line, Point at) const;

  const Measure& measure_;
  std::vector<std::string_view> lines_;
  float size_ = 0;
  float width_ = 0;
  float height_ = 0;
};

}  // namespace interleave
