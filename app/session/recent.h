#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace interleave {

/// Ids of the palette's entries, the last used first, each once.
using Recent = std::vector<std::string>;
inline constexpr std::size_t kMostRecent = 12;

/// Puts an entry first; the list stays as long as kMostRecent at most.
void note_use(Recent& recent, const std::string& entry);

/// How long ago an entry was used: 0 for the last, kMostRecent for those not in the list.
[[nodiscard]] std::size_t age_of(const Recent& recent, std::string_view entry);

/// The id of a scenario's entry.
[[nodiscard]] inline std::string scenario_entry(const std::string& id) { return "lesson:" + id; }

}  // namespace interleave
