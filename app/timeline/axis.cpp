#include <algorithm>
#include <array>
#include <cmath>

#include "app/timeline/layout.h"
#include "app/timeline/step_columns.h"

namespace interleave {

// Pixels and values:
//
//     x0                      x1      pixels of the target
//     |------------------------|
//     from                    to      nanoseconds, or columns of steps
//
// Times are whole nanoseconds in a double (exact up to 104 days); single precision only at the
// pixel.
float AxisMap::to_x(double value) const {
  const double part = (value - from) / std::max(to - from, 1e-12);
  // What lies far outside is cut off, so that painters never see a number they cannot draw.
  const double x = x0 + std::clamp(part, -50.0, 50.0) * (static_cast<double>(x1) - x0);
  return static_cast<float>(x);
}

double AxisMap::to_value(float x) const {
  const double width = std::max(1e-6, static_cast<double>(x1) - x0);
  return from + (static_cast<double>(x) - x0) / width * (to - from);
}

namespace {

/// So far has a run come, and no further does a masked axis let be seen.
double value_at_playhead(const RunView& run, Axis axis) {
  const Seq seq = std::min(run.playhead, run.trace->size() - 1);
  return run.trace->size() == 0 ? 0 : axis_value(*run.trace, axis, seq);
}

}  // namespace

double masked_extent(Axis axis, double now) {
  // A second or eight steps at least, and then always a quarter more than there is, in round
  // numbers, so that the axis seldom changes while the playhead goes on.
  constexpr std::array<double, 6> round = {1, 1.5, 2, 3, 5, 7.5};
  const double least = axis == Axis::time ? 1e9 : 8;
  const double wanted = std::max(least, now * 1.25);
  for (double power = least;; power *= 10) {
    for (const double factor : round) {
      if (power * factor >= wanted) {
        return power * factor;
      }
    }
  }
}

double full_extent(const TimelineView& view) {
  double extent = 0;
  for (const RunView& run : view.runs) {
    const double own = view.mask                 ? value_at_playhead(run, view.axis)
                       : view.axis == Axis::time ? static_cast<double>(run.trace->end_ns())
                                                 : StepColumns(*run.trace).total();
    extent = std::max(extent, own);
  }
  if (view.mask) {
    return masked_extent(view.axis, extent);
  }
  // A program that takes no time still gets an axis: a second, a step.
  const double least = view.axis == Axis::time ? 1e9 : 1.0;
  return extent > 0 ? extent : least;
}

double axis_value(const Trace& trace, Axis axis, Seq seq) {
  if (axis == Axis::steps) {
    return StepColumns(trace).playhead(seq);
  }
  return static_cast<double>(seq < trace.size() ? trace[seq].t_ns : trace.end_ns());
}

Seq seq_at_value(const Trace& trace, Axis axis, double value) {
  if (trace.size() == 0 || value <= 0) {
    // Everything that happens at the very start counts as clicked.
    return axis == Axis::time && trace.size() > 0 ? trace.last_at(0) : 0;
  }
  if (axis == Axis::steps) {
    return StepColumns(trace).seq_at(value);
  }
  return trace.last_at(static_cast<std::int64_t>(std::floor(std::min(value, 9e18))));
}

const Hit* Timeline::hit_at(Point p) const {
  for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) {
    if (hit->box.contains(p)) {
      return &*hit;
    }
  }
  return nullptr;
}

}  // namespace interleave
