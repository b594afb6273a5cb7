#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "app/export/result.h"
#include "app/timeline/picture_view.h"

namespace interleave {

/// Far more than any view of ours takes; longer ones are refused.
inline constexpr std::size_t kMostViewJson = 65536;

/// ASCII without control characters; brackets are escaped where JSON allows it, so that a PDF need
/// not.
[[nodiscard]] std::string view_as_json(const PictureView& view);
/// The reverse, of bytes from a stranger: bounded, and checked member by member. Whether there is
/// such a scenario is not asked.
[[nodiscard]] Result<PictureView> view_from_json(std::string_view json);

}  // namespace interleave
