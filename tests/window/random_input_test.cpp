// Keys and clicks at random, as a class might hit them, on the real window: it lives, it answers,
// and what it keeps makes sense. The same on the model alone is in
// tests/session/random_actions_test.cpp.

#include <fstream>
#include <iterator>
#include <random>
#include <regex>

#include "app/session/keys.h"
#include "app/session/settings_file.h"
#include "scenarios/catalogue.h"
#include "tests/catch.h"
#include "tests/window/looks.h"

namespace interleave::driven {
namespace {

using Catch::Matchers::ContainsSubstring;

constexpr int kActions = 500;
constexpr int kAtOnce = 25;

struct Play {
  std::uint32_t seed;
  Setup setup;
  /// How many lessons after the first it begins.
  int lesson;
};

/// The name that xdotool has for a key.
std::string name_of(Key k) {
  switch (k) {
    case key::left:
      return "Left";
    case key::right:
      return "Right";
    case key::up:
      return "Up";
    case key::down:
      return "Down";
    case key::home:
      return "Home";
    case key::end:
      return "End";
    case key::page_up:
      return "Prior";
    case key::page_down:
      return "Next";
    case key::enter:
      return "Return";
    case key::escape:
      return "Escape";
    case key::tab:
      return "Tab";
    case key::backspace:
      return "BackSpace";
    case key::del:
      return "Delete";
    case ' ':
      return "space";
    case '+':
      return "plus";
    case '-':
      return "minus";
    case '?':
      return "question";
    case '.':
      return "period";
    case ',':
      return "comma";
    default:
      break;
  }
  if (k >= key::f1) {
    return "F" + std::to_string(k - key::f1 + 1);
  }
  const char letter = static_cast<char>(k);
  return {letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter};
}

/// Every key of the program's own table but the one that quits.
std::vector<std::string> all_keys() {
  std::vector<std::string> names;
  for (const KeyGroup& group : key_groups()) {
    for (const Binding& binding : group.bindings) {
      if (binding.chord == Chord{'Q', kCtrl}) {
        continue;
      }
      const std::uint8_t mods = binding.chord.mods;
      names.push_back(std::string((mods & kCtrl) != 0 ? "ctrl+" : "") +
                      ((mods & kAlt) != 0 ? "alt+" : "") + ((mods & kShift) != 0 ? "shift+" : "") +
                      name_of(binding.chord.key));
    }
  }
  return names;
}

class Monkey {
 public:
  explicit Monkey(const Play& play) : engine_(play.seed), setup_(play.setup) {}

  std::string next() {
    const int kind = below(20);
    if (kind < 12) {
      return " key --delay 8 " +
             keys_[static_cast<std::size_t>(below(static_cast<int>(keys_.size())))];
    }
    std::string words = moved();
    if (kind < 17) {
      return words + " click 1";
    }
    if (kind == 17) {
      return words + " click --repeat 3 --delay 8 " + (below(2) == 0 ? "4" : "5");
    }
    if (kind == 18) {
      return words + " keydown ctrl click 1 keyup ctrl";
    }
    return words + " mousedown 1" + moved() + " mouseup 1";
  }

 private:
  int below(int count) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(count)); }
  std::string moved() {
    const int x = below(setup_.width);
    return " mousemove " + std::to_string(x) + " " + std::to_string(below(setup_.height));
  }

  std::mt19937 engine_;
  Setup setup_;
  std::vector<std::string> keys_ = all_keys();
};

/// What a title can say: a place within the run, of a mode that the scenario has.
void check_title(const std::string& title) {
  INFO(title);
  static const std::regex drawing("(.+) · (\\S+) · draw it – Interleave");
  static const std::regex place(
      "(.+) · (\\S+) · step (\\d+)(?:/(\\d+))? · event (\\d+)(?:/(\\d+))? · [\\d.]+ s – "
      "Interleave");
  std::smatch found;
  if (!std::regex_match(title, found, drawing)) {
    REQUIRE(std::regex_match(title, found, place));
    CHECK(std::stoi(found[5]) >= 1);
    if (found[4].matched) {
      CHECK(std::stoi(found[3]) <= std::stoi(found[4]));
      CHECK(std::stoi(found[5]) <= std::stoi(found[6]));
    }
  }
  const Scenario* scenario = find_scenario(found[1].str());
  CHECK((scenario == nullptr || scenario->mode(found[2].str()) != nullptr));
}

/// Closes whatever is open, and stops asking.
void close_everything(Driver& driver) {
  driver.at_once("key --delay 12 Escape Escape Escape Escape Escape Escape Escape Escape q 0");
}

void check_kept(const Driver& driver) {
  std::ifstream file(driver.folder() / "config" / "interleave" / "settings.ini");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  std::string problem;
  const auto kept = settings_from_text(text, problem);
  INFO(text);
  CHECK(problem.empty());
  REQUIRE(kept);
  CHECK(kept->width >= 400);
  CHECK(kept->height >= 300);
  const Scenario* scenario = find_scenario(kept->view.scenario);
  REQUIRE(scenario != nullptr);
  REQUIRE_FALSE(kept->view.runs.empty());
  CHECK(kept->view.focus < kept->view.runs.size());
  for (const RunChoice& run : kept->view.runs) {
    CHECK(scenario->mode(run.mode) != nullptr);
  }
}

TEST_CASE("500 keys and clicks at random: it lives, answers, and keeps what makes sense") {
  if (skipped()) return;
  const std::vector<Play> plays = {{1, {1600, 1000, 96, {}}, 0},
                                   {2, {1280, 800, 96, {}}, 6},
                                   {3, {1920, 1200, 192, {}}, 12},
                                   {4, {900, 600, 96, {}}, 18}};
  for (const Play& play : plays) {
    Driver driver(play.setup);
    driver.at_once("key --delay 12 --repeat " + std::to_string(1 + play.lesson) + " ctrl+Down");
    Monkey monkey(play);
    std::string done;
    for (int i = 0; i < kActions / static_cast<int>(plays.size()); i += kAtOnce) {
      std::string batch;
      for (int j = 0; j < kAtOnce; ++j) {
        batch += monkey.next();
      }
      driver.at_once(batch);
      done += batch;
      INFO("seed " << play.seed << done);
      REQUIRE(driver.child().lives());
      check_title(driver.title());
    }
    INFO("seed " << play.seed << done);
    close_everything(driver);
    driver.keys("Home");
    CHECK_THAT(settled_title(driver), ContainsSubstring("step 0/"));
    CHECK_THAT(driver.title(), ContainsSubstring("event 1/"));
    CHECK(driver.picture().colours() > 50);
    driver.keys("Right");
    const std::string last = settled_title(driver);
    CHECK_THAT(last, !ContainsSubstring("event 1/"));
    driver.keys("ctrl+q");
    REQUIRE(driver.child().wait_for_end(10) == 0);
    check_kept(driver);
    driver.start();
    CHECK(driver.title().substr(0, driver.title().find(" · step")) ==
          last.substr(0, last.find(" · step")));
  }
}

}  // namespace
}  // namespace interleave::driven
