#include "app/window/painter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "app/timeline/measure.h"
#include "app/timeline/utf8.h"
#include "app/window/imgui_compat.h"

namespace interleave {

namespace {

constexpr float kHatchPitch = 9.9F;  // 7 px between lines, measured across them
constexpr float kHatchWidth = 2.8F;  // 2 px, likewise
constexpr float kDash = 3;
constexpr float kDashGap = 2;
constexpr float kDotGap = 6;

bool seen(Paint paint) { return paint.role != Role::none && paint.alpha > 0; }

/// What is left of a convex polygon on one side of an upright or level line.
template <class Inside, class Cut>
std::vector<ImVec2> clipped(const std::vector<ImVec2>& points, Inside inside, Cut cut) {
  std::vector<ImVec2> kept;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const ImVec2 a = points[i];
    const ImVec2 b = points[(i + 1) % points.size()];
    if (inside(a)) {
      kept.push_back(a);
    }
    if (inside(a) != inside(b)) {
      kept.push_back(cut(a, b));
    }
  }
  return kept;
}

ImVec2 cut_at_x(ImVec2 a, ImVec2 b, float x) {
  const float t = (x - a.x) / (b.x - a.x);
  return {x, a.y + t * (b.y - a.y)};
}

/// Corners of a rounded box, as a polygon.
std::vector<Point> rounded_outline(Box box, float radius) {
  radius = std::min({radius, box.width / 2, box.height / 2});
  if (radius <= 0) {
    return {
        {box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}};
  }
  std::vector<Point> points;
  const std::array<Point, 4> centres = {{{box.right() - radius, box.y + radius},
                                         {box.right() - radius, box.bottom() - radius},
                                         {box.x + radius, box.bottom() - radius},
                                         {box.x + radius, box.y + radius}}};
  constexpr int kSteps = 4;
  for (std::size_t corner = 0; corner < 4; ++corner) {
    for (int i = 0; i <= kSteps; ++i) {
      const float angle =
          (static_cast<float>(corner) - 1 + static_cast<float>(i) / kSteps) * 1.5707963F;
      points.push_back({centres.at(corner).x + radius * std::cos(angle),
                        centres.at(corner).y + radius * std::sin(angle)});
    }
  }
  return points;
}

}  // namespace

ImVec2 Painter::snapped(Point p) const {
  const ImVec2 q = at(p);
  return {std::floor(q.x + 0.5F), std::floor(q.y + 0.5F)};
}

ImU32 Painter::colour(Paint paint) const {
  const Colour c = theme_->resolve(paint);
  return IM_COL32(c.r, c.g, c.b, c.a);
}

void Painter::draw(const Shapes& shapes) {
  for (const Shape& shape : shapes) {
    if (const auto* rectangle = std::get_if<RectShape>(&shape.form)) {
      rect(*rectangle);
    } else if (const auto* line_path = std::get_if<PathShape>(&shape.form)) {
      path(*line_path);
    } else if (const auto* round = std::get_if<CircleShape>(&shape.form)) {
      circle(*round);
    } else if (const auto* label = std::get_if<TextShape>(&shape.form)) {
      text(*label);
      if (!shape.title.empty() && label->text.find("…") != std::string::npos) {
        const float width = embedded_measure().width(label->text, label->face, label->size);
        note_cut({label->at.x, label->at.y - label->size, width, 1.3F * label->size}, shape.title);
      }
    } else if (const auto* clip = std::get_if<PushClip>(&shape.form)) {
      push_clip(clip->box);
    } else {
      pop_clip();
    }
  }
}

void Painter::rect(const RectShape& shape) {
  const ImVec2 from = snapped({shape.box.x, shape.box.y});
  ImVec2 to = snapped({shape.box.right(), shape.box.bottom()});
  to.x = std::max(to.x, from.x + (shape.box.width > 0 ? 1.0F : 0.0F));
  to.y = std::max(to.y, from.y + (shape.box.height > 0 ? 1.0F : 0.0F));
  const float radius = shape.radius * scale_;
  if (seen(shape.fill)) {
    list_->AddRectFilled(from, to, colour(shape.fill), radius);
    weave(weave_marks(theme_->weave(shape.fill), shape.box, shape.hatch_scale), shape.hatch_scale);
  }
  if (shape.hatch != Hatch::none && seen(shape.hatch_paint)) {
    hatch(shape);
  }
  if (!seen(shape.stroke)) {
    return;
  }
  if (shape.dash == Dash::solid) {
    const float width = std::max(1.0F, shape.stroke_width * scale_);
    compat::stroke_rect(*list_, from, to, colour(shape.stroke), radius, width);
  } else {
    dashed(rounded_outline(shape.box, shape.radius), true, shape.stroke, shape.stroke_width,
           shape.dash);
  }
}

void Painter::weave(const WeaveMarks& marks, float scale) {
  const ImU32 ink = colour({Role::panel, 0, 1});
  for (const auto& [from, to] : marks.lines) {
    list_->AddLine(at(from), at(to), ink, std::max(1.0F, kWeaveLine_px * scale * scale_));
  }
  for (const Point& dot : marks.dots) {
    list_->AddCircleFilled(at(dot), std::max(0.8F, kWeaveDot_px * scale * scale_), ink);
  }
}

