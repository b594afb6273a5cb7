#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace interleave::cli {

/// How many letters must be put in, taken out, changed or swapped with their neighbour.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The known word that was probably meant, or nothing when none is like it. Case, and - for _, are
/// no difference; a word that is part of a known one is near to it.
[[nodiscard]] std::string_view nearest(std::string_view word,
                                       const std::vector<std::string_view>& known);

/// "; did you mean concurrent?" or, when none is near, "".
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       const std::vector<std::string_view>& known);

/// "; did you mean concurrent? there are sequential, concurrent, taskgroup": for short lists.
[[nodiscard]] std::string what_there_is(std::string_view word,
                                        const std::vector<std::string_view>& known);

}  // namespace interleave::cli
