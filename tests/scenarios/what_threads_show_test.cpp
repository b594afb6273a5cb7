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

}  // namespace interleave::test
