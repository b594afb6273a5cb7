#include "app/export/cairo_painter.h"

#include <cairo-ft.h>
#include <cairo.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "app/export/hatch.h"
#include "app/timeline/fonts.h"
#include "app/timeline/theme.h"
#include "app/timeline/weave.h"

namespace interleave {
namespace {

// cairo's faces on the embedded fonts. They live as long as the program: cairo keeps references of
// its own that end at no known time.
class CairoFonts {
 public:
  CairoFonts() {
    if (FT_Init_FreeType(&library_) != 0) {
      throw std::runtime_error("FreeType cannot be started");
    }
    for (std::size_t i = 0; i < kFaceCount; ++i) {
      const std::string_view bytes = font_bytes(static_cast<Face>(i));
      FT_Face face = nullptr;
      if (FT_New_Memory_Face(library_, reinterpret_cast<const FT_Byte*>(bytes.data()),
                             static_cast<FT_Long>(bytes.size()), 0, &face) != 0) {
        throw std::runtime_error("an embedded font cannot be read");
      }
      faces_[i] = cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_NO_HINTING);
    }
  }
  [[nodiscard]] cairo_font_face_t* face(Face face) const {
    return faces_[static_cast<std::size_t>(face)];
  }

 private:
  FT_Library library_ = nullptr;
  std::array<cairo_font_face_t*, kFaceCount> faces_{};
};

const CairoFonts& fonts() {
  static const CairoFonts* const fonts = new CairoFonts;
  return *fonts;
}

class Painter {
 public:
  Painter(cairo_t* cairo, const Theme& theme) : cairo_(cairo), theme_(theme) {
    // Unhinted and unsnapped: letters stand where the layout measured them, on every machine.
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(cairo_, options);
    cairo_font_options_destroy(options);
    cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
  }

  void operator()(const RectShape& shape) {
    outline(shape.box, shape.radius);
    fill(shape.fill);
    weave(weave_marks(theme_.weave(shape.fill), shape.box, shape.hatch_scale), shape.hatch_scale);
    if (shape.hatch != Hatch::none) {
      hatch(shape);
    }
    stroke(shape.stroke, shape.stroke_width, shape.dash);
    cairo_new_path(cairo_);
  }

  void operator()(const PathShape& shape) {
    for (const Point& point : shape.points) {
      cairo_line_to(cairo_, point.x, point.y);
    }
    if (shape.closed) {
      cairo_close_path(cairo_);
    }
    fill(shape.fill);
    stroke(shape.stroke, shape.stroke_width, shape.dash);
    cairo_new_path(cairo_);
  }

  void operator()(const CircleShape& shape) {
    cairo_new_sub_path(cairo_);
    cairo_arc(cairo_, shape.centre.x, shape.centre.y, shape.radius, 0, 2 * M_PI);
    fill(shape.fill);
    weave(weave_marks(theme_.weave(shape.fill), shape.centre, shape.radius),
          circle_weave_scale(shape.radius));
    stroke(shape.stroke, shape.stroke_width, Dash::solid);
    cairo_new_path(cairo_);
  }

  void operator()(const TextShape& shape) {
    const float part = shape.align == Align::left     ? 0.0F
                       : shape.align == Align::middle ? 0.5F
                                                      : 1.0F;
    const float width = embedded_measure().width(shape.text, shape.face, shape.size);
    cairo_set_font_face(cairo_, fonts().face(shape.face));
    cairo_set_font_size(cairo_, shape.size);
    set(shape.paint);
    cairo_move_to(cairo_, shape.at.x - width * part, shape.at.y);
    cairo_show_text(cairo_, shape.text.c_str());
    cairo_new_path(cairo_);
  }

  void operator()(const PushClip& shape) {
    cairo_save(cairo_);
    cairo_rectangle(cairo_, shape.box.x, shape.box.y, shape.box.width, shape.box.height);
    cairo_clip(cairo_);
  }
  void operator()(const PopClip&) { cairo_restore(cairo_); }

 private:
  void set(Paint paint) {
    const Colour c = theme_.resolve(paint);
    cairo_set_source_rgba(cairo_, c.r / 255.0, c.g / 255.0, c.b / 255.0, c.a / 255.0);
  }

  void fill(Paint paint) {
    if (paint.role != Role::none) {
      set(paint);
      cairo_fill_preserve(cairo_);
    }
  }

