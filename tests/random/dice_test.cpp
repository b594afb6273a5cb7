#include "tests/random/dice.h"

#include "tests/catch.h"

namespace interleave::random_programs {

TEST_CASE("random dice: a seed gives the same throws on every machine") {
  Dice dice(1);
  std::vector<int> thrown;
  for (int i = 0; i < 8; ++i) {
    thrown.push_back(dice.below(1000));
  }
  CHECK(thrown == std::vector<int>{718, 128, 535, 152, 180, 231, 958, 215});

  Dice again(1);
  Dice other(2);
  bool differs = false;
  for (const int expected : thrown) {
    CHECK(again.below(1000) == expected);
    differs = differs || other.below(1000) != expected;
  }
  CHECK(differs);
}

TEST_CASE("random dice: every side comes up, none beyond") {
  Dice dice(7);
  std::vector<int> seen(6);
  for (int i = 0; i < 600; ++i) {
    const int side = dice.between(1, 6);
    REQUIRE(side >= 1);
    REQUIRE(side <= 6);
    ++seen[static_cast<std::size_t>(side - 1)];
  }
  for (const int count : seen) {
    CHECK(count > 50);
  }
  CHECK_FALSE(Dice(1).chance(0));
  CHECK(Dice(1).chance(100));
}

}  // namespace interleave::random_programs
