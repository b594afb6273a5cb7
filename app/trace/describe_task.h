#pragma once

#include <string>

#include "app/trace/trace.h"

namespace interleave::words {

/// The sentence on an event of a task's life: from its creation over its steps to its end.
[[nodiscard]] std::string of_task(const Trace& trace, Seq seq);

}  // namespace interleave::words
