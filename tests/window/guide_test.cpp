// The palette, the lesson's cards, the tour and the table of keys, in the real window.

#include <filesystem>

#include "tests/catch.h"
#include "tests/window/looks.h"

namespace interleave::driven {
namespace {

using Catch::Matchers::ContainsSubstring;

/// Puts the pointer where it hovers over nothing.
void rest_pointer(Driver& driver, int height = 1000) { driver.click(4, height - 4); }

TEST_CASE("Ctrl+P does by name what a key does, opens lessons, and Esc leaves all as it was") {
  if (skipped()) return;
  Driver driver;
  rest_pointer(driver);
  const Picture plain = settled_picture(driver);
  driver.keys("ctrl+p");
  CHECK(change(settled_picture(driver), plain) > 50'000);
  driver.type("prinnt zzz");
  driver.keys("Return");  // nothing is called that
  driver.keys("Escape");
  CHECK(change(settled_picture(driver), plain) == 0);
  driver.keys("ctrl+p");
  driver.type("theme dark");
  driver.keys("Return");
  CHECK(settled_picture(driver).brightness_at(5, 5) < 60);
  driver.keys("ctrl+p");
  driver.type("two hellos");
  driver.keys("Return");
  CHECK_THAT(settled_title(driver), ContainsSubstring("two-hellos"));
}

TEST_CASE("arrows choose in the palette, and what was used is on top the next time") {
  if (skipped()) return;
  Driver driver;
  driver.keys("ctrl+p");
  driver.type("to the");
  driver.keys("Return");  // to the start or the end
  driver.keys("ctrl+p");
  driver.type("end last");
  driver.keys("Return");
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 13/13"));
  driver.keys("Home");
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 0/13"));
  driver.keys("ctrl+p Return");
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 13/13"));
}

TEST_CASE("the question stands where the narration will be, what to notice at the end") {
  if (skipped()) return;
  Driver driver;
  rest_pointer(driver);
  const Picture asked = settled_picture(driver);
  driver.keys("Escape");
  const Picture told = settled_picture(driver);
  CHECK(change(told, asked) > 1000);
  CHECK(change(told, asked, {240, 60, 900, 560}) == 0);  // the timeline is as it was
  driver.keys("Right");
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 1/13"));
  driver.keys("Left");
  CHECK(change(settled_picture(driver), asked) == 0);
  driver.keys("End");
  const Picture noticed = settled_picture(driver);
  driver.keys("Right");
  CHECK(change(settled_picture(driver), noticed) > 1000);
}

TEST_CASE("the tour goes round the window and leaves it as it was") {
  if (skipped()) return;
  for (const Setup& setup : {Setup{1600, 1000, 96, {}}, Setup{900, 600, 96, {}}}) {
    INFO(setup.width << " x " << setup.height);
    Driver driver(setup);
    rest_pointer(driver, setup.height);
    const Picture plain = settled_picture(driver);
    driver.keys("ctrl+p");
    driver.type("tour");
    driver.keys("Return");
    Picture last = settled_picture(driver);
    CHECK(change(last, plain) > 50'000);
    for (int i = 0; i < 5; ++i) {
      driver.keys("Right");
      Picture now = settled_picture(driver);
      CHECK(change(now, last) > 10'000);
      last = std::move(now);
    }
    driver.keys("Left Right Return");
    CHECK(change(settled_picture(driver), plain) == 0);
  }
}

TEST_CASE("who starts it for the first time is offered the tour, until it is declined") {
  if (skipped()) return;
  Driver driver;
  constexpr Part kOffer{0, 52, 232, 110};
  const Picture known = settled_picture(driver);
  std::filesystem::remove(driver.folder() / "config" / "interleave" / "settings.ini");
  driver.start();
  CHECK(change(settled_picture(driver), known, kOffer) > 2000);
  driver.click(205, 79);
  driver.click(700, 980);  // nothing is there: no tooltip stays
  CHECK(change(settled_picture(driver), known, kOffer) == 0);
}

TEST_CASE("the keys are all there to be read in small windows: they scroll by key") {
  if (skipped()) return;
  for (const Setup& setup :
       {Setup{1280, 800, 96, {}}, Setup{900, 600, 96, {}}, Setup{1920, 1200, 192, {}}}) {
    INFO(setup.width << " x " << setup.height);
    Driver driver(setup);
    rest_pointer(driver, setup.height);
    const Picture plain = settled_picture(driver);
    driver.keys("question");
    const Picture top = settled_picture(driver);
    CHECK(change(top, plain) > 50'000);
    driver.keys("End");
    const int scrolled = change(settled_picture(driver), top);
    CHECK((setup.width != 900 || scrolled > 10'000));
    driver.keys("Home");
    CHECK(change(settled_picture(driver), top) == 0);
    driver.keys("Escape");
    CHECK(change(settled_picture(driver), plain) == 0);
  }
}

}  // namespace
}  // namespace interleave::driven
