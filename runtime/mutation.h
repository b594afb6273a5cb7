#pragma once

#include <cstdint>

namespace interleave {

/// Ways in which the scheduler can be made wrong, so that a test can show that the comparison with
/// CPython notices. They exist only where INTERLEAVE_MUTANTS is defined, in the build for tests.
enum class Mutation : std::uint8_t {
  none,
  ready_queue_last_in_first_out,
  gather_one_hop_short,
  sleep_zero_by_a_timer,
  equal_timers_reversed,
  lock_lets_newcomers_barge,
  cancel_delivered_at_once,
  cancelled_handle_not_counted,
  semaphore_wakes_two,
  shield_ignored,
};

#ifdef INTERLEAVE_MUTANTS
inline Mutation active_mutation = Mutation::none;
[[nodiscard]] inline bool mutated(Mutation mutation) { return active_mutation == mutation; }
#else
[[nodiscard]] constexpr bool mutated(Mutation) { return false; }
#endif

}  // namespace interleave
