#include <algorithm>
#include <cmath>

#include "app/timeline/parts.h"
#include "app/trace/stops.h"

namespace interleave {
namespace {

// The least of 1, 2, 5, 10, 20, 50 … nanoseconds for which `fits` says yes.
template <class Fits>
std::int64_t nice_step(Fits fits) {
  std::int64_t power = 1;
  for (int decade = 0; decade < 18; ++decade, power *= 10) {
    for (const std::int64_t factor : {1, 2, 5}) {
      if (fits(factor * power)) {
        return factor * power;
      }
    }
  }
  return power;
}

double pixels_per_ns(const AxisMap& map) {
  return (static_cast<double>(map.x1) - map.x0) / std::max(1.0, map.to - map.from);
}

Label tick_label(const Frame& frame, std::int64_t t_ns) {
  return {seconds_text(t_ns), frame.m.tick_size, Face::regular, paint(Role::ink_soft)};
}

// Labels stand at least a label's width apart, and further where there is room for more than two.
std::int64_t tick_step(const Frame& frame) {
  const double per_ns = pixels_per_ns(frame.map());
  const float airy = std::min(7.5F * frame.m.tick_size, (frame.map().x1 - frame.map().x0) / 3);
  const auto last = static_cast<std::int64_t>(frame.map().to);
  return nice_step([&](std::int64_t step) {
    const float widest = std::max(frame.text_width(tick_label(frame, last - last % step)),
                                  frame.text_width(tick_label(frame, step)));
    return static_cast<double>(step) * per_ns >=
           std::max(widest * 1.5F + frame.m.tick_size * 1.2F, airy);
  });
}

}  // namespace

void draw_time_axis(Frame& frame, RunFrame& run) {
  const AxisMap& map = frame.map();
  const std::int64_t step = tick_step(frame);
  const auto from = static_cast<std::int64_t>(std::max(0.0, std::floor(map.from)));
  const float baseline = run.lanes_top - 0.65F * frame.m.tick_size;
  const float width = 0.85F * frame.k;
  // Half a step gets a dotted line and no label.
  const std::int64_t half = step % 2 == 0 ? step / 2 : step;
  for (std::int64_t t = from / half * half; static_cast<double>(t) <= map.to; t += half) {
    const float x = map.to_x(static_cast<double>(t));
    if (x < map.x0 - 0.5F) {
      continue;
    }
    const bool whole = t % step == 0;
    frame.line({x, run.lanes_top}, {x, run.lanes_bottom},
               paint(whole ? Role::grid : Role::grid_soft), width,
               whole ? Dash::solid : Dash::dotted);
    const float half_width = frame.text_width(tick_label(frame, t)) / 2 + 4 * frame.scale;
    const bool under_playhead = run.has_playhead && std::abs(x - run.playhead_x) < half_width;
    if (whole && !under_playhead) {
      frame.text_if_free(tick_label(frame, t), {x, baseline}, Align::middle);
    }
  }
}

namespace {

// Gives how far it is drawn.
float draw_wash_of(Frame& frame, const RunFrame& run, Seq seq, std::int64_t t_ns,
                   std::int64_t end_ns, float drawn_to) {
  const float end = frame.view.mask && run.has_playhead ? run.playhead_x : frame.map().x1;
  const float x0 = run.x_at(frame, t_ns, seq);
  const float x1 = run.x_at(frame, end_ns, seq + 1);
  const float left = std::max(x0, drawn_to);
  const float right = std::min(x1, end);
  if (right - left < 1) {
    return drawn_to;
  }
  frame.rect({left, run.lanes_top, right - left, run.lanes_bottom - run.lanes_top},
             paint(Role::blocked_wash));
  return right;
}

}  // namespace

void draw_blocked_wash(Frame& frame, const RunFrame& run) {
  float drawn_to = frame.map().x0;
  if (run.thread) {
    // What is as wide as a pixel reaches over an edge of one.
    std::size_t seen = 0;
    for (std::size_t column = 0; column < run.thread->count(); ++column) {
      const ThreadColumns::Work& work = run.thread->work(column);
      if (work.blocked && work.number != seen) {
        seen = work.number;
        drawn_to = draw_wash_of(frame, run, work.seq, work.t_ns, work.end_ns, drawn_to);
      }
    }
    return;
  }
  const SeqList pieces = run.trace->thread_events();
  auto at = pieces.from(run.first_seq);
  // The one before may reach into view.
  at = at == pieces.begin() ? at : at - 1;
  for (; at != pieces.end() && *at <= run.last_seq; ++at) {
    const Event event = (*run.trace)[*at];
    if (event.kind == Kind::blocked) {
      drawn_to = draw_wash_of(frame, run, *at, event.t_ns, event.t_ns + event.duration(), drawn_to);
    }
  }
}

}  // namespace interleave
