#include "app/timeline/frame.h"

#include <algorithm>

namespace interleave {
namespace {

constexpr float kAscent = 0.78F;
constexpr float kDescent = 0.22F;

bool overlap(const Box& a, const Box& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

Box common(const Box& a, const Box& b) {
  const float x = std::max(a.x, b.x);
  const float y = std::max(a.y, b.y);
  return {x, y, std::max(0.0F, std::min(a.right(), b.right()) - x),
          std::max(0.0F, std::min(a.bottom(), b.bottom()) - y)};
}

Metrics scaled(Metrics m, float scale) {
  for (float* size : {&m.name_width, &m.header_pad, &m.header_end, &m.left_pad, &m.right_pad,
                      &m.lane_pitch, &m.bar_height, &m.name_size, &m.note_size, &m.label_size,
                      &m.tick_size, &m.title_size, &m.least_size, &m.run_gap}) {
    *size *= scale;
  }
  return m;
}

}  // namespace

std::size_t Words::row_of(float y) {
  return static_cast<std::size_t>(std::clamp(y, 0.0F, 1e6F) / kRow);
}

bool Words::is_free(const Box& box) const {
  constexpr float rounding = 0.01F;  // words may end at the very edge
  const bool inside = box.x >= page_.x - rounding && box.right() <= page_.right() + rounding &&
                      box.y >= page_.y - rounding && box.bottom() <= page_.bottom() + rounding;
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
  keep(box);
  return true;
}

void Words::keep(const Box& box) {
  const std::size_t last = row_of(box.bottom());
  if (rows_.size() <= last) {
    rows_.resize(last + 1);
  }
  for (std::size_t row = row_of(box.y); row <= last; ++row) {
    rows_[row].push_back(box);
  }
}

Frame::Frame(const TimelineView& of, const Measure& with, Timeline& into)
    : view(of),
      measure(with),
      out(into),
      colours(of.runs),
      scale(of.scale),
      m(scaled(of.metrics, of.scale)),
      k(of.metrics.bar_height * of.scale / 24),
      target(&into.shapes),
      hit_window{0, 0, of.width, of.height} {
  words.set_page({0, 0, of.width, of.height});
}

Box Frame::box_of(const Label& label, Point at, Align align) const {
  const float width = text_width(label);
  const float part = align == Align::left ? 0.0F : align == Align::middle ? 0.5F : 1.0F;
  return {at.x - width * part, at.y - label.size * kAscent, width,
          label.size * (kAscent + kDescent)};
}

RectShape& Frame::rect(const Box& box, Paint fill, float radius, std::string title) {
  // Made where it stays: there are thousands of these in a frame.
  Shape& shape = target->emplace_back();
  shape.title = std::move(title);
  auto& rect = shape.form.emplace<RectShape>();
  rect.box = box;
  rect.fill = fill;
  rect.radius = radius;
  rect.hatch_scale = k;
  return rect;
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
  const Box seen = common(box, hit_window);
  if (seen.width > 0 && seen.height > 0) {
    out.hits.push_back({what, seen, run, task, seq, t_ns, {LaneKey::What::task, task, 0}});
  }
}

void Frame::hit(Hit::What what, const Box& box, std::size_t run, const Lane& lane, Seq seq,
                std::int64_t t_ns) {
  const std::size_t before = out.hits.size();
  hit(what, box, run, lane.task, seq, t_ns);
  if (out.hits.size() > before) {
    out.hits.back().lane = key_of(lane);
  }
}

void Frame::clip(const Box& box) { target->push_back({PushClip{box}, {}}); }
void Frame::unclip() { target->push_back({PopClip{}, {}}); }

Window::Window(Frame& frame, const Box& box)
    : frame_(frame), page_before_(frame.words.page()), hits_before_(frame.hit_window) {
  for (Shapes* shapes : {frame.target, &frame.over_veil, &frame.over_line}) {
    shapes->push_back({PushClip{box}, {}});
  }
  frame.words.set_page(common(page_before_, box));
  frame.hit_window = common(hits_before_, box);
}

Window::~Window() {
  for (Shapes* shapes : {frame_.target, &frame_.over_veil, &frame_.over_line}) {
    const bool nothing_within =
        !shapes->empty() && std::holds_alternative<PushClip>(shapes->back().form);
    if (nothing_within) {
      shapes->pop_back();
    } else {
      shapes->push_back({PopClip{}, {}});
    }
  }
  frame_.words.set_page(page_before_);
  frame_.hit_window = hits_before_;
}

Lift::Lift(Frame& frame, const RunFrame& run, Seq seq, float x, Over over)
    : frame_(frame), before_(frame.target) {
  const bool here = run.has_playhead && !run.ahead(seq) && x > run.playhead_x - 14 * frame.k &&
                    x < run.playhead_x + frame.k;
  if (here) {
    frame_.target = over == Over::line ? &frame_.over_line : &frame_.over_veil;
  }
}

Lift::~Lift() { frame_.target = before_; }

// Those that stay come first; downwards they stand in their order.
std::span<const Lane> RunFrame::lanes_in_sight(const Frame& frame, bool staying, float over) const {
  const auto scrolling =
      std::partition_point(lanes.begin(), lanes.end(), [](const Lane& lane) { return lane.stays; });
  const auto begin = staying ? lanes.begin() : scrolling;
  const auto end = staying ? scrolling : lanes.end();
  const float above = staying ? lanes_top : scroll_top;
  const auto first = std::partition_point(
      begin, end, [&](const Lane& lane) { return lane.top + lane.height + over <= above; });
  const auto last = std::partition_point(
      first, end, [&](const Lane& lane) { return lane.top - over < frame.view.height; });
  return {first, last};
}

float RunFrame::x_at(const Frame& frame, std::int64_t t_ns, Seq seq) const {
  if (dense && dense->narrow_steps()) {
    return dense->x_of(seq);
  }
  return frame.map().to_x(columns ? columns->edge(seq) : static_cast<double>(t_ns));
}

}  // namespace interleave
