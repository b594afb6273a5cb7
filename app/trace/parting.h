#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/trace/trace.h"

namespace interleave {

/// Where two runs cease to be the same: an event of each. Of a run that has nothing more to show it
/// is the last.
struct Parting {
  Seq baseline = 0;
  Seq other = 0;
  /// The time of the last thing that is the same in both.
  std::int64_t same_until_ns = 0;

  friend bool operator==(const Parting&, const Parting&) = default;
};

/// The first stop or printed line in which two runs differ: its kind, its task (by label, not by
/// number), why it waits and how long, what it prints, when. A task that only one of them has, and
/// that is there to call the others (`main`), is passed over if there is another difference.
/// Nothing, if they are the same or one of them has yet to come to it.
[[nodiscard]] std::optional<Parting> first_difference(const Trace& baseline, const Trace& other);

/// "A and B part at 0.4 s: A blocks the thread in boiling_water for 2 s, B goes on with
/// reading_book."
[[nodiscard]] std::string parting_words(const Trace& baseline, const Trace& other,
                                        const Parting& parting, std::string_view baseline_letter,
                                        std::string_view other_letter);

}  // namespace interleave
