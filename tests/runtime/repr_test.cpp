#include "runtime/repr.h"

#include "tests/catch.h"

namespace interleave::test {

TEST_CASE("repr writes texts as Python does") {
  CHECK(repr("plain") == "'plain'");
  CHECK(repr("it's") == "\"it's\"");
  CHECK(repr("\"it's\"") == "'\"it\\'s\"'");
  CHECK(repr("a\\b\n\tc") == "'a\\\\b\\n\\tc'");
  CHECK(repr("München ✓") == "'München ✓'");
}

TEST_CASE("repr writes numbers, truth values and lists as Python does") {
  CHECK(repr(-7) == "-7");
  CHECK(repr(true) == "True");
  CHECK(repr(false) == "False");
  CHECK(repr(1850.0) == "1850.0");
  CHECK(repr(0.1) == "0.1");
  CHECK(repr(-0.0) == "-0.0");
  CHECK(repr(1.0 / 3.0) == "0.3333333333333333");
  CHECK(repr(std::vector<int>{}) == "[]");
  CHECK(repr(std::vector<std::vector<int>>{{10, 20}, {50}}) == "[[10, 20], [50]]");
  CHECK(repr(std::vector<std::string>{"a", "b"}) == "['a', 'b']");
}

TEST_CASE("repr turns to powers of ten where Python does") {
  CHECK(repr(1e16) == "1e+16");
  CHECK(repr(1e15) == "1000000000000000.0");
  CHECK(repr(123456789012.0) == "123456789012.0");
  CHECK(repr(1e-4) == "0.0001");
  CHECK(repr(1e-5) == "1e-05");
  CHECK(repr(-2.5e-7) == "-2.5e-07");
  CHECK(repr(0.00012345) == "0.00012345");
  CHECK(repr(1e300) == "1e+300");
  CHECK(repr(9007199254740993.0) == "9007199254740992.0");
}

}  // namespace interleave::test
