#include <algorithm>
#include <cmath>

#include "app/timeline/parts.h"
#include "app/trace/stops.h"

namespace interleave {
namespace {

// Bands narrower than this are left out; the ruler then only says every so many steps.
constexpr float kLeastBand_px = 5;

float band_baseline(const Frame& frame, const RunFrame& run) {
  return run.lanes_top - 0.65F * frame.m.tick_size;
}

void draw_band(Frame& frame, const RunFrame& run, double from, double to, std::int64_t t_ns,
               bool shaded) {
  const AxisMap& map = frame.map();
  const float x0 = std::max(map.to_x(from), map.x0);
  const float x1 = std::min(map.to_x(to), map.x1);
  if (x1 <= x0) {
    return;
  }
  const float top = run.lanes_top - 1.75F * frame.m.tick_size;
  if (shaded && x1 - x0 >= kLeastBand_px) {
    frame.rect({x0, top, x1 - x0, run.lanes_bottom - top}, paint(Role::grid, 0.22F), 0,
               "all at " + seconds_text(t_ns));
  }
  frame.line({x0, top}, {x0, run.lanes_bottom}, paint(Role::grid), 0.85F * frame.k);
  const Label label{seconds_text(t_ns), frame.m.tick_size, Face::semibold, paint(Role::ink_soft)};
  const float inset = std::min(0.5F * frame.m.tick_size, 6 * frame.k);
  const float width = frame.text_width(label);
  // At its left end; behind the playhead if this stands there.
  Stretch room{x0 + inset, x1};
  if (run.has_playhead && run.playhead_x > x0 - 8 && run.playhead_x < room.x0 + width + 8) {
    room.x0 = run.playhead_x + 8 * std::max(1.0F, frame.scale);
  }
  if (width < room.width()) {
    frame.text_if_free(label, {room.x0, band_baseline(frame, run)});
  }
}

// Columns of steps (and, without a loop, of pieces), found by the events that open them.
std::int64_t time_at(const RunFrame& run, double value) {
  return (*run.trace)[run.columns->seq_at(value)].t_ns;
}

// Up to here bands are counted from the first.
constexpr double kMostCounted = 2000;

double first_column(const RunFrame& run, double from) {
  if (run.columns->total() <= kMostCounted) {
    return 0;
  }
  const std::uint32_t step = run.columns->step_at(from);
  return run.columns->begin_of(step);
}

// The first idle stretch that does not end before `value`.
std::size_t first_idle(const RunFrame& run, double value) {
  std::size_t low = 0;
  std::size_t high = run.trace->advances().size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (run.columns->idle_begin(middle) + kIdleColumn <= value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

void draw_bands(Frame& frame, const RunFrame& run) {
  const StepColumns& columns = *run.columns;
  const Trace& trace = *run.trace;
  const double to = std::min(frame.map().to, columns.total());
  const auto advances = trace.advances();
  double begin = first_column(run, frame.map().from);
  std::size_t idle = first_idle(run, begin - 1e-9);
  // Every other band is shaded, counted from the first; in a long run from a step's number, so that
  // the shades stay when the view moves.
  bool shaded = begin <= 0 || columns.step_at(begin) % 2 == 1;
  double last_end = -1;
  while (begin < to - 1e-9) {
    while (idle < advances.size() && columns.idle_begin(idle) < begin - 1e-9) {
      ++idle;
    }
    const double next_idle = idle < advances.size() ? columns.idle_begin(idle) : columns.total();
    if (next_idle <= begin + 1e-9 && idle < advances.size()) {
      begin += kIdleColumn;
      ++idle;
      continue;
    }
    // A column is a step's or a piece's: 1 wide. Those of one time belong together.
    const std::int64_t t_ns = time_at(run, begin);
    double end = begin + 1;
    while (end < next_idle - 1e-9 && time_at(run, end) == t_ns) {
      end += 1;
    }
    if (frame.map().to_x(end) >= frame.map().x0) {
      draw_band(frame, run, begin, end, t_ns, shaded);
    }
    shaded = !shaded;
    last_end = end;
    begin = end;
  }
  if (last_end > 0) {
    const float x = frame.map().to_x(std::max(last_end, begin));
    if (x <= frame.map().x1 + 1) {
      frame.line({x, run.lanes_top - 1.75F * frame.m.tick_size}, {x, run.lanes_bottom},
                 paint(Role::grid), 0.85F * frame.k);
    }
  }
}

// Neighbours keep half a letter apart, and all of them 8 pixels off the playhead.
bool write_apart(Frame& frame, const RunFrame& run, const Label& label, Point at) {
  const Box box = frame.box_of(label, at, Align::middle);
  const float gap = 0.4F * label.size;
  const float clear = 8 * std::max(1.0F, frame.scale);
  const bool at_playhead =
      run.has_playhead && run.playhead_x > box.x - clear && run.playhead_x < box.right() + clear;
  return !at_playhead &&
         frame.words.is_free({box.x - gap, box.y, box.width + 2 * gap, box.height}) &&
         frame.text_if_free(label, at, Align::middle);
}

void draw_idle(Frame& frame, const RunFrame& run, std::size_t index) {
  const AxisMap& map = frame.map();
  const Event& event = (*run.trace)[run.trace->advances()[index]];
  const double begin = run.columns->idle_begin(index);
  const float x0 = map.to_x(begin);
  const float x1 = map.to_x(begin + kIdleColumn);
  if (x1 < map.x0 || x0 > map.x1) {
    return;
  }
  const std::string length = seconds_text(event.t_ns - event.duration());
  const float tick = frame.m.tick_size;
  const float top = run.lanes_top - 1.75F * tick;
  frame.rect({x0, top, x1 - x0, run.lanes_bottom - top}, paint(Role::idle_band), 0,
             "idle " + length + ": nothing is ready, the loop waits for a timer");
  const float middle = (x0 + x1) / 2;
  const float tooth = std::min(0.3F * tick, (x1 - x0) * 0.25F);
  if (tooth > 1) {
    const float y = top + 0.3F * tick;
    const float step = 0.38F * tick;
    frame.path({{middle - tooth, y},
                {middle + tooth, y + step},
                {middle - tooth, y + 2 * step},
                {middle + tooth, y + 3 * step}},
               false, {}, paint(Role::ink_soft), 1.3F * frame.k);
  }
  for (const std::string& words : {"idle " + length, length}) {
    const Label label{words, tick, Face::regular, paint(Role::ink_soft)};
    if (write_apart(frame, run, label, {middle, top - 0.45F * tick})) {
      return;
    }
  }
}

// Too many steps to show each: a number every so often.
void draw_sparse(Frame& frame, const RunFrame& run) {
  const AxisMap& map = frame.map();
  const float gap = 9 * frame.m.tick_size;
  for (float x = map.x0; x < map.x1 - gap / 2; x += gap) {
    const Seq seq = run.columns->seq_at(map.to_value(x));
    frame.line({x, run.lanes_top}, {x, run.lanes_bottom}, paint(Role::grid), 0.85F * frame.k);
    const Label label{seconds_text((*run.trace)[seq].t_ns), frame.m.tick_size, Face::regular,
                      paint(Role::ink_soft)};
    frame.text_if_free(label, {x, band_baseline(frame, run)}, Align::middle);
  }
}

}  // namespace

float ruler_height(const Frame& frame) {
  return (frame.view.axis == Axis::time ? 1.75F : 3.3F) * frame.m.tick_size;
}

void draw_step_axis(Frame& frame, RunFrame& run) {
  const AxisMap& map = frame.map();
  if (run.trace->size() == 0) {
    return;
  }
  const double per_column =
      (static_cast<double>(map.x1) - map.x0) / std::max(1e-9, map.to - map.from);
  if (per_column < 3) {
    draw_sparse(frame, run);
    return;
  }
  draw_bands(frame, run);
  const std::size_t count = run.trace->advances().size();
  for (std::size_t i = first_idle(run, map.from); i < count; ++i) {
    if (run.columns->idle_begin(i) > map.to) {
      break;
    }
    draw_idle(frame, run, i);
  }
}

}  // namespace interleave
