// Comparison in the real window: runs put in and taken out, copies, playheads apart, where the time
// went.

#include <string>

#include "tests/catch.h"
#include "tests/window/looks.h"

namespace interleave::driven {
namespace {

using Catch::Matchers::ContainsSubstring;

TEST_CASE("A goes round the runs, a copy has its place among them, Del takes it out") {
  if (skipped()) return;
  Driver driver;
  CHECK_THAT(driver.title(), ContainsSubstring("concurrent"));
  const auto title_after = [&driver](const char* keys) {
    driver.keys(keys);
    return settled_title(driver);
  };
  CHECK_THAT(title_after("a"), ContainsSubstring("sequential"));
  CHECK_THAT(title_after("shift+c"), ContainsSubstring("sequential"));  // a copy of it, in focus
  CHECK_THAT(title_after("a"), ContainsSubstring("concurrent"));
  CHECK_THAT(title_after("a Delete"), ContainsSubstring("sequential"));  // the first sequential run
  CHECK_THAT(title_after("a"), ContainsSubstring("concurrent"));
  CHECK_THAT(title_after("a"), ContainsSubstring("sequential"));
}

TEST_CASE("playheads apart: each run keeps its own place") {
  if (skipped()) return;
  Driver driver;
  driver.keys("shift+x End");
  CHECK_THAT(settled_title(driver), ContainsSubstring("concurrent · step 13/13"));
  driver.keys("a");
  CHECK_THAT(settled_title(driver), ContainsSubstring("sequential · step 0/"));
  driver.keys("shift+x a");  // together again, where the focus is
  CHECK_THAT(settled_title(driver), ContainsSubstring("concurrent · step 0/13"));
}

TEST_CASE("J goes to where the runs part, and says so") {
  if (skipped()) return;
  Driver driver;
  driver.keys("End");
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 13/13"));
  driver.keys("j");
  const std::string title = settled_title(driver);
  CHECK_THAT(title, ContainsSubstring("step 2/13"));
  CHECK_THAT(title, ContainsSubstring("· 0 s"));
}

TEST_CASE("where the time went opens over the window, and Esc closes it, at every size") {
  if (skipped()) return;
  for (const Setup& setup : {Setup{1600, 1000, 96, {}}, Setup{900, 600, 96, {"web-server"}},
                             Setup{1920, 1200, 192, {"send-messages"}}}) {
    Driver driver(setup);
    const Picture before = settled_picture(driver);
    driver.keys("shift+w");
    const int quarter = before.width * before.height / 4;
    CHECK(change(settled_picture(driver), before) > quarter);
    driver.keys("Escape");
    // Nothing of it is left; the lane under the pointer may show its pin again.
    CHECK(change(settled_picture(driver), before) < quarter / 4);
  }
}

}  // namespace
}  // namespace interleave::driven
