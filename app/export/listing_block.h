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
  /// Where not all fit even in the least type: keeps as many lines as do round line `around`, and
  /// cuts long ones. False if there is hardly room for any.
  bool cut(float width, float height, float size, std::uint16_t around);
  [[nodiscard]] float width() const { return width_; }
  [[nodiscard]] float height() const { return height_; }

  /// `running`: number of the line to be marked, 0 for none.
  void draw(Frame& frame, const Box& box, std::uint16_t running) const;

 private:
  void draw_line(Frame& frame, std::string_view line, Point at) const;

  const Measure* measure_;
  std::vector<std::string_view> lines_;
  // Those that are shown: the first, and how many.
  std::size_t first_ = 0;
  std::size_t shown_ = 0;
  float size_ = 0;
  float width_ = 0;
  float height_ = 0;
};

}  // namespace interleave
