#include "scenarios/catalogue.h"

#include <algorithm>
#include <set>
#include <string>

#include "assets/embedded.h"
#include "tests/catch.h"

namespace interleave::test {

namespace {

bool is_an_id(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

void check_texts(const Scenario& scenario) {
  for (const std::string* text : {&scenario.title, &scenario.short_title, &scenario.lesson,
                                  &scenario.teaches, &scenario.question, &scenario.notice}) {
    CHECK_FALSE(text->empty());
    CHECK(text->find('\n') == std::string::npos);
  }
  CHECK(scenario.question.find('?') != std::string::npos);
}

void check_modes(const Scenario& scenario) {
  CHECK_FALSE(scenario.modes.empty());
  CHECK(scenario.mode(scenario.default_mode) != nullptr);
  std::set<std::string> ids;
  for (const Mode& mode : scenario.modes) {
    INFO(mode.id);
    CHECK(is_an_id(mode.id));
    CHECK(ids.insert(mode.id).second);
    CHECK_FALSE(mode.title.empty());
    CHECK_FALSE(mode.subtitle.empty());
    CHECK(is_embedded(scenario.listing(mode.id)));
    for (const auto& [name, value] : mode.own_defaults) {
      REQUIRE(scenario.parameter(name) != nullptr);
      CHECK(value >= scenario.parameter(name)->min);
      CHECK(value <= scenario.parameter(name)->max);
    }
  }
}

void check_parameters(const Scenario& scenario) {
  std::set<std::string> names;
  for (const Parameter& parameter : scenario.parameters) {
    INFO(parameter.name);
    CHECK(names.insert(parameter.name).second);
    CHECK_FALSE(parameter.label.empty());
    CHECK(parameter.min <= parameter.initial);
    CHECK(parameter.initial <= parameter.max);
    CHECK(parameter.min < parameter.max);
    CHECK(parameter.step > 0);
    for (const std::string& mode : parameter.modes) {
      CHECK(scenario.mode(mode) != nullptr);
    }
  }
}

void check_presets(const Scenario& scenario) {
  for (const Preset& preset : scenario.presets) {
    INFO(preset.id);
    CHECK(is_an_id(preset.id));
    CHECK_FALSE(preset.title.empty());
    CHECK_FALSE(preset.values.empty());
    CHECK((preset.mode.empty() || scenario.mode(preset.mode) != nullptr));
    for (const auto& [name, value] : preset.values) {
      REQUIRE(scenario.parameter(name) != nullptr);
      CHECK(value >= scenario.parameter(name)->min);
      CHECK(value <= scenario.parameter(name)->max);
    }
  }
}

}  // namespace

TEST_CASE("the catalogue has every scenario, in the order of teaching") {
  const std::vector<std::string> expected = {
      // everyday life
      "book-and-messages", "boiling-water", "phone-while-driving",
      // first steps
      "hello", "two-hellos", "never-awaited", "task-start", "nested-run", "run-lifecycle",
      // awaiting well
      "send-messages", "blocking-call", "three-awaitables", "cancel-a-task", "time-limit",
      "one-fails", "nothing-to-overlap",
      // streams of data
      "feature-stores", "stream-processing", "fetch-pages", "customers", "producer-consumer",
      "weather-stations",
      // sharing and limits
      "twenty-downloads", "web-server", "rate-limit", "lost-update", "two-locks", "philosophers",
      "starvation",
      // threads and processes
      "pi-in-a-thread", "external-apis", "fuzzy-match", "split-the-sum"};
  std::vector<std::string> ids;
  for (const Scenario& scenario : catalogue()) {
    ids.push_back(scenario.id);
  }
  CHECK(ids == expected);
  CHECK(find_scenario("no-such-scenario") == nullptr);
}

TEST_CASE("every scenario says what it teaches, asks a question and tells what to notice") {
  for (const Scenario& scenario : catalogue()) {
    INFO(scenario.id);
    check_texts(scenario);
  }
}

TEST_CASE("every scenario has an id, modes with their listings, and a default among them") {
  std::set<std::string> ids;
  for (const Scenario& scenario : catalogue()) {
    INFO(scenario.id);
    CHECK(is_an_id(scenario.id));
    CHECK(ids.insert(scenario.id).second);
    CHECK(scenario.make != nullptr);
    CHECK(is_embedded(scenario.source));
    check_modes(scenario);
  }
}

TEST_CASE("every parameter and every preset lies within its range") {
  for (const Scenario& scenario : catalogue()) {
    INFO(scenario.id);
    check_parameters(scenario);
    check_presets(scenario);
  }
}

TEST_CASE("a lesson's scenarios stand together") {
  std::set<std::string> left;
  std::string lesson;
  for (const Scenario& scenario : catalogue()) {
    if (scenario.lesson != lesson) {
      left.insert(lesson);
      lesson = scenario.lesson;
    }
    INFO(scenario.id);
    CHECK(left.count(lesson) == 0);
  }
}

TEST_CASE("every listing of a scenario belongs to one of its modes") {
  constexpr std::string_view kFolder = "listings/";
  for (const std::string_view path : embedded_paths()) {
    if (!path.starts_with(kFolder)) {
      continue;
    }
    const std::string_view below = path.substr(kFolder.size());
    const Scenario* scenario = find_scenario(below.substr(0, below.find('/')));
    INFO(path);
    REQUIRE(scenario != nullptr);
    CHECK(std::any_of(scenario->modes.begin(), scenario->modes.end(),
                      [&](const Mode& mode) { return scenario->listing(mode.id) == path; }));
  }
}

}  // namespace interleave::test
