// Every pair of modes of the catalogue, compared: what is said must fit what is so.

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "app/session/run.h"
#include "app/trace/comparison.h"
#include "app/trace/parting.h"
#include "app/trace/stops.h"
#include "scenarios/catalogue.h"
#include "tests/catch.h"

namespace interleave {
namespace {

struct Pair {
  std::string name;
  const Trace* baseline = nullptr;
  const Trace* other = nullptr;
};

/// All pairs, both ways round, of one scenario; `runs` keeps their runs.
std::vector<Pair> pairs_of(const Scenario& scenario, std::vector<std::unique_ptr<Run>>& runs) {
  for (const Mode& mode : scenario.modes) {
    runs.push_back(std::make_unique<Run>(scenario, mode.id, scenario.defaults_of(mode.id)));
    runs.back()->finish();
  }
  std::vector<Pair> pairs;
  for (const auto& one : runs) {
    for (const auto& other : runs) {
      if (one != other) {
        pairs.push_back({scenario.id + ": " + one->mode() + " against " + other->mode(),
                         &one->trace(), &other->trace()});
      }
    }
  }
  return pairs;
}

template <class Check>
void for_all_pairs(Check check) {
  for (const Scenario& scenario : catalogue()) {
    std::vector<std::unique_ptr<Run>> runs;
    for (const Pair& pair : pairs_of(scenario, runs)) {
      INFO(pair.name);
      check(pair, compare(*pair.baseline, *pair.other));
    }
  }
}

/// With INTERLEAVE_TELL_PAIRS set all sentences are printed, to be read.
void tell(const Pair& pair, const Comparison& comparison) {
  if (std::getenv("INTERLEAVE_TELL_PAIRS") == nullptr) {
    return;
  }
  std::cout << pair.name << "\n  " << comparison.headline << "\n";
  for (const SavedTerm& term : comparison.terms) {
    std::cout << "    " << term.words << "\n";
  }
  if (const auto parting = first_difference(*pair.baseline, *pair.other)) {
    std::cout << "  " << parting_words(*pair.baseline, *pair.other, *parting, "A", "B") << "\n";
  }
}

bool has_zero_length(const std::string& words) {
  for (const char* zero : {"0.0 s", "0 s"}) {
    const auto at = words.find(zero);
    if (at != std::string::npos && (at == 0 || words[at - 1] == ' ')) {
      return true;
    }
  }
  return false;
}

bool is_finished(const Trace& trace) { return outcome_of(trace) == Outcome::finished; }

TEST_CASE("of every pair the terms add up to the time between the ends") {
  for_all_pairs([](const Pair& pair, const Comparison& comparison) {
    tell(pair, comparison);
    CHECK(comparison.comparable == (is_finished(*pair.baseline) && is_finished(*pair.other)));
    std::int64_t sum_ns = 0;
    for (const SavedTerm& term : comparison.terms) {
      CHECK(term.saved_ns != 0);
      sum_ns += term.saved_ns;
    }
    const std::int64_t between_ns = pair.baseline->end_ns() - pair.other->end_ns();
    CHECK(sum_ns == (comparison.comparable ? between_ns : 0));
  });
}

TEST_CASE("of every pair the headline goes the way the time goes, and says it in the known forms") {
  for_all_pairs([](const Pair&, const Comparison& comparison) {
    const std::string& headline = comparison.headline;
    const bool saved = headline.find("saved") != std::string::npos;
    const bool slower = headline.find("slower") != std::string::npos;
    REQUIRE_FALSE(headline.empty());
    CHECK(headline.find("faster") == std::string::npos);
    if (!comparison.comparable) {
      CHECK_FALSE((saved || slower));
      CHECK(headline.find("times") == std::string::npos);
      return;
    }
    CHECK(saved == (comparison.saved_ns > 0 && !is_same_time(comparison.saved_ns)));
    CHECK(slower == (comparison.saved_ns < 0 && !is_same_time(comparison.saved_ns)));
    CHECK((headline == "same time") == is_same_time(comparison.saved_ns));
  });
}

TEST_CASE("of every pair the explanation is a term that goes the same way, or why there is none") {
  for_all_pairs([](const Pair&, const Comparison& comparison) {
    if (!comparison.comparable) {
      return;
    }
    REQUIRE_FALSE(comparison.explanation.empty());
    if (is_same_time(comparison.saved_ns)) {
      return;
    }
    const bool is_term =
        std::any_of(comparison.terms.begin(), comparison.terms.end(), [&](const SavedTerm& term) {
          return term.words == comparison.explanation &&
                 (term.saved_ns > 0) == (comparison.saved_ns > 0);
        });
    CHECK(is_term);
  });
}

TEST_CASE("of no pair a length of nothing is told") {
  for_all_pairs([](const Pair&, const Comparison& comparison) {
    CHECK_FALSE(has_zero_length(comparison.explanation));
    for (const SavedTerm& term : comparison.terms) {
      CHECK_FALSE(has_zero_length(term.words));
    }
  });
}

TEST_CASE("of every pair what is saved one way is lost the other") {
  for (const Scenario& scenario : catalogue()) {
    std::vector<std::unique_ptr<Run>> runs;
    for (const Pair& pair : pairs_of(scenario, runs)) {
      INFO(pair.name);
      const Comparison there = compare(*pair.baseline, *pair.other);
      const Comparison back = compare(*pair.other, *pair.baseline);
      CHECK(there.saved_ns == -back.saved_ns);
      CHECK(there.terms.size() == back.terms.size());
      CHECK(there.result_note.empty() == back.result_note.empty());
      CHECK(there.also.size() == back.also.size());
    }
  }
}

TEST_CASE("every pair parts somewhere, and that is said in one sentence") {
  for_all_pairs([](const Pair& pair, const Comparison&) {
    const auto parting = first_difference(*pair.baseline, *pair.other);
    if (!parting) {  // what awaits nothing does the same as what awaits not at all
      CHECK(pair.name.starts_with("starvation"));
      CHECK(pair.baseline->stops().size() == pair.other->stops().size());
      return;
    }
    const std::string words = parting_words(*pair.baseline, *pair.other, *parting, "A", "B");
    CHECK(words.starts_with("A and B part "));
    CHECK(words.ends_with("."));
    CHECK(words.find("goes on,") == std::string::npos);
  });
}

TEST_CASE("the known pairs have the known balance") {
  const auto pair = [](const char* id, const char* one, const char* other) {
    const Scenario& scenario = *find_scenario(id);
    Run a(scenario, one, scenario.defaults_of(one));
    Run b(scenario, other, scenario.defaults_of(other));
    a.finish();
    b.finish();
    return compare(a.trace(), b.trace());
  };
  constexpr std::int64_t tenth = 100'000'000;
  const Comparison water = pair("boiling-water", "sequential", "concurrent");
  CHECK(water.baseline.total_ns == 46 * tenth);
  CHECK(water.baseline.computing_ns == 16 * tenth);
  CHECK(water.baseline.waiting_ns == 30 * tenth);
  CHECK(water.other.total_ns == 30 * tenth);
  CHECK(water.other.overlap_cp_ns == 16 * tenth);
  CHECK(water.terms.size() == 1);
  CHECK(water.headline == "1.6 s saved, 1.53× as fast");
  const Comparison call = pair("blocking-call", "blocking", "awaiting");
  CHECK(call.baseline.total_ns == 90 * tenth);
  CHECK(call.baseline.waiting_ns == 100 * tenth);
  CHECK(call.baseline.overlap_pp_ns == 10 * tenth);
  CHECK(call.other.overlap_pp_ns == 50 * tenth);
  CHECK(call.other.total_ns == 50 * tenth);
  const Comparison server = pair("web-server", "blocking", "async");
  REQUIRE(server.also.size() == 1);
  CHECK(server.also[0] == "a request is answered in 0.52 s, not in 0.52 s to 3.46 s");
}

}  // namespace
}  // namespace interleave
