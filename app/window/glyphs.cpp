#include "app/window/glyphs.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include <GLFW/glfw3.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "app/timeline/fonts.h"

namespace interleave {

namespace {

constexpr int kSide = 2048;
constexpr int kGap = 1;
constexpr std::uint32_t kWhite = 0x00ffffff;  // alpha in the top byte

std::uint64_t key_of(Face face, int quarters, char32_t letter, int phase) {
  return (static_cast<std::uint64_t>(face) << 56U) | (static_cast<std::uint64_t>(phase) << 52U) |
         (static_cast<std::uint64_t>(quarters) << 24U) | static_cast<std::uint64_t>(letter);
}

}  // namespace

struct Glyphs::Faces {
  FT_Library library = nullptr;
  std::array<FT_Face, kFaceCount> faces{};
  std::unordered_map<std::uint64_t, Glyph> known;

  Faces() {
    if (FT_Init_FreeType(&library) != 0) {
      throw std::runtime_error("FreeType does not start");
    }
    for (std::size_t i = 0; i < kFaceCount; ++i) {
      const std::string_view bytes = font_bytes(static_cast<Face>(i));
      if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                             static_cast<FT_Long>(bytes.size()), 0, &faces.at(i)) != 0) {
        throw std::runtime_error("a typeface built into the program can't be read");
      }
    }
  }
  ~Faces() {
    for (const FT_Face face : faces) {
      FT_Done_Face(face);
    }
    FT_Done_FreeType(library);
  }
  Faces(const Faces&) = delete;
  Faces& operator=(const Faces&) = delete;

  /// The face itself, or one that has the letter.
  [[nodiscard]] FT_Face having(Face face, char32_t letter) const {
    for (const Face candidate : {face, Face::regular, Face::mono}) {
      const FT_Face ft = faces.at(static_cast<std::size_t>(candidate));
      if (FT_Get_Char_Index(ft, letter) != 0) {
        return ft;
      }
    }
    return faces.at(static_cast<std::size_t>(face));
  }
};

Glyphs::Glyphs() : faces_(std::make_unique<Faces>()), pixels_(std::size_t{kSide} * kSide, kWhite) {
  clear();
  reset_ = false;
}

Glyphs::~Glyphs() {
  if (texture_ != 0) {
    glDeleteTextures(1, &texture_);
  }
}

void Glyphs::make_texture() {
  glGenTextures(1, &texture_);
  glBindTexture(GL_TEXTURE_2D, texture_);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, kSide, kSide, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
}

void Glyphs::clear() {
  std::fill(pixels_.begin(), pixels_.end(), kWhite);
  faces_->known.clear();
  // The white pixel, wide enough that filtering finds nothing else.
  for (int y = 0; y < 4; ++y) {
    for (int x = 0; x < 4; ++x) {
      pixels_[static_cast<std::size_t>(y * kSide + x)] = 0xffffffff;
    }
  }
  pen_x_ = 4 + kGap;
  pen_y_ = 0;
  shelf_height_ = 4;
  dirty_from_ = 0;
  dirty_to_ = kSide;
  reset_ = true;
}

Point Glyphs::white() const { return {2.0F / kSide, 2.0F / kSide}; }

bool Glyphs::take_reset() { return std::exchange(reset_, false); }

Glyphs::Cell Glyphs::place(int width, int height) {
  if (pen_x_ + width + kGap > kSide) {
    pen_x_ = 0;
    pen_y_ += shelf_height_ + kGap;
    shelf_height_ = 0;
  }
  if (pen_y_ + height + kGap > kSide) {
    clear();  // too many sizes were seen: start anew, and draw once more
  }
  const Cell cell{pen_x_, pen_y_};
  pen_x_ += width + kGap;
  shelf_height_ = std::max(shelf_height_, height);
  return cell;
}

Glyphs::Glyph Glyphs::render(Face face, float size_px, char32_t letter, int phase) {
  const FT_Face ft = faces_->having(face, letter);
  FT_Set_Char_Size(ft, 0, static_cast<FT_F26Dot6>(std::lround(size_px * 64)), 72, 72);
  Glyph glyph;
  if (FT_Load_Char(ft, letter, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0) {
    return glyph;
  }
  const FT_GlyphSlot slot = ft->glyph;
  glyph.advance = static_cast<float>(slot->linearHoriAdvance) / 65536.0F;
  FT_Outline_Translate(&slot->outline, phase * 16, 0);
  if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0 || slot->bitmap.width == 0) {
    return glyph;
  }
  const auto width = static_cast<int>(slot->bitmap.width);
  const auto height = static_cast<int>(slot->bitmap.rows);
  const Cell cell = place(width, height);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const std::uint32_t alpha = slot->bitmap.buffer[y * slot->bitmap.pitch + x];
      pixels_[static_cast<std::size_t>((cell.y + y) * kSide + cell.x + x)] =
          kWhite | (alpha << 24U);
    }
  }
  dirty_from_ = std::min(dirty_from_, cell.y);
  dirty_to_ = std::max(dirty_to_, cell.y + height);
  glyph.dx = static_cast<float>(slot->bitmap_left);
  glyph.dy = static_cast<float>(-slot->bitmap_top);
  glyph.width = static_cast<float>(width);
  glyph.height = static_cast<float>(height);
  glyph.u0 = static_cast<float>(cell.x) / kSide;
  glyph.v0 = static_cast<float>(cell.y) / kSide;
  glyph.u1 = static_cast<float>(cell.x + width) / kSide;
  glyph.v1 = static_cast<float>(cell.y + height) / kSide;
  return glyph;
}

const Glyphs::Glyph& Glyphs::get(Face face, float size_px, char32_t letter, int phase) {
  const auto quarters = static_cast<int>(std::lround(size_px * 4));
  const std::uint64_t key = key_of(face, quarters, letter, phase);
  const auto found = faces_->known.find(key);
  if (found != faces_->known.end()) {
    return found->second;
  }
  const Glyph glyph = render(face, static_cast<float>(quarters) / 4, letter, phase);
  return faces_->known.emplace(key, glyph).first->second;
}

void Glyphs::upload() {
  if (dirty_from_ >= dirty_to_) {
    return;
  }
  glBindTexture(GL_TEXTURE_2D, texture_);
  glTexSubImage2D(GL_TEXTURE_2D, 0, 0, dirty_from_, kSide, dirty_to_ - dirty_from_, GL_RGBA,
                  GL_UNSIGNED_BYTE,
                  pixels_.data() + std::size_t{kSide} * static_cast<std::size_t>(dirty_from_));
  dirty_from_ = kSide;
  dirty_to_ = 0;
}

}  // namespace interleave
