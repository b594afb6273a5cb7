#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace interleave {

/// What a stretch of a line of Python is, as far as its colour goes.
enum class PythonWord : std::uint8_t { plain, keyword, text, comment, number, name };

struct PythonToken {
  PythonWord word = PythonWord::plain;
  std::string_view text;
};

/// Cuts one line into stretches that join to the line again. Strings end with their line.
[[nodiscard]] std::vector<PythonToken> python_tokens(std::string_view line);

}  // namespace interleave
