#pragma once

#include <string>

#include "app/trace/trace.h"

namespace interleave {

/// Whether a capacity is one that the level can be held against: "3 of 5".
[[nodiscard]] bool has_bound(const ResourceInfo& info);

/// How a resource stands, in a few words: "3 of 5 free · 2 wait", "held by main", "4 items".
[[nodiscard]] std::string level_words(const Trace& trace, ResourceId resource,
                                      const ResourceLevel& level);

}  // namespace interleave
