#pragma once

#include <string>
#include <string_view>

namespace interleave {

/// A text of a program as one line that reads in its own order: ends of lines and tabs are a blank;
/// other control characters, what turns the direction of reading, and bytes that are no UTF-8 are
/// shown as U+FFFD.
[[nodiscard]] std::string one_line(std::string_view text);
/// The same of each of its lines.
[[nodiscard]] std::string plain_lines(std::string_view text);

}  // namespace interleave
