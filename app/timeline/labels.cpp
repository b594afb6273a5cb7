#include <algorithm>

#include "app/timeline/parts.h"

namespace interleave {
namespace {

// Words keep this clear of the playhead and of other uprights.
constexpr float kClear_px = 8;

// The widest stretch of [x0, x1] without an upright in it.
struct Stretch {
  float x0;
  float x1;
  [[nodiscard]] float width() const { return x1 - x0; }
};

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

// Runs of no length stand on the edges of what waits: their caps keep clear too.
Stretch clear_of_edges(const Frame& frame, const Box& bar) {
  const float inset = 6 * frame.k;
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
  const float width = frame.text_width(label) + 1.6F * label.size;
  RectShape& pill = frame.rect({middle_x - width / 2, middle_y - height / 2, width, height},
                               paint(Role::panel), height / 2);
  pill.stroke = stroke;
  pill.stroke_width = 1.1F * frame.k;
  frame.text(label, at, Align::middle);
}

}  // namespace

void draw_span_label(Frame& frame, const RunFrame& run, const Lane& lane, const Piece& piece,
                     const Box& bar) {
  const Span& span = piece.span;
  if (span.state == TaskState::ready || bar.width < 0.8F * frame.m.label_size) {
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
  Stretch whole = clear_of_edges(frame, bar);
  if (plain) {
    const float inset = 0.2F * label.size;
    whole = {std::max(bar.x, frame.map().x0) + inset,
             std::min(bar.right(), frame.map().x1) - inset};
  }
  const Stretch free = widest_free(frame, run, whole.x0, whole.x1);
  const float padding = plain ? 0 : 1.6F * label.size;
  for (std::string& text : span_labels(*run.trace, lane.task, span)) {
    label.text = std::move(text);
    if (label.text.empty() || frame.text_width(label) + padding > free.width()) {
      continue;
    }
    if (plain) {
      draw_plain(frame, label, free, bar);
    } else {
      draw_pill(frame, label, free, bar, label.paint);
    }
    return;
  }
}

}  // namespace interleave
