// Asking a class in the real window: by keys, by clicks, by a clicker; and nothing beyond the
// playhead is to be seen meanwhile.

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "tests/catch.h"
#include "tests/window/looks.h"

namespace interleave::driven {
namespace {

using Catch::Matchers::ContainsSubstring;

/// What lies beside the lessons and the sliders: all that a run is shown in.
constexpr Part kStage{240, 60};

/// Prediction is on, and the first question is open: it stops the fourth stop forward, at event 10.
void ask(Driver& driver) {
  driver.keys("q");
  driver.keys("Return");
  driver.keys("Right Right Right Right");
  (void)driver.title_with("event 10 ·");
}

TEST_CASE("Q and Enter ask, the title counts no further than the playhead, and the next is held") {
  if (skipped()) return;
  Driver driver;
  ask(driver);
  const std::string title = driver.title();
  CHECK_THAT(title, ContainsSubstring("step 1 · event 10 ·"));
  CHECK(title.find('/') == std::string::npos);
  driver.keys("Right Right Right");
  CHECK(settled_title(driver) == title);
}

TEST_CASE("an answer on a digit, confirmed by the same again, is told and scored") {
  if (skipped()) return;
  Driver driver;
  ask(driver);
  constexpr Part kCard{240, 600, 900, 250};
  const Picture asked = settled_picture(driver);
  driver.keys("2");
  const Picture selected = settled_picture(driver);
  CHECK(change(selected, asked, kCard) > 300);
  driver.keys("2");
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 2 ·"));
  CHECK(change(settled_picture(driver), selected, kCard) > 1000);
}

TEST_CASE("a clicker's next shows the truth, and goes on after it") {
  if (skipped()) return;
  Driver driver;
  ask(driver);
  driver.keys("Next");
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 2 ·"));
  driver.keys("Next Next");
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 3 ·"));
}

TEST_CASE("while asking, runs that begin alike and go on differently are the same picture") {
  if (skipped()) return;
  Driver first;
  first.click(226, 600);  // the pointer rests on nothing
  ask(first);
  const Picture four_pages = settled_picture(first);
  // One page more: all is the same up to 1.6 s.
  Driver second;
  second.keys("Tab");
  second.drag(82, 787, 120, 787);
  ask(second);
  CHECK(change(settled_picture(second), four_pages, kStage) == 0);
}

TEST_CASE("the tally is saved as CSV") {
  if (skipped()) return;
  Driver driver;
  ask(driver);
  driver.keys("2 2");
  settle(driver);
  const auto path = driver.folder() / "tally.csv";
  driver.keys("ctrl+s");
  driver.keys("ctrl+a");
  driver.type(path.string());
  driver.keys("Return");
  for (int i = 0; i < 100 && !std::filesystem::exists(path); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  CHECK_THAT(text.str(), ContainsSubstring("time,scenario,mode"));
  CHECK_THAT(text.str(), ContainsSubstring(",boiling_water,boiling_water,right"));
}

TEST_CASE("chooser, question and truth are drawn whole in every size, light and dark") {
  if (skipped()) return;
  for (const Setup& setup :
       {Setup{1280, 800, 96, {}}, Setup{1920, 1200, 192, {}}, Setup{900, 600, 96, {}}}) {
    INFO(setup.width << " x " << setup.height << " at " << setup.dpi << " dpi");
    Driver driver(setup);
    driver.keys("d");
    ask(driver);
    driver.keys("3 Return");
    CHECK_THAT(settled_title(driver), ContainsSubstring("step 2 ·"));
    CHECK(driver.picture().colours() > 100);
  }
}

}  // namespace
}  // namespace interleave::driven
