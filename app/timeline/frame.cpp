#include "app/timeline/frame.h"

#include <algorithm>

namespace interleave {
namespace {

constexpr float kAscent = 0.78F;
constexpr float kDescent = 0.22F;

bool overlap(const Box& a, const Box& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

Metrics scaled(Metrics m, float scale) {
  for (float* size :
       {&m.name_width, &m.header_pad, &m.left_pad, &m.right_pad, &m.lane_pitch, &m.bar_height,
        &m.name_size, &m.note_size, &m.label_size, &m.tick_size, &m.title_size, &m.run_gap}) {
    *size *= scale;
  }
  return m;
}

}  // namespace

std::size_t Words::row_of(float y) {
  return static_cast<std::size_t>(std::clamp(y, 0.0F, 1e6F) / kRow);
}

bool Words::is_free(const Box& box) const {
  const bool inside = box.x >= page_.x && box.right() <= page_.right() && box.y >= page_.y &&
                      box.bottom() <= page_.bottom();
  if (!inside) {
    return false;
  }
  for (std::size_t row = row_of(box.y); row <= row_of(box.bottom()) && row < rows_.size(); ++row) {
    for (const Box& taken : rows_[row]) {
      if (overlap(taken, box)) {
        return false;
      }
    }
  }
  return true;
}

bool Words::take(const Box& box) {
  if (!is_free(box)) {
    return false;
  }
  const std::size_t last = row_of(box.bottom());
  if (rows_.size() <= last) {
    rows_.resize(last + 1);
  }
  for (std::size_t row = row_of(box.y); row <= last; ++row) {
    rows_[row].push_back(box);
  }
  return true;
}

Frame::Frame(const TimelineView& of, const Measure& with, Timeline& into)
    : view(of),
      measure(with),
      out(into),
      colours(of.runs),
      scale(of.scale),
      m(scaled(of.metrics, of.scale)),
      k(of.metrics.bar_height * of.scale / 24),
      target(&into.shapes) {
  words.set_page({0, 0, of.width, of.height});
}

Box Frame::box_of(const Label& label, Point at, Align align) const {
  const float width = text_width(label);
  const float part = align == Align::left ? 0.0F : align == Align::middle ? 0.5F : 1.0F;
  return {at.x - width * part, at.y - label.size * kAscent, width,
          label.size * (kAscent + kDescent)};
}

RectShape& Frame::rect(const Box& box, Paint fill, float radius, std::string title) {
  RectShape shape;
  shape.box = box;
  shape.fill = fill;
  shape.radius = radius;
  shape.hatch_scale = k;
  target->push_back({std::move(shape), std::move(title)});
  return std::get<RectShape>(target->back().form);
}

PathShape& Frame::path(std::vector<Point> points, bool closed, Paint fill, Paint stroke,
                       float width) {
  PathShape shape;
  shape.points = std::move(points);
  shape.closed = closed;
  shape.fill = fill;
  shape.stroke = stroke;
  shape.stroke_width = width;
  target->push_back({std::move(shape), {}});
  return std::get<PathShape>(target->back().form);
}

void Frame::line(Point a, Point b, Paint stroke, float width, Dash dash) {
  path({a, b}, false, {}, stroke, width).dash = dash;
}

void Frame::circle(Point centre, float radius, Paint fill, Paint stroke, float width) {
  target->push_back({CircleShape{centre, radius, fill, stroke, width}, {}});
}

void Frame::text(const Label& label, Point at, Align align, std::string title) {
  TextShape shape;
  shape.at = at;
  shape.text = label.text;
  shape.size = label.size;
  shape.face = label.face;
  shape.align = align;
  shape.paint = label.paint;
  target->push_back({std::move(shape), std::move(title)});
}

bool Frame::text_if_free(const Label& label, Point at, Align align, std::string title) {
  if (label.text.empty() || !words.take(box_of(label, at, align))) {
    return false;
  }
  text(label, at, align, std::move(title));
  return true;
}

void Frame::hit(Hit::What what, const Box& box, std::size_t run, TaskId task, Seq seq,
                std::int64_t t_ns) {
  out.hits.push_back({what, box, run, task, seq, t_ns, {LaneKey::What::task, task, 0}});
}

void Frame::clip(const Box& box) { target->push_back({PushClip{box}, {}}); }
void Frame::unclip() { target->push_back({PopClip{}, {}}); }

Lift::Lift(Frame& frame, const RunFrame& run, Seq seq, float x, Over over)
    : frame_(frame), before_(frame.target) {
  const bool here = run.has_playhead && !run.ahead(seq) && x > run.playhead_x - 14 * frame.k &&
                    x < run.playhead_x + frame.k;
  if (here) {
    frame_.target = over == Over::line ? &frame_.over_line : &frame_.over_veil;
  }
}

Lift::~Lift() { frame_.target = before_; }

float RunFrame::x_at(const Frame& frame, std::int64_t t_ns, Seq seq) const {
  return frame.map().to_x(columns ? columns->edge(seq) : static_cast<double>(t_ns));
}

}  // namespace interleave
