// What the scenarios of streams of data show: exact lines, their order, when.

#include "tests/catch.h"
#include "tests/scenarios/runs.h"

namespace interleave::test {

TEST_CASE(
    "weather-stations: a report is printed when it comes, round after round, without an end") {
  const Log log = run_of("weather-stations", "queue").log();
  CHECK(log->back().kind == Kind::program_stopped);
  CHECK(total_ms(*log) == 30'000);
  const Lines lines = outputs(*log);
  REQUIRE(lines.size() == 18);
  for (std::size_t i = 0; i < lines.size(); i += 3) {
    CHECK(Lines(lines.begin() + static_cast<std::ptrdiff_t>(i),
                lines.begin() + static_cast<std::ptrdiff_t>(i + 3)) ==
          Lines{"Berlin", "Kiel", "München"});
  }
  CHECK(timed_lines_of("weather-stations", "queue", {{"until", 5.45}}) ==
        Lines{"0.2 s Berlin", "0.3 s Kiel", "0.4 s München", "5.4 s Berlin"});
}

}  // namespace interleave::test
