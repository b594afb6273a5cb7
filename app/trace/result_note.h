#pragma once

#include <string>

#include "app/trace/trace.h"

namespace interleave {

/// "not the same result (5, not 10)" when two runs printed different things, or empty. The order of
/// the lines is no difference, and neither is a number that only tells the time.
[[nodiscard]] std::string result_note(const Trace& baseline, const Trace& other);

/// A printed line with the numbers taken out that tell the time: those with a unit of time, and
/// decimal fractions that are, as far as they are printed, the time since the program or the
/// printing task began.
[[nodiscard]] std::string without_times(const Trace& trace, Seq output);

}  // namespace interleave
