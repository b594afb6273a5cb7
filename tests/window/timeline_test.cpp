// Gestures on the timeline of the real window. Places are those of 1600 × 1000.

#include "tests/catch.h"
#include "tests/window/looks.h"

namespace interleave::driven {
namespace {

using Catch::Matchers::ContainsSubstring;

constexpr int kRulerY = 412;  // of the concurrent run
constexpr int kStartX = 442;  // of the time axis
constexpr int kOneSecondX = 590;
constexpr int kTwoSecondsX = 740;
constexpr int kLabelY = 133;  // the playhead's label
constexpr int kMapY = 704;    // the small map, while zoomed

constexpr Part kTimeline{240, 60, 900, 690};
constexpr Part kSums{240, 670, 700, 50};

/// Away from everything that shows something under the pointer.
void rest_pointer(Driver& driver) { driver.wheel("", 900, 27, 1); }

TEST_CASE("the playhead is dragged by its label from stop to stop") {
  if (skipped()) return;
  Driver driver;
  driver.drag(kStartX, kLabelY, kOneSecondX + 2, kLabelY);
  CHECK_THAT(settled_title(driver), ContainsSubstring("· 1 s"));
}

TEST_CASE("a drag pans what is zoomed, and Ctrl+Z takes back the whole gesture") {
  if (skipped()) return;
  Driver driver;
  rest_pointer(driver);
  const Picture whole = settled_picture(driver);
  driver.wheel("ctrl", 700, 640, 5);
  rest_pointer(driver);
  const Picture zoomed = settled_picture(driver);
  CHECK(change(zoomed, whole, kTimeline) > 3000);
  driver.drag(900, 560, 700, 560);
  rest_pointer(driver);
  CHECK(change(settled_picture(driver), zoomed, kTimeline) > 1000);
  driver.keys("ctrl+z");
  CHECK(change(settled_picture(driver), zoomed, kTimeline) == 0);
  driver.keys("0");
  CHECK(change(settled_picture(driver), whole, kTimeline) == 0);
}

TEST_CASE("the small map shows what is seen: a click goes there, its frame is dragged") {
  if (skipped()) return;
  Driver driver;
  driver.keys("plus plus plus plus plus plus");
  rest_pointer(driver);
  const Picture first = settled_picture(driver);
  driver.click(1080, kMapY);
  rest_pointer(driver);
  const Picture last = settled_picture(driver);
  CHECK(change(last, first, kTimeline) > 1000);
  driver.drag(1080, kMapY, 480, kMapY);
  rest_pointer(driver);
  CHECK(change(settled_picture(driver), last, kTimeline) > 1000);
  driver.keys("ctrl+z");
  CHECK(change(settled_picture(driver), last, kTimeline) == 0);
}

TEST_CASE("a span says its sums below the lanes until Esc") {
  if (skipped()) return;
  Driver driver;
  rest_pointer(driver);
  const Picture plain = settled_picture(driver);
  driver.drag(kOneSecondX, kRulerY, kTwoSecondsX, kRulerY);
  rest_pointer(driver);
  CHECK(change(settled_picture(driver), plain, kSums) > 300);
  driver.keys("Escape");
  CHECK(change(settled_picture(driver), plain, kTimeline) == 0);
  driver.keys("End m Home");
  CHECK(change(settled_picture(driver), plain, kSums) > 300);
}

TEST_CASE("Enter folds the children of the selected lane and opens them again") {
  if (skipped()) return;
  Driver driver;
  driver.keys("Right Down");
  rest_pointer(driver);
  const Picture open = settled_picture(driver);
  driver.keys("Return");
  CHECK(change(settled_picture(driver), open, kTimeline) > 3000);
  driver.keys("Return");
  CHECK(change(settled_picture(driver), open, kTimeline) == 0);
  driver.keys("Return ctrl+z");
  CHECK(change(settled_picture(driver), open, kTimeline) == 0);
}

TEST_CASE("lanes are found by name, Enter keeps it, Esc in the field shows all") {
  if (skipped()) return;
  Driver driver;
  rest_pointer(driver);
  const Picture all = settled_picture(driver);
  driver.keys("ctrl+f");
  driver.type("book");
  driver.keys("Return");
  CHECK(change(settled_picture(driver), all, kTimeline) > 3000);
  driver.keys("Right");  // the field is closed: keys are the window's
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 1/"));
  driver.keys("Left ctrl+f Escape");
  CHECK(change(settled_picture(driver), all, kTimeline) == 0);
}

TEST_CASE("the wheel on the scrubber goes from stop to stop") {
  if (skipped()) return;
  Driver driver;
  driver.wheel("", 600, 881, -3);
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 2/13"));  // the third stop
  driver.wheel("", 600, 881, 1);
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 1/13"));
}

}  // namespace
}  // namespace interleave::driven
