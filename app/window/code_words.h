#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace interleave {

/// What a stretch of a line of code is, as far as its look goes.
enum class CodeWord : std::uint8_t { plain, keyword, text, comment };

struct CodeToken {
  CodeWord word = CodeWord::plain;
  std::string_view text;
};

/// Cuts one line into stretches that join to the line again. Texts and comments end with their
/// line.
[[nodiscard]] std::vector<CodeToken> python_words(std::string_view line);
[[nodiscard]] std::vector<CodeToken> cpp_words(std::string_view line);

}  // namespace interleave
