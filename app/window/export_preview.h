#pragma once

#include "app/export/request.h"
#include "app/window/ui.h"

namespace interleave {

/// The page that the request makes, painted into the box as large as it fits: the same shapes that
/// are written into the file. Kept while nothing changes.
void draw_export_preview(Ui& ui, const ExportRequest& request, Box box);

}  // namespace interleave
