#pragma once

#include <cstdint>

namespace interleave {

/// A stretch of the time axis (nanoseconds) or of the steps axis (columns).
struct AxisStretch {
  double from = 0;
  double to = 0;

  [[nodiscard]] double width() const { return to - from; }
  friend bool operator==(const AxisStretch&, const AxisStretch&) = default;
};

/// How the stretch on screen comes to be the one asked for: nine tenths of the way in 100 ms, all
/// of it in about 200. While it zooms, the value that has the same place before and after stays
/// there. It can be turned elsewhere at any time and goes on from what is on screen.
class ViewMotion {
 public:
  [[nodiscard]] bool moving() const { return moving_; }
  /// What is on screen; only while moving.
  [[nodiscard]] const AxisStretch& shown() const { return shown_; }

  /// Goes from `shown` to `target`; both are wider than nothing.
  void go(const AxisStretch& shown, const AxisStretch& target);
  /// What is asked for is shown at once.
  void stop() { moving_ = false; }
  /// Lets time go on; true if something moved.
  bool advance(std::int64_t elapsed_ns);

 private:
  AxisStretch shown_;
  AxisStretch target_;
  bool moving_ = false;
};

/// The stretch `part` of the way (0 … 1) from one to another: widths in equal ratios.
[[nodiscard]] AxisStretch between(const AxisStretch& a, const AxisStretch& b, double part);

/// The stretch `factor` times as close (below 1: farther) that leaves `at` where it is on screen.
/// Neither narrower than `closest` nor wider than [0, all]; at either limit nothing moves.
[[nodiscard]] AxisStretch zoomed(const AxisStretch& shown, const AxisStretch& target, double factor,
                                 double at, double closest, double all);
/// Moved by `by`, as far as there is something to see.
[[nodiscard]] AxisStretch panned(const AxisStretch& stretch, double by, double all);
/// Cut to [0, all], with its width if that fits.
[[nodiscard]] AxisStretch within(const AxisStretch& stretch, double all);

}  // namespace interleave
