#pragma once

#include <string_view>

namespace interleave {

/// What a file is that begins with these bytes, where that is no text at all or surely no trace: "a
/// PNG picture", "no text"; empty for what may be a trace.
[[nodiscard]] std::string_view kind_unlike_trace(std::string_view begin);

}  // namespace interleave
