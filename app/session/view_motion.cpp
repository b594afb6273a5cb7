#include "app/session/view_motion.h"

#include <algorithm>
#include <cmath>

namespace interleave {

namespace {

constexpr double kTime_ns = 43'000'000;  // to a part of 1/e
/// Less than a pixel of any screen.
constexpr double kUnseen = 1.0 / 8000;

bool looks_like(const AxisStretch& a, const AxisStretch& b) {
  const double least = kUnseen * std::min(a.width(), b.width());
  return std::abs(a.from - b.from) <= least && std::abs(a.to - b.to) <= least;
}

}  // namespace

AxisStretch between(const AxisStretch& a, const AxisStretch& b, double part) {
  // Ends go along a line; how far, the widths say, so that what stands still does so throughout.
  double along = part;
  const double ratio = b.width() / a.width();
  if (std::abs(ratio - 1) > 1e-6) {
    along = (std::pow(ratio, part) - 1) / (ratio - 1);
  }
  return {a.from + (b.from - a.from) * along, a.to + (b.to - a.to) * along};
}

void ViewMotion::go(const AxisStretch& shown, const AxisStretch& target) {
  shown_ = shown;
  target_ = target;
  moving_ = !looks_like(shown_, target_);
}

bool ViewMotion::advance(std::int64_t elapsed_ns) {
  if (!moving_ || elapsed_ns <= 0) {
    return false;
  }
  shown_ = between(shown_, target_, 1 - std::exp(-static_cast<double>(elapsed_ns) / kTime_ns));
  moving_ = !looks_like(shown_, target_);
  return true;
}

AxisStretch within(const AxisStretch& stretch, double all) {
  const double width = std::min(stretch.width(), all);
  const double from = std::clamp(stretch.from, 0.0, all - width);
  return {from, from + width};
}

AxisStretch zoomed(const AxisStretch& shown, const AxisStretch& target, double factor, double at,
                   double closest, double all) {
  const double width = std::clamp(target.width() / factor, std::min(closest, all), all);
  if (width == target.width()) {
    return target;
  }
  at = std::clamp(at, shown.from, shown.to);
  const double part = (at - shown.from) / shown.width();
  return within({at - part * width, at + (1 - part) * width}, all);
}

AxisStretch panned(const AxisStretch& stretch, double by, double all) {
  return within({stretch.from + by, stretch.to + by}, all);
}

}  // namespace interleave
