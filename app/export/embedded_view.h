#pragma once

#include <string_view>

#include "app/export/result.h"
#include "app/timeline/picture_view.h"

// What a picture shows travels inside its file as one line of JSON (view_json.h): in a PNG as a
// text chunk, in an SVG as <metadata>, in a PDF among the keywords of its information, in a GIF as
// a comment.

namespace interleave {

/// The keyword of a PNG's text chunk, and what stands before the JSON elsewhere.
inline constexpr const char* kViewKeyword = "interleave-view";

/// Whether bytes begin as a picture does that could hold a view: PNG, SVG, PDF or GIF.
[[nodiscard]] bool looks_like_picture(std::string_view bytes);
/// The view inside a file of ours; or why there is none. Never more work than the file is long.
[[nodiscard]] Result<PictureView> view_in_picture(std::string_view bytes);

}  // namespace interleave
