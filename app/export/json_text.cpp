#include "app/export/json_text.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

#include "app/timeline/utf8.h"

namespace interleave {

void append_json_text(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    switch (c) {
      case U'"':
        out += "\\\"";
        break;
      case U'\\':
        out += "\\\\";
        break;
      case U'\n':
        out += "\\n";
        break;
      case U'\r':
        out += "\\r";
        break;
      case U'\t':
        out += "\\t";
        break;
      case U'\b':
        out += "\\b";
        break;
      case U'\f':
        out += "\\f";
        break;
      case 0xFFFD:
        out +=
            "\xEF\xBF\xBD";  // also for bytes that are no UTF-8: a file of them could not be read
        break;
      default:
        if (c < 0x20) {
          fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
        } else {
          out += text.substr(start, at - start);
        }
    }
  }
  out += '"';
}

std::string json_number(double value) {
  if (value == std::floor(value) && std::abs(value) < 1e15) {
    return std::to_string(static_cast<long long>(value));
  }
  return fmt::format("{}", value);
}

}  // namespace interleave
