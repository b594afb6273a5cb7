#pragma once

#include <memory>
#include <string>
#include <variant>

#include "app/import/reader.h"

namespace interleave {

/// A reader for the file, by what it begins with, that has read so much that header() is known; or
/// why there is none.
[[nodiscard]] std::variant<std::unique_ptr<TraceReader>, ImportError> open_trace(
    const std::string& path);

/// The whole file at once.
[[nodiscard]] std::variant<std::unique_ptr<TraceReader>, ImportError> read_trace(
    const std::string& path);

}  // namespace interleave
