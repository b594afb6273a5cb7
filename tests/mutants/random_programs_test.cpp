// The comparison by random programs can fail: each of these wrong schedulers
// must be caught by it.

#include "runtime/mutation.h"
#include "tests/catch.h"
#include "tests/random/comparison.h"

namespace interleave::random_programs {

namespace {

constexpr std::uint64_t kPrograms = 250;

struct Mutant {
  const char* name;
  Mutation mutation;
};

// How many programs it takes until one differs; 0 if none does.
std::size_t caught_by(const Judged& judged, Mutation mutation) {
  active_mutation = mutation;
  std::size_t tried = 0;
  while (tried < judged.size() && judged.run(tried, nullptr).difference.empty()) {
    ++tried;
  }
  active_mutation = Mutation::none;
  return tried < judged.size() ? tried + 1 : 0;
}

}  // namespace

TEST_CASE("random programs catch every mutated scheduler") {
  const auto judged = Judged::of(random_programs_from(1, kPrograms));
  if (!judged) {
    WARN("passed over: python3 is not CPython 3.11");
    return;
  }
  CHECK(caught_by(*judged, Mutation::none) == 0);
  for (const Mutant& mutant : {
           Mutant{"ready queue last in, first out", Mutation::ready_queue_last_in_first_out},
           Mutant{"gather one hop short", Mutation::gather_one_hop_short},
           Mutant{"sleep(0) by a timer", Mutation::sleep_zero_by_a_timer},
           Mutant{"a lock lets newcomers barge", Mutation::lock_lets_newcomers_barge},
           Mutant{"cancel delivered at once", Mutation::cancel_delivered_at_once},
           Mutant{"shield ignored", Mutation::shield_ignored},
           Mutant{"equal timers reversed", Mutation::equal_timers_reversed},
           Mutant{"a cancelled handle's iteration not counted",
                  Mutation::cancelled_handle_not_counted},
           Mutant{"a semaphore wakes two", Mutation::semaphore_wakes_two},
       }) {
    const std::size_t programs = caught_by(*judged, mutant.mutation);
    UNSCOPED_INFO(mutant.name << ": caught by program " << programs);
    CHECK(programs > 0);
  }
}

}  // namespace interleave::random_programs
