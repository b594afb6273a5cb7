// What the scenarios of streams of data show: exact lines, their order, when.

#include "tests/catch.h"
#include "tests/scenarios/runs.h"

namespace interleave::test {

TEST_CASE("feature-stores: the same lists, 6.0 s against 3.0 s") {
  for (const char* mode : {"sequential", "concurrent"}) {
    CHECK(lines_of("feature-stores", mode) == Lines{"[[10, 20, 40], [50, 500, 5000]]"});
    CHECK(lines_of("feature-stores", mode, {{"delay", 0}}) ==
          Lines{"[[10, 20, 40], [50, 500, 5000]]"});
  }
  CHECK(total_of("feature-stores", "sequential") == 6000);
  CHECK(total_of("feature-stores", "concurrent") == 3000);
}

TEST_CASE("stream-processing: the same figures, 0.9 s against 0.3 s") {
  for (const char* mode : {"sequential", "concurrent"}) {
    CHECK(lines_of("stream-processing", mode) == Lines{"70 5000 [0, 5000, 1850.0]"});
  }
  CHECK(total_of("stream-processing", "sequential") == 900);
  CHECK(total_of("stream-processing", "concurrent") == 300);
}

TEST_CASE("fetch-pages: 1.2 s against 0.6 s, in the order in which they come") {
  CHECK(timed_lines_of("fetch-pages", "sequential") ==
        Lines{"0.0 s session opened", "0.4 s text of page 1", "0.6 s text of page 2",
              "1.2 s text of page 3", "1.2 s session closed"});
  CHECK(timed_lines_of("fetch-pages", "concurrent") ==
        Lines{"0.0 s session opened", "0.2 s text of page 2", "0.4 s text of page 1",
              "0.6 s text of page 3", "0.6 s session closed"});
}

TEST_CASE("fetch-pages: whichever page fails, the session is closed and the failure is heard of") {
  for (const char* mode : {"sequential", "concurrent"}) {
    for (const int failing : {1, 2, 3}) {
      INFO(mode << " " << failing);
      const Lines lines =
          lines_of("fetch-pages", mode, {{"failing", static_cast<double>(failing)}});
      REQUIRE(lines.size() >= 3);
      CHECK(lines.front() == "session opened");
      CHECK(lines[lines.size() - 2] == "session closed");
      CHECK(lines.back() == "ConnectionError: page " + std::to_string(failing) + ": 404");
    }
  }
}

TEST_CASE("fetch-pages: one that fails ends the others: not begun, or cancelled") {
  const Values second_fails = {{"failing", 2}};
  CHECK(timed_lines_of("fetch-pages", "sequential", second_fails) ==
        Lines{"0.0 s session opened", "0.4 s text of page 1", "0.6 s session closed",
              "0.6 s ConnectionError: page 2: 404"});
  const Log log = run_of("fetch-pages", "concurrent", second_fails).log();
  CHECK(outputs(*log) == Lines{"session opened", "session closed", "ConnectionError: page 2: 404"});
  CHECK(total_ms(*log) == 200);
  CHECK(last_of(*log, "fetch", Kind::task_cancelled).t_ns == 200'000'000);
  CHECK(last_of(*log, "fetch 3", Kind::task_cancelled).t_ns == 200'000'000);
}

TEST_CASE("customers: the loops take turns, and the first spam goes out after 0.3 s, not 3.0 s") {
  const auto details = [](int i) { return "details of customer " + std::to_string(i); };
  const auto mails = [](int i) {
    const std::string customer = "customer " + std::to_string(i);
    return Lines{"spam to " + customer, "more spam to " + customer, "VIP list: " + customer};
  };
  Lines eager;
  Lines in_turns;
  for (int i = 1; i <= 10; ++i) {
    eager.push_back(details(i));
  }
  for (int i = 1; i <= 10; ++i) {
    in_turns.push_back(details(i));
    for (const std::string& line : mails(i)) {
      eager.push_back(line);
      in_turns.push_back(line);
    }
  }
  CHECK(lines_of("customers", "eager") == eager);
  CHECK(lines_of("customers", "generator") == in_turns);
  CHECK(timed_lines_of("customers", "eager")[10] == "3.0 s spam to customer 1");
  CHECK(timed_lines_of("customers", "generator")[1] == "0.3 s spam to customer 1");
  for (const char* mode : {"eager", "generator"}) {
    CHECK(total_of("customers", mode) == 3000);
    CHECK(lines_of("customers", mode, {{"customers", 0}}).empty());
  }
}

TEST_CASE("producer-consumer: an item is handled when it comes, not when all have come") {
  const Lines all_first = lines_of("producer-consumer", "sequential");
  REQUIRE(all_first.size() == 80);
  CHECK(all_first[0] == " -- generated item 1");
  CHECK(all_first[39] == " -- generated item 20");
  CHECK(all_first[40].starts_with(" +++ Processed value 1 after "));
  CHECK(all_first[79].starts_with(" +++ Processed value 400 after "));

  const Lines as_they_come = lines_of("producer-consumer", "queue");
  REQUIRE(as_they_come.size() == 80);
  CHECK(Lines(as_they_come.begin(), as_they_come.begin() + 3) ==
        Lines{" -- generated item 1", " -- generated item 1",
              " +++ Processed value 1 after 0.00 sec."});
  CHECK(total_of("producer-consumer", "queue") == 20'067);
  CHECK(total_of("producer-consumer", "sequential") == 59'320);
}

TEST_CASE("producer-consumer: with a bound a producer waits for room") {
  const Scenario& scenario = *find_scenario("producer-consumer");
  REQUIRE(scenario.presets.size() == 1);
  const auto waits_for_room = [](const Log& log) {
    int waits = 0;
    for (std::uint64_t seq = 0; seq < log->size(); ++seq) {
      const Event& event = (*log)[seq];
      waits += event.kind == Kind::task_suspended && event.reason() == Reason::queue_put ? 1 : 0;
    }
    return waits;
  };
  CHECK(waits_for_room(run_of("producer-consumer", "queue").log()) == 0);
  CHECK(waits_for_room(run_of("producer-consumer", "queue", scenario.presets[0].values).log()) >
        10);
}

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
