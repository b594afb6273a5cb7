#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "app/trace/trace.h"

namespace interleave {

/// What is drawn into one cell: a task's state there. `none`: it is not called yet, or has ended.
enum class Stroke : std::uint8_t { none, running, ready, suspended, blocked };

/// The grid on which a class draws what it expects: a row a task, a column a stretch of time or a
/// step.
struct SketchGrid {
  /// A column is a step: nothing takes time, or too many stretches of time would be needed.
  bool by_steps = false;
  /// A column's length in nanoseconds, where it is a stretch of time.
  std::int64_t cell_ns = 0;
  std::uint32_t columns = 0;
  /// Rows, in the order of creation.
  std::vector<TaskId> tasks;

  friend bool operator==(const SketchGrid&, const SketchGrid&) = default;
};

/// The grid for a run that is over. A column is the greatest common divisor of its durations, and
/// there are enough of them for everything to happen one after the other, so that the grid does not
/// tell how long the run takes; by steps there are some to spare. Never more than `most_columns`:
/// what comes later is left out.
[[nodiscard]] SketchGrid sketch_grid(const Trace& trace, std::uint32_t most_columns);

/// Strokes by row and column; a value.
using Sketch = std::vector<std::vector<Stroke>>;
[[nodiscard]] Sketch empty_sketch(const SketchGrid& grid);
/// Fills the cells of a row from one column to another, both in; what lies outside is passed over.
void paint(Sketch& sketch, std::size_t row, std::size_t from, std::size_t to, Stroke stroke);
/// Columns in which more than one task has the one thread (running, or blocking it); ascending.
[[nodiscard]] std::vector<std::uint32_t> crowded_columns(const Sketch& sketch);

/// What is true: by time the state that lasts through the cell; by steps who has the thread, and
/// the others as they are when the step begins.
[[nodiscard]] Sketch true_sketch(const Trace& trace, const SketchGrid& grid);

/// How near a drawing comes. Cells in which nothing is true and nothing drawn do not count.
struct SketchScore {
  std::uint32_t cells = 0;
  std::uint32_t right = 0;
  /// Of the cells in which a task runs.
  std::uint32_t running = 0;
  std::uint32_t running_right = 0;
  /// Cells in which ready was drawn for suspended, or the other way round.
  std::uint32_t confused = 0;
  /// Tasks, and those whose end was drawn at most one cell off.
  std::uint32_t tasks = 0;
  std::uint32_t ends_near = 0;

  /// The share of task-time with the right state, 0 … 1.
  [[nodiscard]] double share() const { return cells == 0 ? 0 : double(right) / double(cells); }
};
[[nodiscard]] SketchScore score_of(const Sketch& drawn, const Sketch& truth);

}  // namespace interleave
