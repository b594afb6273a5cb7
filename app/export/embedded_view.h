#pragma once

#include <string>
#include <string_view>

#include "app/export/request.h"
#include "app/export/result.h"
#include "app/timeline/picture_view.h"

// What a picture shows travels inside its file as one line of JSON: in a PNG as a text chunk, in an
// SVG as <metadata>, in a PDF among the keywords of its information.

namespace interleave {

/// The keyword of a PNG's text chunk, and what stands before the JSON elsewhere.
inline constexpr const char* kViewKeyword = "interleave-view";

[[nodiscard]] PictureView view_of_picture(const ExportRequest& request);
/// ASCII without control characters; brackets are escaped where JSON allows it, so that a PDF need
/// not.
[[nodiscard]] std::string view_as_json(const PictureView& view);
/// The reverse, of bytes from a stranger: bounded, and checked member by member. Whether there is
/// such a scenario is not asked.
[[nodiscard]] Result<PictureView> view_from_json(std::string_view json);

/// Whether bytes begin as a picture does that could hold a view: PNG, SVG or PDF.
[[nodiscard]] bool looks_like_picture(std::string_view bytes);
/// The view inside a file of ours; or why there is none. Never more work than the file is long.
[[nodiscard]] Result<PictureView> view_in_picture(std::string_view bytes);

}  // namespace interleave
