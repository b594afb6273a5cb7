#pragma once

#include <string>
#include <string_view>

namespace interleave {

/// Appends a JSON string: quoted, control characters escaped, everything else as UTF-8.
void append_json_text(std::string& out, std::string_view text);
/// The shortest number that reads back the same; whole ones without a point.
[[nodiscard]] std::string json_number(double value);

}  // namespace interleave
