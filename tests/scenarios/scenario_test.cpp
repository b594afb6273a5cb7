#include "scenarios/scenario.h"

#include <stdexcept>

#include "tests/catch.h"
#include "tests/scenarios/runs.h"

namespace interleave::test {

TEST_CASE("settings are asked by name, in seconds, nanoseconds or counts") {
  Settings settings({{"pages", 4}, {"page_time", 0.3}});
  CHECK(settings["page_time"] == 0.3);
  CHECK(settings.count("pages") == 4);
  CHECK(settings.ns("page_time") == 300'000'000);
  settings.set("pages", 7);
  CHECK(settings.count("pages") == 7);
  CHECK_THROWS_AS(settings["words"], std::out_of_range);
  CHECK_THROWS_AS(settings.set("words", 1), std::out_of_range);
}

TEST_CASE("a mode's own defaults stand where the scenario's would, not where somebody chose") {
  const Scenario& scenario = *find_scenario("send-messages");
  CHECK(scenario.defaults()["anna"] == 2.0);
  CHECK(scenario.defaults_of("as-completed")["anna"] == 1.0);
  CHECK(scenario.defaults_of("tasks")["anna"] == 2.0);
  Settings chosen = scenario.defaults();
  chosen.set("anna", 5);
  CHECK(scenario.adapted("as-completed", chosen)["anna"] == 5.0);
}

TEST_CASE("a scenario finds its modes, parameters and listings by name") {
  const Scenario& scenario = *find_scenario("boiling-water");
  CHECK(scenario.mode("concurrent")->title == "Concurrent");
  CHECK(scenario.mode("no-such-mode") == nullptr);
  CHECK(scenario.parameter("page_time")->initial == 0.2);
  CHECK(scenario.parameter("no_such") == nullptr);
  CHECK(scenario.parameter("pages")->is_in("taskgroup"));
  CHECK(find_scenario("two-hellos")->parameter("until")->is_in("forever"));
  CHECK_FALSE(find_scenario("two-hellos")->parameter("until")->is_in("concurrent"));
  CHECK(scenario.listing("concurrent") == "listings/boiling-water/boiling-water-concurrent.py");
}

}  // namespace interleave::test
