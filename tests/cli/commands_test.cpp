#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "scenarios/catalogue.h"
#include "tests/baseline.h"
#include "tests/catch.h"
#include "tests/cli/command_line.h"

// What the commands say when all is well; the texts stand in tests/cli/baselines.

namespace interleave::tests {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;

namespace {

/// Runs it twice: the same bytes. Status 0 and, unless it is `run`, nothing on stderr.
std::string said_by(const std::string& line) {
  const Said said = command(line);
  INFO("interleave " << line << "\n" << said.err);
  CHECK(said.status == 0);
  CHECK(command(line).out == said.out);
  if (!line.starts_with("run ")) {
    CHECK(said.err.empty());
  }
  return said.out;
}

void check(const std::string& line, const std::string& baseline) {
  check_baseline("cli/baselines/" + baseline, said_by(line));
}

}  // namespace

TEST_CASE("help tells what there is") {
  check("--help", "help.txt");
  CHECK(said_by("-h") == said_by("--help"));
  for (const std::string name : {"list", "run", "compare", "show", "trace", "export"}) {
    CHECK_THAT(said_by("--help"), ContainsSubstring("\n  " + name + " "));
    check(name + " --help", "help-" + name + ".txt");
  }
  CHECK_THAT(said_by("--version"), StartsWith("interleave "));
}

TEST_CASE("list names every scenario with modes and parameters") {
  const std::string text = said_by("list");
  for (const Scenario& scenario : catalogue()) {
    CHECK_THAT(text, ContainsSubstring("\n  " + scenario.id + "  " + scenario.title + "\n"));
    for (const Mode& mode : scenario.modes) {
      CHECK_THAT(text, ContainsSubstring(mode.id));
    }
    for (const Parameter& parameter : scenario.parameters) {
      CHECK_THAT(text, ContainsSubstring("      " + parameter.name + " "));
    }
  }
  CHECK_THAT(text, ContainsSubstring("late timer: --set page_time=0.3\n"));
}

TEST_CASE("list as JSON is the whole catalogue") {
  const auto json = nlohmann::json::parse(said_by("list --json"));
  REQUIRE(json.size() == catalogue().size());
  for (std::size_t i = 0; i < json.size(); ++i) {
    const Scenario& scenario = catalogue()[i];
    CHECK(json[i]["id"] == scenario.id);
    CHECK(json[i]["question"] == scenario.question);
    CHECK(json[i]["modes"].size() == scenario.modes.size());
    for (std::size_t p = 0; p < scenario.parameters.size(); ++p) {
      CHECK(json[i]["parameters"][p]["name"] == scenario.parameters[p].name);
      CHECK(json[i]["parameters"][p]["default"] == scenario.parameters[p].initial);
      CHECK(json[i]["parameters"][p]["max"] == scenario.parameters[p].max);
    }
  }
}

TEST_CASE("run prints what the program prints, and on stderr how it went") {
  const Said said = command("run boiling-water");
  CHECK(said.status == 0);
  CHECK(said.out ==
        "boiling for 1 sec\n"
        "reading page 1\nreading new message 1\nreading page 2\nreading new message 2\n"
        "reading page 3\nreading new message 3\nreading page 4\nreading new message 4\n"
        "boiling for 3 sec\nboiling for 5 sec\n");
  CHECK(said.err ==
        "boiling-water · concurrent · finished\n"
        "total 3.0 s, busy 1.6 s, idle 1.4 s, 13 switches\n");
  CHECK(command("run boiling-water --mode sequential").err ==
        "boiling-water · sequential · finished\n"
        "total 4.6 s, busy 4.6 s (blocked 3.0 s), idle 0.0 s, 3 switches\n");
  CHECK_THAT(command("run two-hellos --mode forever").err,
             StartsWith("two-hellos · forever · watched to 3 s\n"));
}

TEST_CASE("parameters are counts and seconds, with or without a unit") {
  CHECK(command("run boiling-water --set pages=1 --set messages=0").out ==
        "boiling for 1 sec\nreading page 1\nboiling for 3 sec\nboiling for 5 sec\n");
  const std::string as_number = command("run hello --set delay=0.3").err;
  CHECK_THAT(as_number, ContainsSubstring("total 0.3 s"));
  CHECK(command("run hello --set delay=300ms").err == as_number);
  CHECK(command("run hello --set delay=0.3s").err == as_number);
  CHECK(command("run hello --set=delay=.3").err == as_number);
  CHECK(command("run hello --set delay=1 --set delay=0.3").err == as_number);  // the last counts
}

TEST_CASE("compare boiling-water says 4.6 s and 3.0 s, 1.53 times as fast") {
  const std::string text = said_by("compare boiling-water");
  CHECK_THAT(text, ContainsSubstring("sequential  4.6 s  1.6 s    3.0 s  0.0 s         3\n"));
  CHECK_THAT(text, ContainsSubstring("concurrent  3.0 s  1.6 s    0.0 s  1.4 s        13"));
  CHECK_THAT(text, ContainsSubstring("concurrent: 1.6 s saved, 1.53× as fast."));
  CHECK_THAT(text, ContainsSubstring("1.6 s of reading and messages was done while the water"));
  check("compare boiling-water", "compare-boiling-water.txt");
}

TEST_CASE("compare book-and-messages says 1.6 s three times and that nothing waits") {
  const std::string text = said_by("compare book-and-messages");
  for (const std::string mode : {"sequential", "generators", "concurrent"}) {
    CHECK_THAT(text, ContainsSubstring("\n" + mode + "  1.6 s  1.6 s"));
  }
  CHECK_THAT(text, ContainsSubstring("concurrent: same time. Nothing waits: taking turns saves "
                                     "nothing."));
  check("compare book-and-messages", "compare-book-and-messages.txt");
}

TEST_CASE("compare takes the modes that are named, the first being the baseline") {
  const std::string text = said_by("compare boiling-water --modes concurrent,sequential");
  CHECK_THAT(text, ContainsSubstring("sequential: 1.6 s slower, takes 1.53 times as long."));
  CHECK_THAT(text, !ContainsSubstring("taskgroup"));
  CHECK_THAT(said_by("compare hello"), ContainsSubstring("concurrent  1.0 s"));
}

TEST_CASE("show draws the lanes") {
  check("show boiling-water", "show-boiling-water.txt");
  check("show boiling-water --axis steps --width 120", "show-boiling-water-steps.txt");
  check("show boiling-water --mode sequential --ascii --width 72", "show-ascii.txt");
}

TEST_CASE("show keeps to its width, in ASCII if asked") {
  for (const std::string width : {"40", "72", "200"}) {
    for (const std::string command : {"show ", "compare "}) {
      const std::string text = said_by(command + "boiling-water --ascii --width " + width);
      std::istringstream lines(text);
      for (std::string line; std::getline(lines, line);) {
        const bool table = line.find("  ") != std::string::npos && command == "compare ";
        CHECK((table || line.size() <= std::stoul(width)));
      }
      CHECK(std::all_of(text.begin(), text.end(), [](char c) { return c > 0 && c < 0x7f; }));
    }
  }
}

TEST_CASE("colour is there only where the terminal has it") {
  cli::Surroundings here;
  const std::string plain = command("show boiling-water", here).out;
  here.colour = true;
  const std::string coloured = command("show boiling-water", here).out;
  CHECK(plain.find('\x1b') == std::string::npos);
  CHECK(coloured.find("\x1b[") != std::string::npos);
  here.width = 72;
  CHECK(command("show boiling-water", here).out.size() < coloured.size());
}

TEST_CASE("a deadlock is a failure of the program that names the cycle") {
  const Said locks = command("run two-locks --mode deadlock");
  CHECK(locks.status == 1);
  CHECK_THAT(locks.err, ContainsSubstring("deadlock: a holds left, waits for right, held by b, "
                                          "which waits for left"));
  const Said forks = command("run philosophers --mode deadlock");
  CHECK(forks.status == 1);
  CHECK_THAT(forks.err, ContainsSubstring("held by philosopher 5, which waits for forks\n"));
  CHECK(command("run two-locks --mode ordered").status == 0);
}

TEST_CASE("an endless program stops at its end time, which is no failure") {
  const Said said = command("run weather-stations --set until=6");
  CHECK(said.status == 0);
  CHECK(said.out == "Berlin\nKiel\nMünchen\nBerlin\nKiel\nMünchen\n");
}

TEST_CASE("what takes no time is drawn by steps, unless time is asked for") {
  CHECK(said_by("show lost-update") == said_by("show lost-update --axis steps"));
  CHECK(said_by("show lost-update") != said_by("show lost-update --axis time"));
  CHECK(said_by("show hello") == said_by("show hello --axis time"));
  CHECK(said_by("compare lost-update") == said_by("compare lost-update --axis steps"));
}

TEST_CASE("trace prints a header and an event a line") {
  const std::string text = said_by("trace boiling-water");
  CHECK_THAT(text, StartsWith("{\"format\":\"interleave-trace\",\"version\":1,"
                              "\"scenario\":\"boiling-water\",\"mode\":\"concurrent\","));
  std::istringstream lines(text);
  std::string line;
  std::getline(lines, line);
  std::uint64_t seq = 0;
  for (; std::getline(lines, line); ++seq) {
    CHECK(nlohmann::json::parse(line)["seq"] == seq);
  }
  CHECK_THAT(line + text, ContainsSubstring("\"kind\":\"program_finished\""));
  CHECK(said_by("trace boiling-water --format jsonl -o -") == text);
}

TEST_CASE("the window opens on a scenario where there is a display") {
  cli::Surroundings here;
  here.display = true;
  std::vector<std::string> opened;
  here.open_window = [&](const cli::WindowRequest& request) {
    const std::string& scenario = request.scenario;
    opened.push_back(scenario);
    return 0;
  };
  CHECK(command("", here).status == 0);
  CHECK(command("boiling-water", here).status == 0);
  CHECK(opened == std::vector<std::string>{"", "boiling-water"});
}

TEST_CASE("without a display it says what works without") {
  const Said said = command("hello");
  CHECK(said.status == 2);
  CHECK(
      said.err ==
      "interleave: no display to open a window on (neither WAYLAND_DISPLAY nor DISPLAY is set); "
      "without one, `interleave show hello` draws in the terminal and `interleave export hello -o "
      "hello.png` makes a picture\n");
}

}  // namespace interleave::tests
