#include "runtime/holders.h"

#include "tests/catch.h"

namespace interleave::test {

TEST_CASE("who took it first holds it, until it lets go") {
  Holders holders;
  CHECK(holders.first(1) == nullptr);
  holders.took(1, 7);
  holders.took(1, 8);
  holders.took(2, 9);
  REQUIRE(holders.first(1) != nullptr);
  CHECK(*holders.first(1) == 7);
  holders.gave_back(1, 7);
  CHECK(*holders.first(1) == 8);
  CHECK(*holders.first(2) == 9);
}

TEST_CASE("whoever lets go of what others hold takes the oldest off") {
  Holders holders;
  holders.gave_back(1, 5);
  CHECK(holders.first(1) == nullptr);
  holders.took(1, 7);
  holders.took(1, 8);
  holders.gave_back(1, 5);
  CHECK(*holders.first(1) == 8);
}

}  // namespace interleave::test
