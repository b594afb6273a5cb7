// What the scenarios of sharing and limits show: exact lines, their order, when, how they end.

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
