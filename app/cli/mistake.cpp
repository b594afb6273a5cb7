#include "app/cli/mistake.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace interleave::cli {

namespace {

/// Bytes of the letter that starts at `at`; 0 if it is none.
std::size_t letter_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) {
    return 1;
  }
  const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + length > text.size()) {
    return 0;
  }
  std::uint32_t code = first & (0xffU >> (length + 1));
  for (std::size_t i = at + 1; i < at + length; ++i) {
    if ((byte(i) & 0xc0U) != 0x80U) {
      return 0;
    }
    code = code << 6U | (byte(i) & 0x3fU);
  }
  const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  const bool no_letter = (code >= 0xd800 && code < 0xe000) || code > 0x10ffff;
  return overlong || no_letter ? 0 : length;
}

/// C1 controls (U+0080 to U+009F) move a terminal's cursor as the others do.
bool is_control(std::string_view letter) {
  const auto first = static_cast<unsigned char>(letter[0]);
  return first < 0x20 || first == 0x7f ||
         (first == 0xc2 && static_cast<unsigned char>(letter[1]) < 0xa0);
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = letter_length(text, at);
    const std::string_view letter = text.substr(at, length == 0 ? 1 : length);
    if (length == 0 || is_control(letter)) {
      for (const char byte : letter) {
        line += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
      }
    } else {
      line += letter;
    }
    at += letter.size();
  }
  return line;
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = letter_length(text, at);
    if (length == 0) {
      return false;
    }
    at += length;
  }
  return true;
}

std::string in_quotes(std::string_view word) {
  constexpr std::size_t kMost = 60;
  std::size_t end = 0;
  while (end < word.size()) {
    const std::size_t next = end + std::max<std::size_t>(letter_length(word, end), 1);
    if (next > kMost) {
      return fmt::format("'{}…'", word.substr(0, end));
    }
    end = next;
  }
  return fmt::format("'{}'", word);
}

}  // namespace interleave::cli
