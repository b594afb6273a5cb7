#include "app/timeline/one_line.h"

#include <algorithm>

#include "app/timeline/utf8.h"

namespace interleave {

namespace {

bool is_blank(char32_t c) {
  return (c >= U'\t' && c <= U'\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200E && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::string one_line(std::string_view text) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  std::string line;
  line.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    if (is_blank(c)) {
      const bool pair = c == U'\r' && at < text.size() && text[at] == '\n';
      at += pair ? 1 : 0;
      line += ' ';
    } else if (is_control(c) || c == 0xFFFD) {
      line += kReplacement;
    } else {
      line += text.substr(start, at - start);
    }
  }
  return line;
}

std::string plain_lines(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const bool pair = end > 0 && end < text.size() && text[end - 1] == '\r';
    lines += one_line(text.substr(0, pair ? end - 1 : end));
    lines += end < text.size() ? "\n" : "";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace interleave
