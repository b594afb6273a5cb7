#include "app/timeline/measure.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <array>
#include <mutex>
#include <stdexcept>
#include <unordered_map>

#include "app/timeline/fonts.h"
#include "app/timeline/one_line.h"
#include "app/timeline/utf8.h"

namespace interleave {
namespace {

// Advances of one typeface, in parts of its size.
class FaceWidths {
 public:
  void open(FT_Library library, Face face) {
    const std::string_view bytes = font_bytes(face);
    if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                           static_cast<FT_Long>(bytes.size()), 0, &face_) != 0) {
      throw std::runtime_error("an embedded font cannot be read");
    }
    for (char32_t letter = 0; letter < ascii_.size(); ++letter) {
      ascii_[letter] = read(letter);
    }
  }

  float of(char32_t letter) const {
    if (letter < ascii_.size()) {
      return ascii_[letter];
    }
    const std::scoped_lock lock(mutex_);
    const auto found = others_.find(letter);
    return found != others_.end() ? found->second
                                  : others_.emplace(letter, read(letter)).first->second;
  }

 private:
  float read(char32_t letter) const {
    const FT_UInt glyph = FT_Get_Char_Index(face_, letter);
    if (FT_Load_Glyph(face_, glyph, FT_LOAD_NO_SCALE) != 0) {
      return 0.5F;
    }
    return static_cast<float>(face_->glyph->metrics.horiAdvance) /
           static_cast<float>(face_->units_per_EM);
  }

  FT_Face face_ = nullptr;
  std::array<float, 128> ascii_{};
  mutable std::mutex mutex_;
  mutable std::unordered_map<char32_t, float> others_;
};

class EmbeddedMeasure : public Measure {
 public:
  // Never given back: the measure lives as long as the program.
  EmbeddedMeasure() {
    if (FT_Init_FreeType(&library_) != 0) {
      throw std::runtime_error("FreeType cannot be started");
    }
    for (std::size_t i = 0; i < kFaceCount; ++i) {
      faces_[i].open(library_, static_cast<Face>(i));
    }
  }

  float width(std::string_view text, Face face, float size) const override {
    const FaceWidths& widths = faces_[static_cast<std::size_t>(face)];
    float sum = 0;
    for (std::size_t at = 0; at < text.size();) {
      sum += widths.of(next_code_point(text, at));
    }
    return sum * size;
  }

 private:
  FT_Library library_ = nullptr;
  std::array<FaceWidths, kFaceCount> faces_;
};

}  // namespace

const Measure& embedded_measure() {
  static const EmbeddedMeasure* const measure = new EmbeddedMeasure;
  return *measure;
}

std::string shortened(const Measure& measure, std::string_view whole, Face face, float size,
                      float room) {
  const std::string line = one_line(whole);
  const std::string_view text = line;
  if (measure.width(text, face, size) <= room) {
    return std::string(text);
  }
  constexpr std::string_view dots = "…";
  const float left = room - measure.width(dots, face, size);
  float used = 0;
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    next_code_point(text, at);
    used += measure.width(text.substr(start, at - start), face, size);
    if (used > left) {
      break;
    }
    end = at;
  }
  while (end > 0 && text[end - 1] == ' ') {
    --end;
  }
  return end == 0 ? std::string() : std::string(text.substr(0, end)) + std::string(dots);
}

std::string shortened_inside(const Measure& measure, std::string_view whole, Face face, float size,
                             float room) {
  constexpr std::size_t kLetters = 6;
  constexpr float kLeastBegin = 0.6F;
  const std::string line = one_line(whole);
  std::size_t end = line.size();
  for (std::size_t letters = 0; letters < kLetters && end > 0; ++letters) {
    --end;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) {
      --end;
    }
  }
  const std::string_view begin = std::string_view(line).substr(0, end);
  const std::string_view last = std::string_view(line).substr(end);
  const float left = room - measure.width(last, face, size);
  if (measure.width(line, face, size) <= room || left < kLeastBegin * room) {
    return shortened(measure, line, face, size, room);
  }
  return shortened(measure, begin, face, size, left).append(last);
}

}  // namespace interleave
