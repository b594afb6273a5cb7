// The mouse on the real window, and the keys that go with it. Places are those of 1600 × 1000.

#include <filesystem>
#include <string_view>
#include <thread>

#include "tests/catch.h"
#include "tests/window/looks.h"

namespace interleave::driven {
namespace {

using Catch::Matchers::ContainsSubstring;

constexpr int kRulerY = 409;      // of the concurrent run
constexpr int kOneSecondX = 590;  // on the time axis
constexpr int kTwoSecondsX = 740;
constexpr int kTaskGroupX = 1152;  // its mode's button
constexpr int kModesY = 27;

constexpr Part kTimeline{240, 60, 900, 670};

TEST_CASE("a click on a block goes there, on a lane's name selects it, elsewhere lets go") {
  if (skipped()) return;
  Driver driver;
  driver.click(515, 567);  // the second page
  CHECK_THAT(settled_title(driver), ContainsSubstring("· 0.4 s"));
  driver.keys("Escape");
  const Picture plain = settled_picture(driver);
  driver.click(317, 514);  // boiling_water
  const Picture selected = settled_picture(driver);
  CHECK(change(selected, plain, kTimeline) > 500);
  driver.keys("Escape");
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 5/"));
}

TEST_CASE("a badge opens its instant and Esc closes it") {
  if (skipped()) return;
  Driver driver;
  driver.click(515, 567);
  driver.click(300, 738);  // nothing is there: no tooltip stays
  const Picture plain = settled_picture(driver);
  driver.click(462, 426);  // ×3
  const Picture open = settled_picture(driver);
  CHECK(change(open, plain, kTimeline) > 3000);
  driver.click(300, 738);
  driver.keys("Escape");
  CHECK(change(settled_picture(driver), plain, kTimeline) == 0);
}

TEST_CASE("on the ruler a click moves the playhead and a drag makes a span") {
  if (skipped()) return;
  Driver driver;
  driver.click(kOneSecondX, kRulerY);
  CHECK_THAT(settled_title(driver), ContainsSubstring("· 1 s"));
  const Picture plain = settled_picture(driver);
  driver.drag(kOneSecondX + 40, kRulerY, kTwoSecondsX, kRulerY);  // beside the playhead
  const Picture span = settled_picture(driver);
  CHECK(change(span, plain, kTimeline) > 3000);
  CHECK_THAT(driver.title(), ContainsSubstring("· 1 s"));  // the playhead stays
  driver.keys("Escape");
  driver.drag(508, 610, kTwoSecondsX, 610, "shift");  // over the lanes
  CHECK(change(settled_picture(driver), plain, kTimeline) > 3000);
}

TEST_CASE("an output line and the scrubber go to their place") {
  if (skipped()) return;
  Driver driver;
  driver.keys("End");
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 13/13"));
  driver.click(1311, 873);
  CHECK_THAT(settled_title(driver), !ContainsSubstring("step 13/13"));
  driver.click(508, 881);
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 4/13"));
  driver.drag(508, 881, 700, 881);
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 7/13"));
}

TEST_CASE("a mode's button compares while runs are compared, else shows that mode") {
  if (skipped()) return;
  Driver driver;
  driver.click(kTaskGroupX, kModesY);
  CHECK_THAT(settled_title(driver), ContainsSubstring("taskgroup"));
  driver.click(kTaskGroupX, kModesY);  // out again
  CHECK_THAT(settled_title(driver), ContainsSubstring("concurrent"));
  driver.keys("c");
  driver.click(kTaskGroupX, kModesY);
  CHECK_THAT(settled_title(driver), ContainsSubstring("taskgroup"));
  const Picture alone = settled_picture(driver);
  driver.click_with("ctrl", 1042, kModesY);  // concurrent, beside it
  CHECK_THAT(settled_title(driver), ContainsSubstring("concurrent"));
  CHECK(change(settled_picture(driver), alone, kTimeline) > 3000);
  driver.keys("ctrl+1");
  CHECK_THAT(settled_title(driver), ContainsSubstring("sequential"));
}

TEST_CASE("the wheel zooms with Ctrl, pans with Shift, and 0 shows all") {
  if (skipped()) return;
  Driver driver;
  driver.click(300, 738);
  driver.wheel("", 700, 640, 1);  // puts the pointer where it stays
  const Picture whole = settled_picture(driver);
  driver.wheel("ctrl", 700, 640, 4);
  const Picture zoomed = settled_picture(driver);
  CHECK(change(zoomed, whole, kTimeline) > 3000);
  driver.wheel("shift", 700, 640, -3);
  const Picture panned = settled_picture(driver);
  CHECK(change(panned, zoomed, kTimeline) > 1000);
  driver.keys("0");
  CHECK(change(settled_picture(driver), whole, kTimeline) == 0);
}

TEST_CASE("F6 and arrows change a slider, Ctrl+Z takes it back, Esc leaves it") {
  if (skipped()) return;
  Driver driver;
  driver.keys("F6 F6 F6 Right Right");
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 0/15"));
  driver.keys("Escape ctrl+z ctrl+z");
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 0/13"));
  driver.keys("ctrl+y ctrl+y");
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 0/15"));
  driver.keys("Right");  // the playhead's again
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 1/15"));
}

TEST_CASE("M, V, W, Alt+arrows and the size of type change what is seen, and back again") {
  if (skipped()) return;
  Driver driver;
  driver.keys("Right Right Right Right Right Right Right Right Down Down");
  const Picture plain = settled_picture(driver);
  struct Pair {
    const char* there;
    const char* back;
  };
  for (const Pair& pair : {Pair{"m Right Right", "Left Left m"}, Pair{"v", "v v"}, Pair{"w", "w"},
                           Pair{"alt+Up", "alt+Down"}, Pair{"ctrl+equal ctrl+equal", "ctrl+0"},
                           Pair{"ctrl+minus", "ctrl+0"}, Pair{"F11", "F11"}}) {
    INFO(pair.there);
    driver.keys(pair.there);
    const bool full_screen = std::string_view(pair.there) == "F11";
    // Where lines wrap anew, the listing's place is another.
    const bool wraps = full_screen || std::string_view(pair.back) == "ctrl+0";
    const int compared = wraps ? 1170 : plain.width;
    CHECK((change(settled_picture(driver), plain) > 20 || full_screen));
    driver.keys(pair.back);
    CHECK(change(settled_picture(driver), plain, {0, 0, compared}) == 0);
  }
}

TEST_CASE("PNG, SVG and PDF are written from the window") {
  if (skipped()) return;
  Driver driver;
  for (const char* ending : {"png", "svg", "pdf"}) {
    const auto path = driver.folder() / (std::string("picture.") + ending);
    driver.keys("ctrl+e ctrl+a");
    driver.type(path.string());
    driver.keys("Return");
    for (int i = 0; i < 100 && !std::filesystem::exists(path); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    INFO(path);
    REQUIRE(std::filesystem::exists(path));
    CHECK(std::filesystem::file_size(path) > 3000);
  }
}

TEST_CASE("a path that can't be written to is said in the dialogue, and nothing is lost") {
  if (skipped()) return;
  Driver driver;
  const auto path = driver.folder() / "there.svg";
  driver.keys("ctrl+e ctrl+a");
  driver.type("/no/such/folder/out.svg");
  const Picture asked = settled_picture(driver);
  driver.keys("Return");
  CHECK(change(settled_picture(driver), asked, {180, 750, 580, 30}) > 200);
  // The dialogue is still there, with its path: it can be put right.
  driver.keys("ctrl+a");
  driver.type(path.string());
  driver.click(1360, 765);  // its button
  for (int i = 0; i < 100 && !std::filesystem::exists(path); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  REQUIRE(std::filesystem::exists(path));
  driver.keys("Right");  // and the keys are the window's again
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 1/13"));
}

}  // namespace
}  // namespace interleave::driven
