#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace interleave::cli {

/// What was asked is wrong: says what, where and what would be right. Ends the command.
class Mistake : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A word of the user's in a sentence: 'word', a long one shortened.
[[nodiscard]] std::string in_quotes(std::string_view word);

/// One line, whatever went in: line ends, other control characters and broken UTF-8 as \xNN.
[[nodiscard]] std::string one_line(std::string_view text);

/// Whether the bytes are UTF-8 throughout.
[[nodiscard]] bool is_utf8(std::string_view text);

}  // namespace interleave::cli
