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

TEST_CASE("twenty-downloads: 3.54 s one by one, 0.177 s at once, 0.354 s ten at a time") {
  CHECK(total_of("twenty-downloads", "sequential") == 3540);
  CHECK(total_of("twenty-downloads", "concurrent") == 177);
  CHECK(total_of("twenty-downloads", "limited") == 354);
  for (const char* mode : {"sequential", "concurrent", "limited"}) {
    CHECK(lines_of("twenty-downloads", mode) == Lines{"refused: 0"});
    CHECK(lines_of("twenty-downloads", mode, {{"count", 0}}) == Lines{"refused: 0"});
    CHECK(lines_of("twenty-downloads", mode, {{"capacity", 0}}) == Lines{"refused: 20"});
  }
}

TEST_CASE("twenty-downloads: a small server refuses a part of those that come at once") {
  const Scenario& scenario = *find_scenario("twenty-downloads");
  REQUIRE(scenario.presets.size() == 1);
  const Values& small = scenario.presets[0].values;
  CHECK(lines_of("twenty-downloads", "sequential", small) == Lines{"refused: 0"});
  CHECK(lines_of("twenty-downloads", "concurrent", small) == Lines{"refused: 8"});
  CHECK(lines_of("twenty-downloads", "limited", small) == Lines{"refused: 0"});
}

TEST_CASE("web-server: blocking, each waits for all before it, async, each takes 0.52 s") {
  const Lines blocking = lines_of("web-server", "blocking");
  REQUIRE(blocking.size() == 8);
  CHECK(blocking[0] == "planet 1 after 0.52 sec.");
  CHECK(blocking[1] == "planet 2 after 0.94 sec.");
  CHECK(blocking[7] == "planet 8 after 3.46 sec.");
  const Lines async = lines_of("web-server", "async");
  REQUIRE(async.size() == 8);
  for (std::size_t i = 0; i < async.size(); ++i) {
    CHECK(async[i] == "planet " + std::to_string(i + 1) + " after 0.52 sec.");
  }
  CHECK(total_of("web-server", "blocking") == 4160);
  CHECK(total_of("web-server", "async") == 1220);
}

TEST_CASE("rate-limit: all at once, or in waves that begin at 0, 1 and 2 s") {
  CHECK(total_of("rate-limit", "unlimited") == 50);
  CHECK(total_of("rate-limit", "limited") == 2050);
  const Lines answers = timed_lines_of("rate-limit", "limited");
  REQUIRE(answers.size() == 12);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const std::string when = i < 5 ? "0.05 s" : i < 10 ? "1.05 s" : "2.05 s";
    CHECK(answers[i] == when + " answer " + std::to_string(i + 1));
  }
  CHECK(total_of("rate-limit", "limited", {{"per_second", 1}}) == 11'050);
}

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
