#pragma once

#include "app/export/request.h"
#include "app/timeline/picture_view.h"

namespace interleave {

/// What a picture shows, as it is put into its file.
[[nodiscard]] PictureView view_of_picture(const ExportRequest& request);

}  // namespace interleave
