#pragma once

#include <string>

#include "app/trace/comparison.h"
#include "app/trace/trace.h"

namespace interleave {

/// What one term of the waterfall says, with names from the intervals of the run that has more of
/// it: "1.6 s of reading and messages was done while the water was waited for". No full stop.
[[nodiscard]] std::string term_words(const Trace& baseline, const Trace& other, Term term,
                                     std::int64_t saved_ns);

}  // namespace interleave
