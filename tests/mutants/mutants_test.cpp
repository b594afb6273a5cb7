// The comparison with CPython can fail: each of these wrong schedulers must be caught by it.

#include "runtime/mutation.h"
#include "scenarios/catalogue.h"
#include "tests/catch.h"
#include "tests/differential/judge.h"

namespace interleave::differential {

namespace {

struct Mutant {
  const char* name;
  Mutation mutation;
};

Case concurrent(const char* scenario, std::vector<std::pair<std::string, double>> values = {}) {
  const Scenario* found = find_scenario(scenario);
  Case one{found, "concurrent", found->defaults_of("concurrent")};
  for (const auto& [name, value] : values) {
    one.settings.set(name, value);
  }
  return one;
}

}  // namespace

TEST_CASE("a mutated scheduler differs from CPython") {
  const std::vector<Case> cases = {
      concurrent("boiling-water"),
      concurrent("two-hellos", {{"first", 1.0}, {"second", 1.0}}),
  };
  const auto judged = judged_by_cpython(cases);
  if (!judged) {
    WARN("passed over: python3 is not CPython 3.11");
    return;
  }
  const auto caught = [&] {
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (!difference((*judged)[i], ours(cases[i])).empty()) {
        return true;
      }
    }
    return false;
  };
  active_mutation = Mutation::none;
  CHECK_FALSE(caught());
  for (const Mutant& mutant : {
           Mutant{"ready queue last in, first out", Mutation::ready_queue_last_in_first_out},
           Mutant{"gather one hop short", Mutation::gather_one_hop_short},
           Mutant{"sleep(0) by a timer", Mutation::sleep_zero_by_a_timer},
           Mutant{"equal timers reversed", Mutation::equal_timers_reversed},
       }) {
    INFO(mutant.name);
    active_mutation = mutant.mutation;
    CHECK(caught());
  }
  active_mutation = Mutation::none;
}

}  // namespace interleave::differential