void Painter::hatch(const RectShape& shape) {
  const ImVec2 from = snapped({shape.box.x, shape.box.y});
  const ImVec2 to = snapped({shape.box.right(), shape.box.bottom()});
  const float height = to.y - from.y;
  const float times = std::max(1.0F, shape.hatch_scale);  // never finer than at scale 1
  const float pitch = kHatchPitch * scale_ * times;
  const float width = kHatchWidth * scale_ * times;
  const bool rising = shape.hatch == Hatch::rising;
  const ImU32 ink = colour(shape.hatch_paint);
  // Lines keep their places on the screen, so that neighbouring boxes continue each other.
  const float clip_left = std::max(from.x, list_->GetClipRectMin().x);
  const float clip_right = std::min(to.x, list_->GetClipRectMax().x);
  if (clip_right <= clip_left || height <= 0) {
    return;
  }
  const float start = std::floor((clip_left - height - origin_.x) / pitch) * pitch + origin_.x;
  for (float x = start; x < clip_right; x += pitch) {
    const float top = rising ? x + height : x;
    const float bottom = rising ? x : x + height;
    std::vector<ImVec2> band = {
        {top, from.y}, {top + width, from.y}, {bottom + width, to.y}, {bottom, to.y}};
    band = clipped(
        band, [&](ImVec2 p) { return p.x >= clip_left; },
        [&](ImVec2 a, ImVec2 b) { return cut_at_x(a, b, clip_left); });
    band = clipped(
        band, [&](ImVec2 p) { return p.x <= clip_right; },
        [&](ImVec2 a, ImVec2 b) { return cut_at_x(a, b, clip_right); });
    if (band.size() >= 3) {
      list_->AddConvexPolyFilled(band.data(), static_cast<int>(band.size()), ink);
    }
  }
}

void Painter::path(const PathShape& shape) {
  std::vector<ImVec2> points;
  points.reserve(shape.points.size());
  for (const Point p : shape.points) {
    points.push_back(at(p));
  }
  const auto count = static_cast<int>(points.size());
  if (seen(shape.fill) && count >= 3) {
    list_->AddConvexPolyFilled(points.data(), count, colour(shape.fill));
  }
  if (!seen(shape.stroke) || count < 2) {
    return;
  }
  if (count == 2) {
    line(shape.points[0], shape.points[1], shape.stroke, shape.stroke_width, shape.dash);
  } else if (shape.dash == Dash::solid) {
    list_->AddPolyline(points.data(), count, colour(shape.stroke),
                       shape.closed ? ImDrawFlags_Closed : ImDrawFlags_None,
                       std::max(1.0F, shape.stroke_width * scale_));
  } else {
    dashed(shape.points, shape.closed, shape.stroke, shape.stroke_width, shape.dash);
  }
}

void Painter::line(Point from, Point to, Paint paint, float width, Dash dash) {
  const float thick = std::max(1.0F, width * scale_);
  const ImVec2 a = at(from);
  const ImVec2 b = at(to);
  if (dash != Dash::solid) {
    const std::array<Point, 2> points = {from, to};
    dashed(points, false, paint, width, dash);
  } else if (from.x == to.x || from.y == to.y) {
    // Upright and level lines are boxes on whole pixels: sharp at any scale.
    const float thickness = std::max(1.0F, std::round(thick));
    const float half = thickness / 2;
    ImVec2 p(std::min(a.x, b.x), std::min(a.y, b.y));
    ImVec2 q(std::max(a.x, b.x), std::max(a.y, b.y));
    if (from.x == to.x) {
      p.x = std::floor(p.x - half + 0.5F);
      q.x = p.x + thickness;
    } else {
      p.y = std::floor(p.y - half + 0.5F);
      q.y = p.y + thickness;
    }
    list_->AddRectFilled(p, q, colour(paint));
  } else {
    list_->AddLine(a, b, colour(paint), thick);
  }
}

void Painter::dashed(std::span<const Point> points, bool closed, Paint paint, float width,
                     Dash dash) {
  const bool dots = dash == Dash::dotted;
  const float on = dots ? width : kDash;
  const float off = dots ? std::max(kDotGap - width, width) : kDashGap;
  const std::size_t sides = closed ? points.size() : points.size() - 1;
  float into = 0;  // how far into the pattern the next side begins
  for (std::size_t i = 0; i < sides; ++i) {
    const Point a = points[i];
    const Point b = points[(i + 1) % points.size()];
    const float length = std::hypot(b.x - a.x, b.y - a.y);
    if (length <= 0) {
      continue;
    }
    const Point step{(b.x - a.x) / length, (b.y - a.y) / length};
    for (float x = -into; x < length; x += on + off) {
      const float begin = std::max(x, 0.0F);
      const float end = std::min(x + on, length);
      if (end > begin) {
        line({a.x + step.x * begin, a.y + step.y * begin}, {a.x + step.x * end, a.y + step.y * end},
             paint, width);
      }
    }
    into = std::fmod(into + length, on + off);
  }
}

