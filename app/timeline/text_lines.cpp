#include "app/timeline/text_lines.h"

#include <algorithm>

namespace interleave {

std::vector<std::string> text_lines(const Measure& measure, std::string_view text, Face face,
                                    float size, float room, std::size_t most) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t space = std::min(text.find(' ', at), text.size());
    const std::string word(text.substr(at, space - at));
    const std::string longer = line.empty() ? word : line + " " + word;
    if (!line.empty() && measure.width(longer, face, size) > room) {
      if (lines.size() + 1 == most) {
        lines.push_back(
            shortened(measure, line + " " + std::string(text.substr(at)), face, size, room));
        return lines;
      }
      lines.push_back(shortened(measure, line, face, size, room));
      line = word;
    } else {
      line = longer;
    }
    at = space + 1;
  }
  if (!line.empty()) {
    lines.push_back(shortened(measure, line, face, size, room));
  }
  return lines;
}

}  // namespace interleave
