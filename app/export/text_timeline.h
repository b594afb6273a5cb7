#pragma once

#include <string>
#include <vector>

#include "app/export/request.h"

namespace interleave {

/// How a timeline is drawn in text.
struct TextStyle {
  Axis axis = Axis::time;
  /// Columns of the terminal; no line is longer.
  int width = 100;
  /// ANSI colours.
  bool colour = false;
  bool ascii = false;
};

/// The lanes of the runs under one axis, drawn in text, and a key to the signs. On the steps axis a
/// run that is wider than the terminal goes on below: no step is hidden.
[[nodiscard]] std::string text_timeline(const std::vector<ExportRun>& runs, const TextStyle& style);

}  // namespace interleave
