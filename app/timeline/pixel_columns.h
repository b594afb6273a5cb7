#pragma once

#include <cstdint>
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
  /// What that event is of.
  [[nodiscard]] const Glance& at(std::size_t column) const { return glances_[column]; }
  /// Steps are narrower than a pixel: what lies between two edges of columns is not told apart.
  [[nodiscard]] bool narrow_steps() const { return narrow_steps_; }
  /// The first column whose left edge is not left of that event; count() where none is.
  [[nodiscard]] std::size_t column_of(Seq seq) const;
  /// To a pixel, where an event stands; well outside of the axis where it is not on view.
  [[nodiscard]] float x_of(Seq seq) const { return x_of_column(column_of(seq), seq); }
  /// The same for whoever knows its column_of().
  [[nodiscard]] float x_of_column(std::size_t column, Seq seq) const;
  /// The column whose left edge is the next one right of `x`.
  [[nodiscard]] std::size_t column_after(float x) const;
  [[nodiscard]] float left_of(std::size_t column) const { return x0_ + static_cast<float>(column); }
  /// Of a list of events, the first that begins in the column after `x` or later.
  [[nodiscard]] SeqList::iterator skip(const SeqList& list, float x) const {
    const std::size_t column = column_after(x);
    return column >= count() ? list.end() : list.after(last_[column]);
  }

 private:
  void find_times(const AxisMap& map, const Trace& trace);
  void find_steps(const AxisMap& map, const Trace& trace, const StepColumns& columns);

  float x0_;
  bool narrow_steps_ = false;
  std::vector<std::uint32_t> last_;
  std::vector<Glance> glances_;
};

}  // namespace interleave
