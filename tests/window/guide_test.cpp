// The palette, the lesson's cards, the tour and the table of keys, in the real window.

#include <filesystem>

#include "tests/catch.h"
#include "tests/window/driver.h"

namespace interleave::driven {
namespace {

using Catch::Matchers::ContainsSubstring;

bool skipped() {
  const std::string missing = Driver::missing();
  if (!missing.empty()) {
    WARN("SKIPPED: " << missing);
  }
  return !missing.empty();
}

/// Puts the pointer where it hovers over nothing.
void rest_pointer(Driver& driver, int height = 1000) { driver.click(4, height - 4); }

int change(const Picture& a, const Picture& b) { return a.differing(b, 0, 0, b.width, b.height); }

TEST_CASE("Ctrl+P does by name what a key does, opens lessons, and Esc leaves all as it was") {
  if (skipped()) return;
  Driver driver;
  rest_pointer(driver);
  const Picture plain = driver.picture();
  driver.keys("ctrl+p");
  CHECK(change(driver.picture_that([&](const Picture& now) { return change(now, plain) > 50'000; }),
               plain) > 50'000);
  driver.type("prinnt zzz");
  driver.keys("Return");  // nothing is called that
  driver.keys("Escape");
  CHECK(change(driver.picture_that([&](const Picture& now) { return change(now, plain) == 0; }),
               plain) == 0);
  driver.keys("ctrl+p");
  driver.type("theme dark");
  driver.keys("Return");
  CHECK(driver.picture().brightness_at(5, 5) < 60);
  driver.keys("ctrl+p");
  driver.type("two hellos");
  driver.keys("Return");
  CHECK_THAT(driver.title_with("hellos"), !ContainsSubstring("boiling-water"));
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
  CHECK_THAT(driver.title_with("13/13"), ContainsSubstring("step 13/13"));
  driver.keys("Home");
  (void)driver.title_with("step 0/13");
  driver.keys("ctrl+p Return");
  CHECK_THAT(driver.title_with("13/13"), ContainsSubstring("step 13/13"));
}

TEST_CASE("the question stands where the narration will be, what to notice at the end") {
  if (skipped()) return;
  Driver driver;
  rest_pointer(driver);
  const Picture asked = driver.picture();
  driver.keys("Escape");
  const Picture told = driver.picture();
  CHECK(change(told, asked) > 1000);
  CHECK(told.differing(asked, 240, 60, 900, 560) == 0);  // the timeline is as it was
  driver.keys("Right");
  (void)driver.title_with("step 1/13");
  driver.keys("Left");
  (void)driver.title_with("step 0/13");
  CHECK(change(driver.picture(), asked) == 0);
  driver.keys("End");
  (void)driver.title_with("13/13");
  const Picture noticed = driver.picture();
  driver.keys("Right");
  CHECK(change(driver.picture(), noticed) > 1000);
}

TEST_CASE("the tour goes round the window and leaves it as it was") {
  if (skipped()) return;
  for (const Setup& setup : {Setup{1600, 1000, 96, {}}, Setup{900, 600, 96, {}}}) {
    INFO(setup.width << " x " << setup.height);
    Driver driver(setup);
    rest_pointer(driver, setup.height);
    const Picture plain = driver.picture();
    driver.keys("ctrl+p");
    driver.type("tour");
    driver.keys("Return");
    Picture last = driver.picture();
    CHECK(change(last, plain) > 50'000);
    for (int i = 0; i < 5; ++i) {
      driver.keys("Right");
      Picture now = driver.picture();
      CHECK(change(now, last) > 10'000);
      last = std::move(now);
    }
    driver.keys("Left Right Return");
    CHECK(change(driver.picture(), plain) == 0);
  }
}

TEST_CASE("who starts it for the first time is offered the tour, until it is declined") {
  if (skipped()) return;
  Driver driver;
  const Picture known = driver.picture();
  std::filesystem::remove(driver.folder() / "config" / "interleave" / "settings.ini");
  driver.start();
  const Picture offered = driver.picture();
  CHECK(offered.differing(known, 0, 52, 232, 110) > 2000);
  driver.click(205, 79);
  driver.click(700, 980);  // nothing is there: no tooltip stays
  CHECK(driver.picture().differing(known, 0, 52, 232, 110) == 0);
}

TEST_CASE("the keys are all there to be read in small windows: they scroll by key") {
  if (skipped()) return;
  for (const Setup& setup :
       {Setup{1280, 800, 96, {}}, Setup{900, 600, 96, {}}, Setup{1920, 1200, 192, {}}}) {
    INFO(setup.width << " x " << setup.height);
    Driver driver(setup);
    rest_pointer(driver, setup.height);
    const Picture plain = driver.picture();
    const auto differing = [&driver](const Picture& from, int by) {
      return driver.picture_that([&](const Picture& now) { return change(now, from) > by; });
    };
    const auto back_at = [&driver](const Picture& to) {
      return change(driver.picture_that([&](const Picture& now) { return change(now, to) == 0; }),
                    to) == 0;
    };
    driver.keys("question");
    const Picture top = differing(plain, 50'000);
    CHECK(change(top, plain) > 50'000);
    driver.keys("End");
    if (setup.width == 900) {
      CHECK(change(differing(top, 10'000), top) > 10'000);
    }
    driver.keys("Home");
    CHECK(back_at(top));
    driver.keys("Escape");
    CHECK(back_at(plain));
  }
}

}  // namespace
}  // namespace interleave::driven
