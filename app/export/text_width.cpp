#include "app/export/text_width.h"

#include <utf8proc.h>

#include <algorithm>

#include "app/timeline/utf8.h"

namespace interleave {

namespace {

std::size_t width_of(char32_t letter) {
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(letter));
  return static_cast<std::size_t>(std::clamp(width, 0, 2));
}

}  // namespace

Glyph next_glyph(std::string_view text, std::size_t& at) {
  const std::size_t start = at;
  std::size_t width = width_of(next_code_point(text, at));
  while (at < text.size()) {
    std::size_t behind = at;
    // What takes no column of its own stands on the letter before it.
    if (width_of(next_code_point(text, behind)) > 0) {
      break;
    }
    at = behind;
  }
  // Marks without a letter get a column to stand in.
  width = std::max<std::size_t>(width, 1);
  return {text.substr(start, at - start), width};
}

std::size_t text_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    width += next_glyph(text, at).width;
  }
  return width;
}

std::string cut_to_width(std::string_view text, std::size_t columns) {
  std::string cut;
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = next_glyph(text, at);
    if (glyph.width > columns) {
      break;
    }
    columns -= glyph.width;
    cut += glyph.bytes;
  }
  return cut;
}

}  // namespace interleave
