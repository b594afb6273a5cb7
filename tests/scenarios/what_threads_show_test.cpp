// What the scenarios of threads and processes show: exact lines, their order, when.

#include "tests/catch.h"
#include "tests/scenarios/runs.h"

namespace interleave::test {

TEST_CASE("pi-in-a-thread: the greetings come after the result, or before it") {
  CHECK(timed_lines_of("pi-in-a-thread", "inline") ==
        Lines{"2.0 s 3.1415926535", "2.0 s Another function gets calleeeeeeed",
              "2.0 s Another function gets called"});
  CHECK(timed_lines_of("pi-in-a-thread", "threaded") ==
        Lines{"0.0 s Another function gets calleeeeeeed", "0.0 s Another function gets called",
              "2.0 s 3.1415926535"});
}

TEST_CASE("external-apis: threads wait side by side, 3.0 s against 1.0 s") {
  CHECK(timed_lines_of("external-apis", "sequential") ==
        Lines{"1.0 s answer for id1", "2.0 s answer for id2", "3.0 s answer for id3"});
  CHECK(timed_lines_of("external-apis", "threaded") ==
        Lines{"1.0 s answer for id1", "1.0 s answer for id2", "1.0 s answer for id3"});
  CHECK(total_of("external-apis", "threaded", {{"ids", 5}}) == 2000);
  CHECK(total_of("external-apis", "threaded", {{"workers", 1}}) == 3000);
}

TEST_CASE("fuzzy-match: only processes compute side by side, 2.25 s against 0.6 s") {
  for (const char* mode : {"inline", "threads", "processes"}) {
    CHECK(lines_of("fuzzy-match", mode) == Lines{"225 pairs matched"});
  }
  CHECK(total_of("fuzzy-match", "inline") == 2250);
  CHECK(total_of("fuzzy-match", "threads") == 2250);
  CHECK(total_of("fuzzy-match", "processes") == 600);
  CHECK(total_of("fuzzy-match", "processes", {{"chunk", 225}}) == 2250);
}

TEST_CASE("split-the-sum: 1.0 s against 0.254 s, the additions at the end among it") {
  CHECK(timed_lines_of("split-the-sum", "one") == Lines{"1.0 s 499500"});
  CHECK(lines_of("split-the-sum", "split") == Lines{"499500"});
  CHECK(total_of("split-the-sum", "split") == 254);
}

}  // namespace interleave::test
