#include "app/timeline/pixel_columns.h"

#include <algorithm>
#include <cmath>

#include "app/trace/gallop.h"

namespace interleave {
namespace {

// What lies nearer than this part of a pixel is not told apart.
constexpr double kPartsOfPixel = 8;

// Goes along the time axis: the last event at or before each time, which may not fall, or one no
// more than `near_ns` before it. Milestones say nearly all of it.
class TimeWalk {
 public:
  TimeWalk(const Trace& trace, std::int64_t near_ns)
      : trace_(trace), milestones_(trace.milestones()), near_ns_(near_ns) {}

  Seq last_at(std::int64_t t_ns) {
    go_to(t_ns);
    const std::size_t next = milestone_ + 1;
    Seq low = milestone_ * Milestones::kStride;
    Seq high = std::min<Seq>(trace_.size(), next * Milestones::kStride);
    std::int64_t low_ns = milestones_.time_of(milestone_);
    std::int64_t high_ns =
        next < milestones_.count() ? milestones_.time_of(next) : trace_.end_ns() + 1;
    while (high - low > 1 && high_ns - low_ns > near_ns_) {
      const Seq middle = low + (high - low) / 2;
      const std::int64_t middle_ns = trace_[middle].t_ns;
      (middle_ns <= t_ns ? low : high) = middle;
      (middle_ns <= t_ns ? low_ns : high_ns) = middle_ns;
    }
    return low;
  }

 private:
  // To the last milestone at or before `t_ns`, which lies about as far on as the last time.
  void go_to(std::int64_t t_ns) {
    milestone_ =
        gallop(milestone_ + 1, milestones_.count(), stride_,
               [&](std::size_t milestone) { return milestones_.time_of(milestone) <= t_ns; }) -
        1;
  }

  const Trace& trace_;
  const Milestones& milestones_;
  std::int64_t near_ns_;
  std::size_t milestone_ = 0;
  std::size_t stride_ = 1;
};

// Goes along the steps axis: the step at each value, which may not fall.
class StepWalk {
 public:
  StepWalk(const Trace& trace, const StepColumns& columns, double from)
      : trace_(trace), columns_(columns), idle_(columns.first_idle_after(from)) {}

  Seq begin_of_step_at(double value) {
    idle_ = gallop(idle_, trace_.advances().size(), stride_,
                   [&](std::size_t idle) { return columns_.idle_begin(idle) <= value; });
    const std::uint32_t step = columns_.step_behind_idles(value, idle_);
    return step > 0 ? trace_.step_begin(step) : 0;
  }

 private:
  const Trace& trace_;
  const StepColumns& columns_;
  // Idle stretches that begin at or before the value looked at last.
  std::size_t idle_;
  std::size_t stride_ = 1;
};

}  // namespace

PixelColumns::PixelColumns(const AxisMap& map, const Trace& trace, const StepColumns* columns)
    : x0_(map.x0) {
  last_.resize(static_cast<std::size_t>(std::max(1.0F, std::ceil(map.x1 - map.x0))) + 1);
  narrow_steps_ = columns != nullptr && columns->looped() &&
                  map.to_value(left_of(1)) - map.to_value(left_of(0)) > 1;
  if (columns == nullptr) {
    find_times(map, trace);
  } else {
    find_steps(map, trace, *columns);
  }
  // Apart from the search, so that one look at memory need not wait for the other.
  glances_.reserve(last_.size());
  for (const std::uint32_t seq : last_) {
    glances_.push_back(trace.glance(seq));
  }
}

void PixelColumns::find_times(const AxisMap& map, const Trace& trace) {
  const auto near_ns = static_cast<std::int64_t>(
      (map.to_value(left_of(1)) - map.to_value(left_of(0))) / kPartsOfPixel);
  TimeWalk walk(trace, near_ns);
  for (std::size_t i = 0; i < count(); ++i) {
    const double value = std::clamp(map.to_value(left_of(i)), 0.0, 9e18);
    last_[i] = static_cast<std::uint32_t>(walk.last_at(static_cast<std::int64_t>(value)));
  }
}

void PixelColumns::find_steps(const AxisMap& map, const Trace& trace, const StepColumns& columns) {
  StepWalk walk(trace, columns, std::max(0.0, map.from));
  std::uint32_t before = 0;
  for (std::size_t i = 0; i < count(); ++i) {
    const double value = std::max(0.0, map.to_value(left_of(i)));
    const Seq here = narrow_steps_ ? walk.begin_of_step_at(value) : columns.seq_at(value);
    before = std::max(before, static_cast<std::uint32_t>(here));
    last_[i] = before;
  }
}

std::size_t PixelColumns::column_of(Seq seq) const {
  return static_cast<std::size_t>(std::lower_bound(last_.begin(), last_.end(), seq) -
                                  last_.begin());
}

float PixelColumns::x_of_column(std::size_t column, Seq seq) const {
  constexpr float kOutside = 100;
  if (seq < last_.front()) {
    return x0_ - kOutside;
  }
  return column == count() ? left_of(count() - 1) + kOutside : left_of(column);
}

std::size_t PixelColumns::column_after(float x) const {
  return x < x0_ ? 0 : static_cast<std::size_t>(x - x0_) + 1;
}

}  // namespace interleave
