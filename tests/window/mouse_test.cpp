// The mouse on the real window, and the keys that go with it. Places are those of 1600 × 1000.

#include <filesystem>
#include <functional>
#include <string_view>
#include <thread>

#include "tests/catch.h"
#include "tests/window/driver.h"

namespace interleave::driven {
namespace {

using Catch::Matchers::ContainsSubstring;

constexpr int kRulerY = 409;      // of the concurrent run
constexpr int kOneSecondX = 590;  // on the time axis
constexpr int kTwoSecondsX = 740;
constexpr int kTaskGroupX = 1152;  // its mode's button
constexpr int kModesY = 27;

bool skipped() {
  const std::string missing = Driver::missing();
  if (!missing.empty()) {
    WARN("SKIPPED: " << missing);
  }
  return !missing.empty();
}

/// How much of the timeline differs.
int timeline_change(const Picture& a, const Picture& b) {
  return a.differing(b, 240, 60, 900, 670);
}

/// Whether the window comes to look so, on a busy machine too.
bool comes_to(const Driver& driver, const std::function<bool(const Picture&)>& wished) {
  for (int i = 0; i < 20; ++i) {
    if (wished(driver.picture())) {
      return true;
    }
  }
  return false;
}

TEST_CASE("a click on a block goes there, on a lane's name selects it, elsewhere lets go") {
  if (skipped()) return;
  Driver driver;
  driver.click(515, 567);  // the second page
  CHECK_THAT(driver.title_with("step 5/"), ContainsSubstring("· 0.4 s"));
  driver.keys("Escape");
  const Picture plain = driver.picture();
  driver.click(317, 514);  // boiling_water
  const Picture selected = driver.picture();
  CHECK(timeline_change(selected, plain) > 500);
  driver.keys("Escape");
  CHECK(driver.title().find("step 5/") != std::string::npos);
}

TEST_CASE("a badge opens its instant and Esc closes it") {
  if (skipped()) return;
  Driver driver;
  driver.click(515, 567);
  driver.click(300, 738);  // nothing is there: no tooltip stays
  const Picture plain = driver.picture();
  driver.click(462, 426);  // ×3
  const Picture open = driver.picture();
  CHECK(timeline_change(open, plain) > 3000);
  driver.click(300, 738);
  driver.keys("Escape");
  CHECK(timeline_change(driver.picture(), plain) == 0);
}

TEST_CASE("on the ruler a click moves the playhead and a drag makes a span") {
  if (skipped()) return;
  Driver driver;
  driver.click(kOneSecondX, kRulerY);
  CHECK_THAT(driver.title_with("· 1 s"), ContainsSubstring("· 1 s"));
  const Picture plain = driver.picture();
  driver.drag(kOneSecondX + 40, kRulerY, kTwoSecondsX, kRulerY);  // beside the playhead
  const Picture span = driver.picture();
  CHECK(timeline_change(span, plain) > 3000);
  CHECK_THAT(driver.title(), ContainsSubstring("· 1 s"));  // the playhead stays
  driver.keys("Escape");
  driver.drag(508, 610, kTwoSecondsX, 610, "shift");  // over the lanes
  CHECK(timeline_change(driver.picture(), plain) > 3000);
}

TEST_CASE("an output line and the scrubber go to their place") {
  if (skipped()) return;
  Driver driver;
  driver.keys("End");
  (void)driver.title_with("step 13/13");
  driver.click(1311, 873);
  CHECK_THAT(driver.title_when([](const auto& t) { return t.find("13/13") == t.npos; }),
             !ContainsSubstring("step 13/13"));
  driver.click(508, 881);
  CHECK_THAT(driver.title_with("step 4/"), ContainsSubstring("step 4/13"));
  driver.drag(508, 881, 700, 881);
  CHECK_THAT(driver.title_with("step 7/"), ContainsSubstring("step 7/13"));
}

TEST_CASE("a mode's button compares while runs are compared, else shows that mode") {
  if (skipped()) return;
  Driver driver;
  driver.click(kTaskGroupX, kModesY);
  CHECK_THAT(driver.title_with("taskgroup"), ContainsSubstring("taskgroup"));
  driver.click(kTaskGroupX, kModesY);  // out again
  CHECK_THAT(driver.title_with("concurrent"), ContainsSubstring("concurrent"));
  driver.keys("c");
  driver.click(kTaskGroupX, kModesY);
  CHECK_THAT(driver.title_with("taskgroup"), ContainsSubstring("taskgroup"));
  const Picture alone = driver.picture();
  driver.click_with("ctrl", 1042, kModesY);  // concurrent, beside it
  CHECK_THAT(driver.title_with("concurrent"), ContainsSubstring("concurrent"));
  CHECK(timeline_change(driver.picture(), alone) > 3000);
  driver.keys("ctrl+1");
  CHECK_THAT(driver.title_with("sequential"), ContainsSubstring("sequential"));
}

TEST_CASE("the wheel zooms with Ctrl, pans with Shift, and 0 shows all") {
  if (skipped()) return;
  Driver driver;
  driver.click(300, 738);
  driver.wheel("", 700, 640, 1);  // puts the pointer where it stays
  const Picture whole = driver.picture();
  driver.wheel("ctrl", 700, 640, 4);
  const Picture zoomed = driver.picture();
  CHECK(timeline_change(zoomed, whole) > 3000);
  driver.wheel("shift", 700, 640, -3);
  const Picture panned = driver.picture();
  CHECK(timeline_change(panned, zoomed) > 1000);
  driver.keys("0");
  CHECK(timeline_change(driver.picture(), whole) == 0);
}

TEST_CASE("F6 and arrows change a slider, Ctrl+Z takes it back, Esc leaves it") {
  if (skipped()) return;
  Driver driver;
  driver.keys("F6 F6 F6 Right Right");
  CHECK_THAT(driver.title_with("step 0/15"), ContainsSubstring("step 0/15"));
  driver.keys("Escape ctrl+z ctrl+z");
  CHECK_THAT(driver.title_with("step 0/13"), ContainsSubstring("step 0/13"));
  driver.keys("ctrl+y ctrl+y");
  CHECK_THAT(driver.title_with("step 0/15"), ContainsSubstring("step 0/15"));
  driver.keys("Right");  // the playhead's again
  CHECK_THAT(driver.title_with("step 1/15"), ContainsSubstring("step 1/15"));
}

TEST_CASE("M, V, W, Alt+arrows and the size of type change what is seen, and back again") {
  if (skipped()) return;
  Driver driver;
  driver.keys("Right Right Right Right Right Right Right Right Down Down");
  const Picture plain = driver.picture();
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
    CHECK((full_screen || comes_to(driver, [&](const Picture& now) {
             return now.differing(plain, 0, 0, plain.width, plain.height) > 20;
           })));
    driver.keys(pair.back);
    CHECK(comes_to(driver, [&](const Picture& now) {
      return now.differing(plain, 0, 0, compared, plain.height) == 0;
    }));
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
  const Picture asked = driver.picture();
  driver.keys("Return");
  CHECK(comes_to(
      driver, [&](const Picture& now) { return now.differing(asked, 180, 750, 580, 30) > 200; }));
  // The dialogue is still there, with its path: it can be put right.
  driver.keys("ctrl+a");
  driver.type(path.string());
  driver.click(1360, 765);  // its button
  for (int i = 0; i < 100 && !std::filesystem::exists(path); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  REQUIRE(std::filesystem::exists(path));
  driver.keys("Right");  // and the keys are the window's again
  CHECK_THAT(driver.title_with("step 1/"), ContainsSubstring("step 1/13"));
}

}  // namespace
}  // namespace interleave::driven
