#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "app/trace/trace.h"

namespace interleave {

/// Width of an idle stretch on the steps axis, where a step is 1 wide.
inline constexpr double kIdleColumn = 0.5625;  // exact in binary, so that sums are

/// The steps axis of one trace: where its steps, pieces of steps and idle stretches stand.
///
///     t    0 s               0.2 s   0.4 s  idle      2 s
///          |step 1 |step 2 |step 3 |step 4 |~~~~|step 5 |
///     v    0       1       2       3       4   4.56    5.56
///
/// A deadlock has a column of its own at the end, in which everybody waits.
///
/// A step's column is divided equally among the pieces that it worked or blocked. Without a loop a
/// "step" may be a whole program, so there every piece has a column of its own instead.
///
/// With a loop nothing is kept, every answer is a binary search; without one a list of the columns,
/// which is made once and shared by all that are made of a trace while it is one of the last few.
class StepColumns {
 public:
  explicit StepColumns(const Trace& trace);

  [[nodiscard]] double total() const { return total_; }
  [[nodiscard]] std::uint32_t steps() const { return steps_; }
  /// From 1; 0 gives 0, and what lies behind the last step its end.
  [[nodiscard]] double begin_of(std::uint32_t step) const;
  [[nodiscard]] double end_of(std::uint32_t step) const;
  /// Whether the program runs on a loop; without one there are no idle stretches.
  [[nodiscard]] bool looped() const { return looped_; }
  /// The first idle stretch that begins right of `value`, of a program with a loop; and the step at
  /// or before a value that so many idle stretches begin at or before.
  [[nodiscard]] std::size_t first_idle_after(double value) const;
  [[nodiscard]] std::uint32_t step_behind_idles(double value, std::size_t idles) const;
  /// Where the idle stretch stands that `advances()[index]` ends.
  [[nodiscard]] double idle_begin(std::size_t index) const;

  /// Where a stretch begins or ends with that event: at an edge of a column or a piece.
  [[nodiscard]] double edge(Seq seq) const;
  /// Where the playhead stands on that event: as edge(), but inside a step of no length halfway.
  [[nodiscard]] double playhead(Seq seq) const;
  /// The step, from 1, whose column begins last at or before `value`; 0 before the first.
  [[nodiscard]] std::uint32_t step_at(double value) const;
  /// The last event that stands at or before `value`.
  [[nodiscard]] Seq seq_at(double value) const;

 private:
  // Without a loop: a column for each step or further piece.
  struct Column {
    std::uint32_t seq;
    // Its `worked` or `blocked`; the trace's size where it has none.
    std::uint32_t piece;
  };

  using Columns = std::vector<Column>;

  [[nodiscard]] Columns list_columns() const;
  [[nodiscard]] std::shared_ptr<const Columns> kept_columns() const;
  [[nodiscard]] double position(Seq seq, double inside) const;
  [[nodiscard]] double listed_position(Seq seq, double inside) const;
  [[nodiscard]] bool step_over(std::uint32_t step, Seq seq) const;

  const Trace* trace_;
  bool looped_;
  std::uint32_t steps_;
  // Where the last step's or idle stretch's column ends, and the whole axis.
  double last_end_ = 0;
  double total_ = 0;
  std::shared_ptr<const Columns> columns_;
};

}  // namespace interleave
