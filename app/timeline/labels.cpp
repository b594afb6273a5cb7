#include <algorithm>

#include "app/timeline/parts.h"

namespace interleave {
namespace {

// Words keep this clear of the playhead and of other uprights.
constexpr float kClear_px = 8;
// A pill is so much wider than its words, of their size; at the least, where it is narrow.
constexpr float kPillPadding = 1.6F;
constexpr float kLeastPadding = 0.8F;

// On the time axis runs of no length stand on the edges of what waits: words keep clear of their
// caps.
Stretch inside(const Frame& frame, const Box& bar, bool plain) {
  const bool caps = frame.view.axis == Axis::time && !plain;
  const float inset = caps ? 6 * frame.k : 0.15F * frame.m.label_size;
  const float x0 = std::max(bar.x, frame.map().x0);
  const float x1 = std::min(bar.right(), frame.map().x1);
  return {x0 + inset, x1 - inset};
}

void draw_plain(Frame& frame, const Label& label, const Stretch& free, const Box& bar) {
  const Point at{(free.x0 + free.x1) / 2, bar.y + bar.height / 2 + 0.36F * label.size};
  frame.text_if_free(label, at, Align::middle);
}

void draw_pill(Frame& frame, const Label& label, const Stretch& free, const Box& bar,
               Paint stroke) {
  const float middle_x = (free.x0 + free.x1) / 2;
  const float middle_y = bar.y + bar.height / 2;
  const Point at{middle_x, middle_y + 0.36F * label.size};
  if (!frame.words.take(frame.box_of(label, at, Align::middle))) {
    return;
  }
  const float height = 1.55F * label.size;
  const float width = std::min(frame.text_width(label) + kPillPadding * label.size, free.width());
  RectShape& pill = frame.rect({middle_x - width / 2, middle_y - height / 2, width, height},
                               paint(Role::panel), height / 2);
  pill.stroke = stroke;
  pill.stroke_width = 1.1F * frame.k;
  frame.text(label, at, Align::middle);
}

// Longest first. That the thread is blocked is said even where it needs smaller type.
std::vector<Label> candidates(const Frame& frame, const RunFrame& run, const Lane& lane,
                              const Span& span, Label label) {
  std::vector<Label> labels;
  for (std::string& text : span_labels(*run.trace, lane.task, span)) {
    label.text = std::move(text);
    labels.push_back(label);
  }
  if (span.blocked && !labels.empty()) {
    const float size = label.size;
    for (const float part : {0.85F, 0.72F}) {
      label.size = size * part;
      if (label.size >= frame.m.least_size) {
        labels.push_back(label);
      }
    }
  }
  return labels;
}

}  // namespace

Stretch widest_free(const Frame& frame, const RunFrame& run, float x0, float x1) {
  std::vector<float> cuts;
  for (const float x : run.uprights) {
    if (x > x0 - kClear_px && x < x1 + kClear_px) {
      cuts.push_back(x);
    }
  }
  std::sort(cuts.begin(), cuts.end());
  const float clear = kClear_px * std::max(1.0F, frame.scale);
  Stretch best{x0, x0};
  float left = x0;
  for (const float cut : cuts) {
    const Stretch free{left, std::min(x1, cut - clear)};
    if (free.width() > best.width()) {
      best = free;
    }
    left = std::max(left, cut + clear);
  }
  const Stretch rest{left, x1};
  return rest.width() > best.width() ? rest : best;
}

void draw_span_label(Frame& frame, const RunFrame& run, const Lane& lane, const Piece& piece,
                     const Box& bar) {
  const Span& span = piece.span;
  if (span.state == TaskState::ready || bar.width < 0.8F * frame.m.label_size ||
      !is_told(frame, run, bar.width)) {
    return;
  }
  const std::uint16_t colour = frame.colours.of(run.index, lane.task);
  const bool plain = span.state == TaskState::running && !span.blocked;
  Label label;
  label.size = frame.m.label_size;
  label.face = span.blocked ? Face::bold : Face::semibold;
  label.paint = plain          ? Paint{Role::on_task, colour, 1}
                : span.blocked ? paint(Role::blocked)
                               : task_paint(colour);
  const Stretch whole = inside(frame, bar, plain);
  const Stretch free = widest_free(frame, run, whole.x0, whole.x1);
  for (const Label& fitting : candidates(frame, run, lane, span, label)) {
    const float padding = plain ? 0 : kLeastPadding * fitting.size;
    if (fitting.text.empty() || frame.text_width(fitting) + padding > free.width()) {
      continue;
    }
    if (plain) {
      draw_plain(frame, fitting, free, bar);
    } else {
      draw_pill(frame, fitting, free, bar, label.paint);
    }
    return;
  }
}

}  // namespace interleave
