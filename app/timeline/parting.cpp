#include <algorithm>

#include "app/timeline/parts.h"
#include "app/trace/stops.h"

namespace interleave {

// A diamond on the ruler's lower edge, and words beside it if there is room.
void draw_parting(Frame& frame, const RunFrame& run) {
  if (!run.run->parts_at || *run.run->parts_at >= run.trace->size()) {
    return;
  }
  const Seq seq = *run.run->parts_at;
  const std::int64_t t_ns = (*run.trace)[seq].t_ns;
  const float x = run.x_at(frame, t_ns, seq);
  if (x < frame.map().x0 - 0.5F || x > frame.map().x1 + 0.5F) {
    return;
  }
  const float r = 0.36F * frame.m.tick_size;
  const Point c{x, run.lanes_top - 0.2F * frame.m.tick_size};
  const Paint ink = paint(Role::accent);
  frame.path({{c.x, c.y - r}, {c.x + r, c.y}, {c.x, c.y + r}, {c.x - r, c.y}}, true, ink, {}, 0);
  frame.target->back().title = "the runs part here, at " + seconds_text(t_ns);
  frame.line({x, c.y + r}, {x, run.lanes_bottom}, paint(Role::accent, 0.6F), frame.k, Dash::dotted);
  const Label words{"they part here", frame.m.tick_size, Face::semibold, ink};
  const float y = run.lanes_top - 0.65F * frame.m.tick_size;
  const float gap = r + 4 * frame.scale;
  const bool right = frame.text_if_free(words, {x + gap, y});
  const bool left = !right && x - gap - frame.text_width(words) >= frame.map().x0 &&
                    frame.text_if_free(words, {x - gap, y}, Align::right);
  const float width = right || left ? frame.text_width(words) + gap : 0;
  frame.hit(Hit::What::parts, {left ? x - width : x - gap, c.y - 3 * r, width + gap, 5 * r},
            run.index, kNoTask, seq, t_ns);
}

}  // namespace interleave
