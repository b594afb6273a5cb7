#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/timeline/layout.h"
#include "app/timeline/step_columns.h"

namespace interleave {

/// Which events of a run fall into which column of pixels, for views that hold far more events than
/// pixels: found once, it turns every later search by place into one in a list of numbers.
class PixelColumns {
 public:
  /// `columns`: the steps axis, or null for that of time.
  PixelColumns(const AxisMap& map, const Trace& trace, const StepColumns* columns);

  [[nodiscard]] std::size_t count() const { return last_.size(); }
  /// The last event at or left of the left edge of that column.
  [[nodiscard]] std::uint32_t last_before(std::size_t column) const { return last_[column]; }
  /// Steps are narrower than a pixel: what lies between two edges of columns is not told apart.
  [[nodiscard]] bool narrow_steps() const { return narrow_steps_; }
  /// To a pixel, where an event stands; well outside of the axis where it is not on view.
  [[nodiscard]] float x_of(Seq seq) const;
  /// The column whose left edge is the next one right of `x`.
  [[nodiscard]] std::size_t column_after(float x) const;
  [[nodiscard]] float left_of(std::size_t column) const { return x0_ + static_cast<float>(column); }
  /// Of a list of events, in order, the first from `at` on that begins in the column after `x` or
  /// later.
  template <class At, class SeqOf>
  [[nodiscard]] At skip(At at, At end, float x, SeqOf seq_of) const {
    const std::size_t column = column_after(x);
    return column >= count() ? end : skip_to(at, end, last_[column], seq_of);
  }
  /// The first from `at` on behind `seq`: about `stride` places on, found at little cost.
  template <class At, class SeqOf>
  [[nodiscard]] static At skip_to(At at, At end, std::uint32_t seq, SeqOf seq_of,
                                  std::ptrdiff_t stride = 1) {
    At low = at;
    while (low != end && seq_of(*low) <= seq) {
      at = low + 1;
      low += std::min<std::ptrdiff_t>(stride, end - low);
      stride *= 2;
    }
    while (at != low) {
      const At middle = at + (low - at) / 2;
      if (seq_of(*middle) <= seq) {
        at = middle + 1;
      } else {
        low = middle;
      }
    }
    return at;
  }

 private:
  float x0_;
  bool narrow_steps_ = false;
  std::vector<std::uint32_t> last_;
};

}  // namespace interleave
