#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "app/timeline/shapes.h"

namespace interleave {

/// Letters of the embedded typefaces as pictures in one OpenGL texture, each drawn when it is first
/// shown: any size, quarter-pixel places, no ranges to list, and the widths are Measure's.
///
///     texture: [white pixel][a][b][c]…      shelves from the top, a letter's height each
///              [A][B]…
class Glyphs {
 public:
  struct Glyph {
    /// From the pen on the baseline to the picture's top left, pixels.
    float dx = 0;
    float dy = 0;
    float width = 0;
    float height = 0;
    /// Place in the texture, 0 … 1.
    float u0 = 0;
    float v0 = 0;
    float u1 = 0;
    float v1 = 0;
    float advance = 0;
  };

  Glyphs();
  ~Glyphs();
  Glyphs(const Glyphs&) = delete;
  Glyphs& operator=(const Glyphs&) = delete;

  /// The letter at a size in pixels, its pen `phase` quarters of a pixel right of a whole one.
  const Glyph& get(Face face, float size_px, char32_t letter, int phase);

  /// Once, with OpenGL's context current, before upload(). Without it letters are drawn for nobody.
  void make_texture();
  /// Sends what has been drawn since to the texture; before rendering.
  void upload();
  /// True once after the texture had to be emptied: what was laid out must be drawn again.
  bool take_reset();

  [[nodiscard]] unsigned int texture() const { return texture_; }
  [[nodiscard]] Point white() const;

 private:
  struct Faces;
  struct Cell {
    int x = 0;
    int y = 0;
  };
  Cell place(int width, int height);
  void clear();
  Glyph render(Face face, float size_px, char32_t letter, int phase);

  std::unique_ptr<Faces> faces_;
  unsigned int texture_ = 0;
  std::vector<std::uint32_t> pixels_;
  int pen_x_ = 0;
  int pen_y_ = 0;
  int shelf_height_ = 0;
  int dirty_from_ = 0;
  int dirty_to_ = 0;
  bool reset_ = false;
};

}  // namespace interleave
