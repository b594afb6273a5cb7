#include "app/timeline/pixel_columns.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace interleave {
namespace {

constexpr double kPartsOfPixel = 32;

// The last event at or before `t_ns`, not before `from`, or one no more than `near_ns` before it;
// `stride`: a guess how far it lies.
Seq last_at(const Trace& trace, std::int64_t t_ns, Seq from, Seq stride, std::int64_t near_ns) {
  Seq low = from;
  Seq high = trace.size();
  std::int64_t low_ns = trace[low].t_ns;
  std::int64_t high_ns = trace.end_ns() + 1;
  stride = std::max<Seq>(stride, 1);
  for (Seq probe = low + stride; probe < high; probe = low + stride) {
    const std::int64_t probe_ns = trace[probe].t_ns;
    if (probe_ns > t_ns) {
      high = probe;
      high_ns = probe_ns;
      break;
    }
    low = probe;
    low_ns = probe_ns;
    stride *= 2;
  }
  // Time goes on evenly, more or less: a guess by proportion and a halving in turns.
  for (bool guess = true; high - low > 1 && high_ns - low_ns > near_ns; guess = !guess) {
    Seq middle = low + (high - low) / 2;
    if (guess && high_ns > low_ns && t_ns >= low_ns) {
      const double part =
          static_cast<double>(t_ns - low_ns) / static_cast<double>(high_ns - low_ns);
      middle = std::clamp(low + static_cast<Seq>(part * static_cast<double>(high - low)), low + 1,
                          high - 1);
    }
    const std::int64_t middle_ns = trace[middle].t_ns;
    if (middle_ns <= t_ns) {
      low = middle;
      low_ns = middle_ns;
    } else {
      high = middle;
      high_ns = middle_ns;
    }
  }
  return low;
}

// Goes along the steps axis: the step at each value, which may not fall.
class StepWalk {
 public:
  StepWalk(const Trace& trace, const StepColumns& columns, double from)
      : trace_(trace), columns_(columns), idle_(columns.first_idle_after(from)) {}

  Seq begin_of_step_at(double value) {
    const std::size_t count = trace_.advances().size();
    std::size_t stride = std::max<std::size_t>(stride_, 1);
    const std::size_t before = idle_;
    std::size_t high = count;
    while (idle_ + stride <= count) {
      if (columns_.idle_begin(idle_ + stride - 1) > value) {
        high = idle_ + stride - 1;
        break;
      }
      idle_ += stride;
      stride *= 2;
    }
    while (idle_ < high) {
      const std::size_t middle = idle_ + (high - idle_) / 2;
      if (columns_.idle_begin(middle) <= value) {
        idle_ = middle + 1;
      } else {
        high = middle;
      }
    }
    stride_ = idle_ - before;
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
  const auto count = static_cast<std::size_t>(std::max(1.0F, std::ceil(map.x1 - map.x0))) + 1;
  last_.reserve(count);
  narrow_steps_ = columns != nullptr && columns->looped() &&
                  map.to_value(left_of(1)) - map.to_value(left_of(0)) > 1;
  std::optional<StepWalk> walk;
  if (narrow_steps_) {
    walk.emplace(trace, *columns, std::max(0.0, map.from));
  }
  const auto near_ns = static_cast<std::int64_t>(
      (map.to_value(left_of(1)) - map.to_value(left_of(0))) / kPartsOfPixel);
  Seq before = 0;
  Seq stride = 1;
  for (std::size_t i = 0; i < count; ++i) {
    const double value = std::clamp(map.to_value(left_of(i)), 0.0, 9e18);
    Seq here = 0;
    if (walk) {
      here = walk->begin_of_step_at(value);
    } else if (columns != nullptr) {
      here = columns->seq_at(value);
    } else if (i == 0) {
      here = trace.last_at(static_cast<std::int64_t>(value));
    } else {
      here = last_at(trace, static_cast<std::int64_t>(value), before, stride, near_ns);
    }
    here = std::max(here, before);
    stride = i == 0 ? 1 : here - before;
    before = here;
    last_.push_back(static_cast<std::uint32_t>(here));
  }
}

float PixelColumns::x_of(Seq seq) const {
  constexpr float kOutside = 100;
  if (seq < last_.front()) {
    return x0_ - kOutside;
  }
  const auto column = std::lower_bound(last_.begin(), last_.end(), seq);
  return column == last_.end() ? left_of(last_.size() - 1) + kOutside
                               : left_of(static_cast<std::size_t>(column - last_.begin()));
}

std::size_t PixelColumns::column_after(float x) const {
  return x < x0_ ? 0 : static_cast<std::size_t>(x - x0_) + 1;
}

}  // namespace interleave
