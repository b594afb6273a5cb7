#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/timeline/measure.h"
#include "app/timeline/shapes.h"
#include "app/trace/comparison.h"
#include "app/trace/latency.h"

namespace interleave {

/// One of the two runs whose times are held against each other.
struct WaterfallRun {
  /// "A", and "Sequential"; the badge may be empty.
  std::string badge;
  std::string title;
  std::vector<Request> requests;
};

/// All that the picture depends on: a value. Sizes are pixels of the target; `scale` is for type.
struct WaterfallView {
  WaterfallRun baseline;
  WaterfallRun other;
  Comparison comparison;
  float width = 900;
  float scale = 1;
};

struct Waterfall {
  Shapes shapes;
  float height = 0;
};

/// Where the time went, from one run's whole time to the other's:
///
///     1.6 s saved, 1.53× as fast
///     1.6 s of reading and messages was done while the water was waited for
///
///     A Sequential   4.6 s = 1.6 s computing + 3.0 s waiting
///     [ worked 1.6 s | BLOCKED 3.0 s               ] 4.6 s
///     1.6 s of reading and messages was done while …
///                            [◀                    ] −1.6 s
///     B Concurrent   3.0 s = 1.6 s computing + 3.0 s waiting − 1.6 s both at once
///     [ worked 1.6 s | idle 1.4 s ] 3.0 s
///
/// What costs time stands before what saves it, so that no sum on the way is below zero. Runs that
/// can't be compared have their bars and no steps between them.
[[nodiscard]] Waterfall waterfall(const WaterfallView& view, const Measure& measure);

/// "3.0 s = 1.6 s computing + 3.0 s waiting − 1.6 s both at once".
[[nodiscard]] std::string balance_words(const Balance& balance);

}  // namespace interleave
