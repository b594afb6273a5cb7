#include "app/timeline/text_lines.h"

#include <algorithm>

#include "app/timeline/utf8.h"

namespace interleave {

namespace {

/// A word that is wider than the room, in pieces that are not; the last may be followed by others.
void push_pieces(std::vector<std::string>& lines, const Measure& measure, std::string& word,
                 Face face, float size, float room) {
  while (measure.width(word, face, size) > room) {
    std::size_t end = 0;
    next_code_point(word, end);
    for (std::size_t next = end; next < word.size(); end = next) {
      next_code_point(word, next);
      if (measure.width(std::string_view(word).substr(0, next), face, size) > room) {
        break;
      }
    }
    if (end == word.size()) {
      return;  // not even one letter has room
    }
    lines.push_back(word.substr(0, end));
    word.erase(0, end);
  }
}

}  // namespace

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
    if (most == kAllLines) {
      push_pieces(lines, measure, line, face, size, room);
    }
    at = space + 1;
  }
  if (!line.empty()) {
    lines.push_back(shortened(measure, line, face, size, room));
  }
  return lines;
}

}  // namespace interleave
