#include "app/trace/stops.h"
#include "tests/catch.h"
#include "tests/trace/log_builder.h"

using namespace interleave;
using namespace interleave::test;

TEST_CASE("a length of time is written as a class would say it") {
  CHECK(seconds_text(0) == "0 s");
  CHECK(seconds_text(1200 * kMs) == "1.2 s");
  CHECK(seconds_text(350 * kMs) == "0.35 s");
  CHECK(seconds_text(177 * kMs) == "177 ms");
  CHECK(seconds_text(200 * kMs) == "0.2 s");
  CHECK(seconds_text(2 * kSecond) == "2 s");
  CHECK(seconds_text(5 * kMs) == "5 ms");
  CHECK(seconds_text(12'345'678) == "12.346 ms");
  CHECK(seconds_text(1'500) == "1.5 µs");
  CHECK(seconds_text(7) == "7 ns");
  CHECK(seconds_text(-kSecond) == "-1 s");
  CHECK(seconds_text(1'200'123'456) == "1.2 s");
}

TEST_CASE("a total has one decimal at least") {
  CHECK(total_text(3 * kSecond) == "3.0 s");
  CHECK(total_text(354 * kMs) == "0.354 s");
  CHECK(total_text(0) == "0.0 s");
  CHECK(total_text(12'340 * kMs) == "12.34 s");
  CHECK(total_text(-500 * kMs) == "-0.5 s");
}
