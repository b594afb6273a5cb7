// What the scenarios of sharing and limits show: exact lines, their order, when, how they end.

#include <algorithm>

#include "tests/catch.h"
#include "tests/scenarios/runs.h"

namespace interleave::test {

namespace {

Lines ticks_at(const Lines& times) {
  Lines lines;
  for (std::size_t i = 0; i < times.size(); ++i) {
    lines.push_back(times[i] + " s tick " + std::to_string(i + 1));
  }
  return lines;
}

}  // namespace

TEST_CASE("lost-update: 5 of 10 without a lock, 10 with one, 10 with no await between") {
  CHECK(lines_of("lost-update", "unlocked") == Lines{"counter: 5"});
  CHECK(lines_of("lost-update", "locked") == Lines{"counter: 10"});
  CHECK(lines_of("lost-update", "no-await-between") == Lines{"counter: 10"});
  for (const char* mode : {"unlocked", "locked", "no-await-between"}) {
    CHECK(total_of("lost-update", mode) == 0);
    CHECK(lines_of("lost-update", mode, {{"times", 0}}) == Lines{"counter: 0"});
  }
}

TEST_CASE("two-locks: a deadlock that names its cycle, and the order that cures it") {
  const Log log = run_of("two-locks", "deadlock").log();
  CHECK(outputs(*log).empty());
  CHECK(log->back().kind == Kind::program_failed);
  CHECK(log->text(log->back().a) ==
        "deadlock: a holds left, waits for right, held by b, which waits for left");
  CHECK(lines_of("two-locks", "ordered") == Lines{"a has both", "b has both"});
  CHECK(total_of("two-locks", "ordered") == 2000);
}

TEST_CASE("philosophers: the cycle goes all the way round the table, at any number of seats") {
  const Log five = run_of("philosophers", "deadlock").log();
  CHECK(outputs(*five).empty());
  CHECK(five->text(five->back().a) ==
        "deadlock: philosopher holds forks, waits for forks 2, held by philosopher 2, which waits "
        "for forks 3, held by philosopher 3, which waits for forks 4, held by philosopher 4, which "
        "waits for forks 5, held by philosopher 5, which waits for forks");
  const Log two = run_of("philosophers", "deadlock", {{"seats", 2}}).log();
  CHECK(two->text(two->back().a) ==
        "deadlock: philosopher holds forks, waits for forks 2, held by philosopher 2, which waits "
        "for forks");
}

TEST_CASE("philosophers: with one rule broken all of them eat") {
  for (const char* mode : {"ordered", "limited"}) {
    for (const double seats : {2.0, 5.0, 12.0}) {
      Lines eaten = lines_of("philosophers", mode, {{"seats", seats}});
      std::sort(eaten.begin(), eaten.end());
      Lines all;
      for (int seat = 1; seat <= static_cast<int>(seats); ++seat) {
        all.push_back("philosopher " + std::to_string(seat) + " eats");
      }
      std::sort(all.begin(), all.end());
      CHECK(eaten == all);
    }
  }
}

TEST_CASE("starvation: the heart beats when the cruncher lets it") {
  CHECK(timed_lines_of("starvation", "greedy") == ticks_at({"4.0", "5.0", "6.0", "7.0", "8.0"}));
  CHECK(timed_lines_of("starvation", "polite") == ticks_at({"1.2", "2.4", "3.6", "4.6", "5.6"}));
  CHECK(timed_lines_of("starvation", "awaits-nothing") ==
        ticks_at({"4.0", "5.0", "6.0", "7.0", "8.0"}));
  CHECK(total_of("starvation", "greedy") == 8000);
  CHECK(total_of("starvation", "polite") == 5600);
  CHECK(total_of("starvation", "awaits-nothing") == 8000);
}

}  // namespace interleave::test
