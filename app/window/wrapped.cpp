#include "app/window/wrapped.h"

#include "app/timeline/measure.h"

namespace interleave {

std::vector<std::string> wrapped_lines(std::string_view text, Face face, float size, float room,
                                       std::size_t most) {
  const Measure& measure = embedded_measure();
  std::vector<std::string> lines;
  std::string line;
  while (!text.empty()) {
    const auto space = text.find(' ');
    const std::string word(text.substr(0, space));
    std::string longer = line.empty() ? word : line + " " + word;
    if (line.empty() || measure.width(longer, face, size) <= room) {
      line = std::move(longer);
    } else if (lines.size() + 1 >= most) {
      line += " " + std::string(text);
      break;
    } else {
      lines.push_back(std::move(line));
      line = word;
    }
    text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
  }
  if (!line.empty()) {
    lines.push_back(shortened(measure, line, face, size, room));
  }
  return lines;
}

}  // namespace interleave
