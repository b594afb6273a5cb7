#include <algorithm>
#include <array>
#include <optional>

#include "app/timeline/parts.h"
#include "app/trace/stops.h"

namespace interleave {
namespace {

// The pixel of the parting, if it is on view.
std::optional<float> parting_x(const Frame& frame, const RunFrame& run) {
  if (!run.run->parts_at || *run.run->parts_at >= run.trace->size()) {
    return std::nullopt;
  }
  const Seq seq = *run.run->parts_at;
  const float x = run.x_at(frame, (*run.trace)[seq].t_ns, seq);
  const bool in_view = x >= frame.map().x0 - 0.5F && x <= frame.map().x1 + 0.5F;
  return in_view ? std::optional(x) : std::nullopt;
}

// Words keep 8 pixels off the playhead.
bool clear_of_playhead(const Frame& frame, const RunFrame& run, const Box& box) {
  const float clear = 8 * std::max(1.0F, frame.scale);
  return !run.has_playhead || box.right() + clear <= run.playhead_x ||
         box.x - clear >= run.playhead_x;
}

}  // namespace

// A diamond on the ruler's lower edge, and a dotted line down its lanes.
void draw_parting(Frame& frame, const RunFrame& run) {
  const auto x = parting_x(frame, run);
  if (!x) {
    return;
  }
  const Seq seq = *run.run->parts_at;
  const std::int64_t t_ns = (*run.trace)[seq].t_ns;
  const float r = 0.36F * frame.m.tick_size;
  const Point c{*x, run.lanes_top - 0.2F * frame.m.tick_size};
  const Paint ink = paint(Role::accent);
  frame.path({{c.x, c.y - r}, {c.x + r, c.y}, {c.x, c.y + r}, {c.x - r, c.y}}, true, ink, {}, 0);
  frame.target->back().title = "they part here, at " + seconds_text(t_ns);
  frame.line({*x, c.y + r}, {*x, run.lanes_bottom}, paint(Role::accent, 0.6F), frame.k,
             Dash::dotted);
  frame.hit(Hit::What::parts, {*x - 2 * r, c.y - 2 * r, 4 * r, 3.5F * r}, run.index, kNoTask, seq,
            t_ns);
}

// Beside the diamond or above it, where there is room; ticks and the playhead's label go before.
void draw_parting_words(Frame& frame, const RunFrame& run) {
  const auto x = parting_x(frame, run);
  if (!x) {
    return;
  }
  const Label words{"they part here", frame.m.tick_size, Face::semibold, paint(Role::accent)};
  const float gap = 0.36F * frame.m.tick_size + 4 * frame.scale;
  const float beside = run.lanes_top - 0.5F * frame.m.tick_size;
  const float above = run.ruler_top - 0.1F * frame.m.tick_size;
  const float width = frame.text_width(words);
  const std::array<Point, 4> places = {{{*x + gap, beside},
                                        {*x - gap - width, beside},
                                        {*x - gap, above},
                                        {*x + gap - width, above}}};
  for (const Point& at : places) {
    const Box box = frame.box_of(words, at, Align::left);
    if (box.right() <= frame.view.width && clear_of_playhead(frame, run, box) &&
        frame.text_if_free(words, at)) {
      const Seq seq = *run.run->parts_at;
      frame.hit(Hit::What::parts, box, run.index, kNoTask, seq, (*run.trace)[seq].t_ns);
      return;
    }
  }
}

}  // namespace interleave
