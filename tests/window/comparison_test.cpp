// Comparison in the real window: runs put in and taken out, copies, playheads apart, where the time
// went.

#include <chrono>
#include <functional>
#include <string>
#include <thread>

#include "tests/catch.h"
#include "tests/window/driver.h"

namespace interleave::driven {
namespace {

using Catch::Matchers::ContainsSubstring;

bool skipped() {
  const std::string missing = Driver::missing();
  if (missing.empty()) {
    return false;
  }
  WARN("SKIPPED: " << missing);
  return true;
}

int changed(const Picture& one, const Picture& other) {
  return one.differing(other, 0, 0, one.width, one.height);
}

/// Whether the picture comes to differ from another as wished, before some seconds have gone by.
bool comes_to(const Driver& driver, const Picture& from, const std::function<bool(int)>& wished) {
  for (int i = 0; i < 30; ++i) {
    if (wished(changed(driver.picture(), from))) {
      return true;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  return false;
}

TEST_CASE("A goes round the runs, a copy has its place among them, Del takes it out") {
  if (skipped()) return;
  Driver driver;
  CHECK_THAT(driver.title(), ContainsSubstring("concurrent"));
  driver.keys("a");
  CHECK_THAT(driver.title_with("sequential"), ContainsSubstring("sequential"));
  driver.keys("shift+c");  // a copy of the sequential run, in focus
  driver.keys("a");
  CHECK_THAT(driver.title_with("concurrent"), ContainsSubstring("concurrent"));
  driver.keys("a");
  driver.keys("Delete");  // the first sequential run
  driver.keys("a");
  CHECK_THAT(driver.title_with("concurrent"), ContainsSubstring("concurrent"));
  driver.keys("a");
  CHECK_THAT(driver.title_with("sequential"), ContainsSubstring("sequential"));
}

TEST_CASE("playheads apart: each run keeps its own place") {
  if (skipped()) return;
  Driver driver;
  driver.keys("shift+x");
  driver.keys("End");
  CHECK_THAT(driver.title_with("step 13/13"), ContainsSubstring("step 13/13"));
  driver.keys("a");
  CHECK_THAT(driver.title_with("sequential"), ContainsSubstring("step 0/"));
  driver.keys("shift+x");  // together again, where the focus is
  driver.keys("a");
  CHECK_THAT(driver.title_with("concurrent"), ContainsSubstring("step 0/13"));
}

TEST_CASE("J goes to where the runs part, and says so") {
  if (skipped()) return;
  Driver driver;
  driver.keys("End");
  CHECK_THAT(driver.title_with("step 13/13"), ContainsSubstring("step 13/13"));
  driver.keys("j");
  CHECK_THAT(driver.title_with("step 2/13"), ContainsSubstring("· 0 s"));
}

TEST_CASE("where the time went opens over the window, and Esc closes it, at every size") {
  if (skipped()) return;
  for (const Setup& setup : {Setup{1600, 1000, 96, {}}, Setup{900, 600, 96, {"web-server"}},
                             Setup{1920, 1200, 192, {"send-messages"}}}) {
    Driver driver(setup);
    const Picture before = driver.picture();
    driver.keys("shift+w");
    const int quarter = before.width * before.height / 4;
    CHECK(comes_to(driver, before, [quarter](int count) { return count > quarter; }));
    driver.keys("Escape");
    // Nothing of it is left; the lane under the pointer may show its pin again.
    CHECK(comes_to(driver, before, [quarter](int count) { return count < quarter / 4; }));
  }
}

}  // namespace
}  // namespace interleave::driven
