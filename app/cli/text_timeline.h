#pragma once

#include <string>
#include <vector>

#include "app/export/request.h"
#include "app/timeline/view.h"

namespace interleave::cli {

struct TextStyle {
  Axis axis = Axis::time;
  /// Columns in all.
  int width = 100;
  bool colour = false;
  /// No byte above 0x7f.
  bool ascii = false;
};

/// The lanes of one run or several under one axis: a line a task, children under their parent.
///
///     Concurrent  await asyncio.gather(…)                               3.0 s
///       main             ┃── gather: 3 tasks ────────────────────────────┃✓
///         boiling_water  ┃── sleep 2 s ─────────────────┃── sleep 1 s ───┃✓
///         reading_book   █1█┄┄┄█2█┄┄┄█3█┄┄┄█4█✓
///                        ├─────────────┬─────────────┬─────────────┬
///                        0 s           1 s           2 s           3 s
[[nodiscard]] std::string text_timeline(const std::vector<ExportRun>& runs, const TextStyle& style);

/// The same words in ASCII: ... for …, x for ×, ? for letters that have none.
[[nodiscard]] std::string in_ascii(std::string_view text);

}  // namespace interleave::cli