void Painter::circle(const CircleShape& shape) {
  const ImVec2 centre = at(shape.centre);
  const float radius = shape.radius * scale_;
  if (seen(shape.fill)) {
    list_->AddCircleFilled(centre, radius, colour(shape.fill));
    weave(weave_marks(theme_->weave(shape.fill), shape.centre, shape.radius),
          circle_weave_scale(shape.radius));
  }
  if (seen(shape.stroke)) {
    list_->AddCircle(centre, radius, colour(shape.stroke), 0,
                     std::max(1.0F, shape.stroke_width * scale_));
  }
}

void Painter::text(const TextShape& shape) {
  if (shape.text.empty() || !seen(shape.paint)) {
    return;
  }
  ImVec2 pen = at(shape.at);
  const float size = shape.size * scale_;
  if (shape.align != Align::left) {
    const float width = embedded_measure().width(shape.text, shape.face, size);
    pen.x -= shape.align == Align::middle ? width / 2 : width;
  }
  const float baseline = std::floor(pen.y + 0.5F);
  const ImVec2 clip_min = list_->GetClipRectMin();
  const ImVec2 clip_max = list_->GetClipRectMax();
  // At an edge that something scrolls under, words are shown whole or not at all.
  const float capitals = 0.7F * size;
  if (baseline - capitals < clip_min.y - 1 || baseline > clip_max.y + 1 || pen.x > clip_max.x) {
    return;
  }
  if (notes_ != nullptr) {
    const float width = embedded_measure().width(shape.text, shape.face, size);
    notes_->push_back({shape.text,
                       {pen.x, baseline - 0.75F * size, width, 0.95F * size},
                       {clip_min.x, clip_min.y, clip_max.x - clip_min.x, clip_max.y - clip_min.y},
                       size});
  }
  const ImU32 ink = colour(shape.paint);
  compat::push_texture(*list_, glyphs_->texture());
  for (std::size_t i = 0; i < shape.text.size() && pen.x < clip_max.x;) {
    const char32_t letter = next_code_point(shape.text, i);
    const float quarters = std::floor(pen.x * 4 + 0.5F);
    const float whole = std::floor(quarters / 4);
    const Glyphs::Glyph& glyph =
        glyphs_->get(shape.face, size, letter, static_cast<int>(quarters - whole * 4));
    if (glyph.width > 0) {
      const ImVec2 from(whole + glyph.dx, baseline + glyph.dy);
      list_->PrimReserve(6, 4);
      list_->PrimRectUV(from, {from.x + glyph.width, from.y + glyph.height}, {glyph.u0, glyph.v0},
                        {glyph.u1, glyph.v1}, ink);
    }
    pen.x += glyph.advance;
  }
  compat::pop_texture(*list_);
}

void Painter::push_clip(Box box) {
  list_->PushClipRect(snapped({box.x, box.y}), snapped({box.right(), box.bottom()}), true);
}

void Painter::pop_clip() { list_->PopClipRect(); }

void Painter::fill(Box box, Paint paint, float radius) {
  RectShape shape;
  shape.box = box;
  shape.radius = radius;
  shape.fill = paint;
  rect(shape);
}

void Painter::frame(Box box, Paint fill_paint, Paint stroke, float radius, float width) {
  RectShape shape;
  shape.box = box;
  shape.radius = radius;
  shape.fill = fill_paint;
  shape.stroke = stroke;
  shape.stroke_width = width;
  rect(shape);
}

void Painter::polygon(std::span<const Point> points, Paint paint) {
  PathShape shape;
  shape.points.assign(points.begin(), points.end());
  shape.closed = true;
  shape.fill = paint;
  path(shape);
}

void Painter::words(Point where, std::string_view words_text, float size, Face face, Paint paint,
                    Align align) {
  text(TextShape{where, std::string(words_text), size, face, align, paint});
}

void Painter::words_in(Point where, float room, std::string_view words_text, float size, Face face,
                       Paint paint, Align align) {
  const std::string shown = shortened(embedded_measure(), words_text, face, size, room);
  words(where, shown, size, face, paint, align);
  if (shown.size() != words_text.size() && cut_notes_ != nullptr) {
    const float left = align == Align::left ? 0 : align == Align::middle ? room / 2 : room;
    note_cut({where.x - left, where.y - size, room, 1.3F * size}, words_text);
  }
}

void Painter::note_cut(Box box, std::string_view whole) {
  if (cut_notes_ == nullptr) {
    return;
  }
  const ImVec2 from = at({box.x, box.y});
  const ImVec2 to = at({box.right(), box.bottom()});
  const ImVec2 clip_min = list_->GetClipRectMin();
  const ImVec2 clip_max = list_->GetClipRectMax();
  const float x = std::max(from.x, clip_min.x);
  const float y = std::max(from.y, clip_min.y);
  const float width = std::min(to.x, clip_max.x) - x;
  const float height = std::min(to.y, clip_max.y) - y;
  if (width > 0 && height > 0) {
    cut_notes_->push_back({{x, y, width, height}, std::string(whole)});
  }
}

}  // namespace interleave
