#pragma once

#include <string>
#include <string_view>

namespace interleave {

/// A word of a file, for a message: in quotes, control characters left out, cut where it is long.
[[nodiscard]] inline std::string quoted_word(std::string_view word) {
  constexpr std::size_t kMost = 40;
  std::size_t length = word.size();
  if (length > kMost) {
    length = kMost;
    while (length > 0 && (static_cast<unsigned char>(word[length]) & 0xC0U) == 0x80U) {
      --length;
    }
  }
  std::string text = "\"";
  for (const char c : word.substr(0, length)) {
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
      text += c;
    }
  }
  return text + (length < word.size() ? "…\"" : "\"");
}

}  // namespace interleave
