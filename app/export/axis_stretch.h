#pragma once

#include <utility>

#include "app/export/request.h"

namespace interleave {

/// The part of the axis that the request's span asks for, in the axis's own units (nanoseconds, or
/// columns of steps), whichever way it was asked; both 0 where it asks for all of it.
[[nodiscard]] std::pair<double, double> axis_stretch(const ExportRequest& request);

}  // namespace interleave
