#pragma once

#include <algorithm>

#include "app/export/request.h"
#include "app/timeline/layout.h"

namespace interleave {

/// What a page's type is measured by.
struct TypeScale {
  /// Pixels of a unit, and of the smallest type.
  float u = 1;
  float least = 0;

  [[nodiscard]] float units(float count) const { return count * u; }
  /// Type of so many units, but never too small to be read.
  [[nodiscard]] float type(float count) const { return std::max(count * u, least); }
};

/// The request's runs as a finished picture's timeline, with the largest lanes with which they fit
/// into `width` and `height`; where even the smallest do not, with the first so many.
[[nodiscard]] Timeline fitted_timeline(const ExportRequest& request, const Measure& measure,
                                       const TypeScale& scale, float width, float height);

/// The playhead of a run where the request's `until_step` ends.
[[nodiscard]] Seq until_seq(const ExportRequest& request, std::size_t run);

}  // namespace interleave
