#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "tests/differential/cases.h"

namespace interleave::differential {

/// The events of a trace, as JSON Lines have them, without the header.
using Events = std::vector<nlohmann::ordered_json>;

/// What CPython does with each case, in their order: the listing on asyncio under the recorder's
/// virtual clock. Nothing if the `python3` here is no 3.11, after saying so. Throws
/// std::runtime_error with the recorder's own words when it fails.
[[nodiscard]] std::optional<std::vector<Events>> judged_by_cpython(const std::vector<Case>& cases);

/// What our runtime does with it.
[[nodiscard]] Events ours(const Case& one);

/// The first difference between two traces, told with what stands before it; empty if there is
/// none. Every kind and every field counts but `label`; warnings (which CPython gives when its
/// collector comes by) are compared as a multiset, not by place.
[[nodiscard]] std::string difference(const Events& expected, const Events& actual);

}  // namespace interleave::differential
