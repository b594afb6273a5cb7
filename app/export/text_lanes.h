#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/export/text_rows.h"
#include "app/timeline/colours.h"
#include "app/timeline/step_columns.h"

namespace interleave {

struct TextRun {
  const ExportRun* shown = nullptr;
  const Trace* trace = nullptr;
  std::size_t index = 0;
  /// On the steps axis.
  std::optional<StepColumns> columns;
};

/// Where a value of the axis stands in cells.
struct TextAxis {
  Axis axis = Axis::time;
  /// Cells for a nanosecond, or for a step's column.
  double per_unit = 0;
  bool ascii = false;

  [[nodiscard]] std::size_t cell_of(double value) const;
  /// Where a stretch begins or ends at that time, with that event.
  [[nodiscard]] std::size_t cell_at(const TextRun& run, std::int64_t t_ns, Seq seq) const;
};

[[nodiscard]] std::string thread_lane_name(const Trace& trace);
/// How far a task's name is moved in below its parents'.
[[nodiscard]] std::size_t lane_depth(const Trace& trace, TaskId task);
/// The thread, the tasks as a tree, the workers.
[[nodiscard]] std::vector<TextRow> lane_rows(const TextRun& run, const TextAxis& axis,
                                             const ColourMap& colours);

}  // namespace interleave
