#include "runtime/clock.h"

#include <string>

#include "tests/catch.h"

namespace interleave::test {

TEST_CASE("the virtual clock moves only when told to, and never back") {
  VirtualClock clock;
  CHECK(std::string(clock.name()) == "virtual");
  CHECK(clock.now_ns() == 0);
  CHECK(clock.wait_until(5));
  CHECK(clock.now_ns() == 5);
  clock.spend(7);
  CHECK(clock.now_ns() == 12);
  CHECK(clock.wait_until(3));
  CHECK(clock.now_ns() == 12);
}

TEST_CASE("the wall clock sleeps until a time, and while it spends") {
  WallClock clock;
  CHECK(std::string(clock.name()) == "wall");
  const std::int64_t before = clock.now_ns();
  CHECK(clock.wait_until(before + 2'000'000));
  const std::int64_t after = clock.now_ns();
  CHECK(after >= before + 2'000'000);
  clock.spend(1'000'000);
  CHECK(clock.now_ns() >= after + 1'000'000);
}

TEST_CASE("a wall clock that polls says that the time has not come yet") {
  WallClock clock(WallClock::Waiting::poll);
  const std::int64_t hour_ns = 3'600'000'000'000;
  CHECK_FALSE(clock.wait_until(hour_ns));
  CHECK(clock.now_ns() < hour_ns);
  CHECK(clock.wait_until(0));
}

}  // namespace interleave::test
