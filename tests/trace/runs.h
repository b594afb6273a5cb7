#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/trace/trace.h"

/// Small whole runs, written by hand after the scenarios of the same names.
namespace interleave::test {

[[nodiscard]] Trace boiling_water_concurrent(std::int64_t page_ns = 200'000'000);
[[nodiscard]] Trace boiling_water_sequential();
[[nodiscard]] Trace book_sequential();
[[nodiscard]] Trace book_concurrent();
[[nodiscard]] Trace book_generators();
/// A caller that is a task itself, suspended while the called one runs.
[[nodiscard]] Trace nested_calls();
/// a holds left and waits for right, b the other way round.
[[nodiscard]] Trace two_locks_deadlock();
/// Two processes compute side by side, 1 s each.
[[nodiscard]] Trace two_processes();
/// A waiting job of 2 s in a thread, beside a heartbeat of 1 s.
[[nodiscard]] Trace waiting_job();
/// Two jobs that compute 1 s each in threads, submitted at once: 2 s.
[[nodiscard]] Trace two_threads_under_one_lock();
/// main cancels a sleeping child at 2 s of its 4.
[[nodiscard]] Trace cancelled_sleep();
/// Two endless sleepers, watched to 3 s.
[[nodiscard]] Trace endless();
/// A producer puts one item after 1 s, the consumer waits for it.
[[nodiscard]] Trace producer_consumer();
/// `tasks` tasks that yield `rounds` times each.
[[nodiscard]] Trace many_yields(std::uint32_t tasks, std::uint32_t rounds);

/// All of them, with their names, for what must hold of every trace.
[[nodiscard]] std::vector<std::pair<std::string, Trace>> all_runs();

}  // namespace interleave::test
