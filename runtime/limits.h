#pragma once

#include <cstdint>
#include <limits>

namespace interleave {

/// Where every run ends, whatever its program does.
struct Limits {
  /// So many events at most; reaching it is a failure, and the last event says so.
  std::uint64_t events = 1'000'000;
  /// End time of an endless program (nanoseconds): reaching it is a success, `program_stopped`.
  std::int64_t until_ns = std::numeric_limits<std::int64_t>::max();
};

}  // namespace interleave
