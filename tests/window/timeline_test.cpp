// Gestures on the timeline of the real window. Places are those of 1600 × 1000.

#include <functional>

#include "tests/catch.h"
#include "tests/window/driver.h"

namespace interleave::driven {
namespace {

using Catch::Matchers::ContainsSubstring;

constexpr int kRulerY = 412;  // of the concurrent run
constexpr int kStartX = 442;  // of the time axis
constexpr int kOneSecondX = 590;
constexpr int kTwoSecondsX = 740;
constexpr int kLabelY = 133;  // the playhead's label
constexpr int kMapY = 704;    // the small map, while zoomed

bool skipped() {
  const std::string missing = Driver::missing();
  if (!missing.empty()) {
    WARN("SKIPPED: " << missing);
  }
  return !missing.empty();
}

int timeline_change(const Picture& a, const Picture& b) {
  return a.differing(b, 240, 60, 900, 690);
}

/// Whether the timeline comes to look as it did, on a busy machine too.
bool looks_again_like(const Driver& driver, const Picture& before) {
  for (int i = 0; i < 20; ++i) {
    if (timeline_change(driver.picture(), before) == 0) {
      return true;
    }
  }
  return false;
}

/// Away from everything that shows something under the pointer.
void rest_pointer(Driver& driver) { driver.wheel("", 900, 27, 1); }

TEST_CASE("the playhead is dragged by its label from stop to stop") {
  if (skipped()) return;
  Driver driver;
  driver.drag(kStartX, kLabelY, kOneSecondX + 2, kLabelY);
  CHECK_THAT(driver.title_with("· 1 s"), ContainsSubstring("· 1 s"));
}

TEST_CASE("a drag pans what is zoomed, and Ctrl+Z takes back the whole gesture") {
  if (skipped()) return;
  Driver driver;
  rest_pointer(driver);
  const Picture whole = driver.picture();
  driver.wheel("ctrl", 700, 640, 5);
  rest_pointer(driver);
  const Picture zoomed = driver.picture();
  CHECK(timeline_change(zoomed, whole) > 3000);
  driver.drag(900, 560, 700, 560);
  rest_pointer(driver);
  CHECK(timeline_change(driver.picture(), zoomed) > 1000);
  driver.keys("ctrl+z");
  CHECK(looks_again_like(driver, zoomed));
  driver.keys("0");
  CHECK(looks_again_like(driver, whole));
}

TEST_CASE("the small map shows what is seen: a click goes there, its frame is dragged") {
  if (skipped()) return;
  Driver driver;
  driver.keys("plus plus plus plus plus plus");
  rest_pointer(driver);
  const Picture first = driver.picture();
  driver.click(1080, kMapY);
  rest_pointer(driver);
  const Picture last = driver.picture();
  CHECK(timeline_change(last, first) > 1000);
  driver.drag(1080, kMapY, 480, kMapY);
  rest_pointer(driver);
  CHECK(timeline_change(driver.picture(), last) > 1000);
  driver.keys("ctrl+z");
  CHECK(looks_again_like(driver, last));
}

TEST_CASE("a span says its sums below the lanes until Esc") {
  if (skipped()) return;
  Driver driver;
  rest_pointer(driver);
  const Picture plain = driver.picture();
  driver.drag(kOneSecondX, kRulerY, kTwoSecondsX, kRulerY);
  rest_pointer(driver);
  CHECK(driver.picture().differing(plain, 240, 670, 700, 50) > 300);
  driver.keys("Escape");
  CHECK(looks_again_like(driver, plain));
  driver.keys("End m Home");
  CHECK(driver.picture().differing(plain, 240, 670, 700, 50) > 300);
}

TEST_CASE("Enter folds the children of the selected lane and opens them again") {
  if (skipped()) return;
  Driver driver;
  driver.keys("Right Down");
  rest_pointer(driver);
  const Picture open = driver.picture();
  driver.keys("Return");
  CHECK(timeline_change(driver.picture(), open) > 3000);
  driver.keys("Return");
  CHECK(looks_again_like(driver, open));
  driver.keys("Return ctrl+z");
  CHECK(looks_again_like(driver, open));
}

TEST_CASE("lanes are found by name, Enter keeps it, Esc in the field shows all") {
  if (skipped()) return;
  Driver driver;
  rest_pointer(driver);
  const Picture all = driver.picture();
  driver.keys("ctrl+f");
  driver.type("book");
  driver.keys("Return");
  CHECK(timeline_change(driver.picture(), all) > 3000);
  driver.keys("Right");  // the field is closed: keys are the window's
  CHECK_THAT(driver.title_with("step 1/"), ContainsSubstring("step 1/"));
  driver.keys("Left ctrl+f Escape");
  CHECK(looks_again_like(driver, all));
}

TEST_CASE("the wheel on the scrubber goes from stop to stop") {
  if (skipped()) return;
  Driver driver;
  driver.wheel("", 600, 881, -3);
  CHECK_THAT(driver.title_with("step 2/"), ContainsSubstring("step 2/13"));  // the third stop
  driver.wheel("", 600, 881, 1);
  CHECK_THAT(driver.title_with("step 1/"), ContainsSubstring("step 1/13"));
}

}  // namespace
}  // namespace interleave::driven