  void stroke(Paint paint, float width, Dash dash) {
    if (paint.role == Role::none || width <= 0) {
      return;
    }
    const double w = width;
    const std::array<double, 2> dashed = {w * kDash, w * kDashGap};
    const std::array<double, 2> dotted = {w * kDot, w * kDotGap};
    set(paint);
    cairo_set_line_width(cairo_, w);
    cairo_set_dash(cairo_, dash == Dash::dotted ? dotted.data() : dashed.data(),
                   dash == Dash::solid ? 0 : 2, 0);
    cairo_stroke_preserve(cairo_);
  }

  void outline(const Box& box, float radius) {
    const double r = std::min({static_cast<double>(radius), box.width / 2.0, box.height / 2.0});
    if (r <= 0) {
      cairo_rectangle(cairo_, box.x, box.y, box.width, box.height);
      return;
    }
    const double right = box.right();
    const double bottom = box.bottom();
    cairo_new_sub_path(cairo_);
    cairo_arc(cairo_, right - r, box.y + r, r, -M_PI / 2, 0);
    cairo_arc(cairo_, right - r, bottom - r, r, 0, M_PI / 2);
    cairo_arc(cairo_, box.x + r, bottom - r, r, M_PI / 2, M_PI);
    cairo_arc(cairo_, box.x + r, box.y + r, r, M_PI, 1.5 * M_PI);
    cairo_close_path(cairo_);
  }

  // Lines on which (x + y) / √2, or (x - y) / √2, is a whole number and a half of spacings; only
  // those that meet the box.
  void hatch(const RectShape& shape) {
    const bool rising = shape.hatch == Hatch::rising;
    const double spacing =
        (rising ? kRisingSpacing : kFallingSpacing) * shape.hatch_scale * M_SQRT2;
    const Box& box = shape.box;
    const double y0 = box.y;
    const double y1 = box.bottom();
    const double low = rising ? box.x + y0 : box.x - y1;
    const double high = rising ? box.right() + y1 : box.right() - y0;
    cairo_save(cairo_);
    cairo_clip_preserve(cairo_);
    cairo_new_path(cairo_);
    for (double n = std::floor(low / spacing) - 0.5; n * spacing <= high + spacing; n += 1) {
      const double c = n * spacing;
      cairo_move_to(cairo_, rising ? c - y0 : c + y0, y0);
      cairo_line_to(cairo_, rising ? c - y1 : c + y1, y1);
    }
    set(shape.hatch_paint);
    cairo_set_dash(cairo_, nullptr, 0, 0);
    cairo_set_line_width(cairo_, (rising ? kRisingWidth : kFallingWidth) * shape.hatch_scale);
    cairo_stroke(cairo_);
    cairo_restore(cairo_);
    outline(shape.box, shape.radius);
  }

  // Over the path's fill.
  void weave(const WeaveMarks& marks, float scale) {
    if (marks.lines.empty() && marks.dots.empty()) {
      return;
    }
    cairo_path_t* outline = cairo_copy_path(cairo_);
    cairo_save(cairo_);
    cairo_clip(cairo_);
    set({Role::panel, 0, 1});
    for (const auto& [from, to] : marks.lines) {
      cairo_move_to(cairo_, from.x, from.y);
      cairo_line_to(cairo_, to.x, to.y);
    }
    cairo_set_dash(cairo_, nullptr, 0, 0);
    cairo_set_line_width(cairo_, kWeaveLine_px * scale);
    cairo_stroke(cairo_);
    for (const Point& dot : marks.dots) {
      cairo_new_sub_path(cairo_);
      cairo_arc(cairo_, dot.x, dot.y, kWeaveDot_px * scale, 0, 2 * M_PI);
    }
    cairo_fill(cairo_);
    cairo_restore(cairo_);
    cairo_append_path(cairo_, outline);
    cairo_path_destroy(outline);
  }

  cairo_t* cairo_;
  const Theme& theme_;
};

}  // namespace

void paint_page(cairo_t* cairo, const Page& page) {
  cairo_save(cairo);
  Painter painter(cairo, theme(page.theme));
  for (const Shape& shape : page.shapes) {
    std::visit(painter, shape.form);
  }
  cairo_restore(cairo);
}

}  // namespace interleave
