#pragma once

#include <string>

#include "app/export/result.h"
#include "app/timeline/picture_view.h"

namespace interleave {

/// Whether there is a file that begins as a picture of a kind that could hold a view.
[[nodiscard]] bool is_picture_file(const std::string& path);

/// The view inside a picture's file, of a scenario and modes that the catalogue has; or the error:
/// "PATH: reason".
[[nodiscard]] Result<PictureView> view_in_file(const std::string& path);

}  // namespace interleave
