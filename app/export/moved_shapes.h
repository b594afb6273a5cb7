#pragma once

#include "app/timeline/shapes.h"

namespace interleave {

/// Appends shapes, so far to the right and so far down.
void append_moved(Shapes& to, Shapes shapes, float dx, float dy);

}  // namespace interleave
