#pragma once

#include <imgui.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/timeline/shapes.h"
#include "app/timeline/theme.h"
#include "app/timeline/weave.h"
#include "app/window/glyphs.h"

namespace interleave {

/// Words as they came onto the screen, in pixels: where, and what of that is not clipped away.
struct ShownWords {
  std::string text;
  Box box;
  Box clip;
  float size = 0;
};

/// Words that had no room and end in …: where they stand, in pixels, and what they are in full.
struct CutWords {
  Box box;
  std::string whole;
};

/// Draws shapes and words into a draw list of ImGui's. Coordinates are those of whoever draws; they
/// become pixels as `origin + scale * p`. Edges of boxes and upright lines are put on whole pixels.
class Painter {
 public:
  Painter(ImDrawList& list, Glyphs& glyphs, const Theme& theme, float scale, Point origin = {})
      : list_(&list), glyphs_(&glyphs), theme_(&theme), scale_(scale), origin_(origin) {}

  /// The same target under other coordinates.
  [[nodiscard]] Painter moved(float scale, Point origin) const {
    Painter other = *this;
    other.scale_ = scale;
    other.origin_ = origin;
    return other;
  }

  /// A page of another theme, `scale` times its size, with its corner at `corner` (in this
  /// painter's coordinates).
  [[nodiscard]] Painter on_page(const Theme& theme, float scale, Point corner) const {
    Painter page =
        moved(scale_ * scale, {origin_.x + corner.x * scale_, origin_.y + corner.y * scale_});
    page.theme_ = &theme;
    return page;
  }

  /// From now on words are noted there, too.
  void note_words(std::vector<ShownWords>* notes) { notes_ = notes; }
  /// From now on words that are cut are noted there, so that the whole can be said.
  void note_cut_words(std::vector<CutWords>* notes) { cut_notes_ = notes; }
  /// What stands in `box` is the beginning of `whole`.
  void note_cut(Box box, std::string_view whole);

  void draw(const Shapes& shapes);

  void rect(const RectShape& shape);
  void path(const PathShape& shape);
  void circle(const CircleShape& shape);
  void text(const TextShape& shape);
  void push_clip(Box box);
  void pop_clip();

  // The same for those who draw by hand.
  void fill(Box box, Paint paint, float radius = 0);
  void frame(Box box, Paint fill, Paint stroke, float radius = 0, float width = 1);
  void line(Point from, Point to, Paint paint, float width = 1, Dash dash = Dash::solid);
  void polygon(std::span<const Point> points, Paint paint);
  /// On a baseline.
  void words(Point at, std::string_view text, float size, Face face, Paint paint,
             Align align = Align::left);
  /// Cut with … where the room ends.
  void words_in(Point at, float room, std::string_view text, float size, Face face, Paint paint,
                Align align = Align::left);

  [[nodiscard]] float scale() const { return scale_; }
  [[nodiscard]] const Theme& theme() const { return *theme_; }
  [[nodiscard]] ImDrawList& list() { return *list_; }

 private:
  [[nodiscard]] ImVec2 at(Point p) const {
    return {origin_.x + p.x * scale_, origin_.y + p.y * scale_};
  }
  /// On whole pixels.
  [[nodiscard]] ImVec2 snapped(Point p) const;
  [[nodiscard]] ImU32 colour(Paint paint) const;
  void hatch(const RectShape& shape);
  void weave(const WeaveMarks& marks, float scale);
  void dashed(std::span<const Point> points, bool closed, Paint paint, float width, Dash dash);

  ImDrawList* list_;
  Glyphs* glyphs_;
  const Theme* theme_;
  float scale_;
  Point origin_;
  std::vector<ShownWords>* notes_ = nullptr;
  std::vector<CutWords>* cut_notes_ = nullptr;
};

}  // namespace interleave
