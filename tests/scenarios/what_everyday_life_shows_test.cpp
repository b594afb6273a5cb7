// What the scenarios of everyday life show: exact lines, their order, the totals.

#include <algorithm>

#include "tests/catch.h"
#include "tests/scenarios/runs.h"

namespace interleave::test {

namespace {

Lines in_turns(const Lines& a, const Lines& b) {
  Lines lines;
  for (std::size_t i = 0; i < a.size(); ++i) {
    lines.push_back(a[i]);
    lines.push_back(b[i]);
  }
  return lines;
}

Lines joined(std::initializer_list<Lines> parts) {
  Lines lines;
  for (const Lines& part : parts) {
    lines.insert(lines.end(), part.begin(), part.end());
  }
  return lines;
}

const Lines kPages = numbered("reading page", 4);
const Lines kMessages = numbered("reading new message", 4);

}  // namespace

TEST_CASE("book-and-messages: the order changes, the 1.6 s do not") {
  CHECK(lines_of("book-and-messages", "sequential") == joined({kPages, kMessages}));
  CHECK(lines_of("book-and-messages", "generators") == in_turns(kPages, kMessages));
  CHECK(lines_of("book-and-messages", "concurrent") == in_turns(kPages, kMessages));
  for (const char* mode : {"sequential", "generators", "concurrent"}) {
    CHECK(total_of("book-and-messages", mode) == 1600);
  }
}

TEST_CASE("boiling-water: eleven lines, taking turns while the water heats, 4.6 s against 3.0 s") {
  const Lines turns = in_turns(kPages, kMessages);
  const Lines expected =
      joined({{"boiling for 1 sec"}, turns, {"boiling for 3 sec", "boiling for 5 sec"}});
  CHECK(expected.size() == 11);
  CHECK(lines_of("boiling-water", "concurrent") == expected);
  CHECK(lines_of("boiling-water", "taskgroup") == expected);
  CHECK(
      lines_of("boiling-water", "sequential") ==
      joined({{"boiling for 1 sec", "boiling for 3 sec", "boiling for 5 sec"}, kPages, kMessages}));
  CHECK(total_of("boiling-water", "sequential") == 4600);
  CHECK(total_of("boiling-water", "concurrent") == 3000);
  CHECK(total_of("boiling-water", "taskgroup") == 3000);
}

TEST_CASE("boiling-water: main resumes in iteration 12") {
  const Log log = run_of("boiling-water", "concurrent").log();
  CHECK(last_of(*log, "main", Kind::task_resumed).iteration == 12);
}

TEST_CASE("boiling-water: a timer does not interrupt who has the thread") {
  const Run run = run_of("boiling-water", "concurrent", {{"page_time", 0.5}});
  const Log log = run.log();
  const Lines lines = outputs(*log);
  const auto page = std::find(lines.begin(), lines.end(), "reading page 4");
  const auto boils = std::find(lines.begin(), lines.end(), "boiling for 3 sec");
  CHECK(page < boils);
  std::int64_t resumed_ns = 0;
  const TaskId water = task_named(*log, "boiling_water");
  for (std::uint64_t seq = 0; seq < log->size() && resumed_ns == 0; ++seq) {
    const Event& event = (*log)[seq];
    resumed_ns = event.task == water && event.kind == Kind::task_resumed ? event.t_ns : 0;
  }
  CHECK(resumed_ns > 2'000'000'000);
}

TEST_CASE("boiling-water: the late timer's water is due when the reading has just ended") {
  const Scenario& scenario = *find_scenario("boiling-water");
  REQUIRE(scenario.presets.size() == 1);
  const Log log = run_of("boiling-water", "concurrent", scenario.presets[0].values).log();
  const Lines lines = outputs(*log);
  REQUIRE(lines.size() == 11);
  CHECK(lines[9] == "boiling for 3 sec");
  CHECK(last_of(*log, "reading_book", Kind::task_finished).t_ns <=
        last_of(*log, "boiling_water", Kind::task_finished).t_ns);
}

TEST_CASE("phone-while-driving: concurrency is not parallelism: 4.0, 4.0 in turns, 2.0") {
  const Lines talking = numbered("sentence", 4);
  const Lines driving = numbered("stretch", 4);
  CHECK(lines_of("phone-while-driving", "sequential") == joined({talking, driving}));
  CHECK(lines_of("phone-while-driving", "concurrent") == in_turns(talking, driving));
  CHECK(lines_of("phone-while-driving", "parallel") == in_turns(talking, driving));
  CHECK(total_of("phone-while-driving", "sequential") == 4000);
  CHECK(total_of("phone-while-driving", "concurrent") == 4000);
  CHECK(total_of("phone-while-driving", "parallel") == 2000);
}

}  // namespace interleave::test
