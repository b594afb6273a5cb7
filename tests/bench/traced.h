#pragma once

#include <cstddef>

#include "runtime/event_log.h"

namespace interleave::bench {

/// `tasks` tasks that each yield (`sleep(0)`) `yields` times, every event recorded.
void run_traced(std::size_t tasks, std::size_t yields, EventLog::Retention retention);
/// The same on CPython's asyncio: nanoseconds a switch, or a task when `yields` is 0. 0 without
/// python3.
[[nodiscard]] double cpython_ns(std::size_t tasks, std::size_t yields);

}  // namespace interleave::bench
