#pragma once

#include "app/export/picture.h"

namespace interleave {

/// One page with all that stands on it, as the request says: of a storyboard the page up to its
/// step, of a handout the one that `page` names.
[[nodiscard]] Page composed_page(const ExportRequest& request, const Measure& measure);

}  // namespace interleave
