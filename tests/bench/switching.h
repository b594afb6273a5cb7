#pragma once

#include <cstddef>

#include "runtime/event_log.h"

namespace interleave::bench {

/// `tasks` tasks that yield (`sleep(0)`) in turn, `rounds` rounds of it timed, from when all of
/// them run until the first is done: nanoseconds a switch, every event recorded.
[[nodiscard]] double switch_ns(std::size_t tasks, std::size_t rounds,
                               EventLog::Retention retention);
/// The same on CPython's asyncio.
[[nodiscard]] double cpython_switch_ns(std::size_t tasks, std::size_t rounds);

}  // namespace interleave::bench
