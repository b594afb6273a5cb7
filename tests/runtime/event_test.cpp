#include "runtime/event.h"

#include "tests/catch.h"

namespace interleave::test {

TEST_CASE("an event holds a duration of 64 bits in two halves") {
  for (const std::int64_t ns :
       {std::int64_t{0}, std::int64_t{1}, std::int64_t{4'294'967'296}, std::int64_t{-1},
        std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()}) {
    Event event;
    event.set_duration(ns);
    CHECK(event.duration() == ns);
  }
}

TEST_CASE("an event is 32 bytes and can be compared") {
  CHECK(sizeof(Event) == 32);
  Event event;
  CHECK(event == Event{});
  event.line = 1;
  CHECK_FALSE(event == Event{});
}

TEST_CASE("three kinds end a task, two begin a step, three end a program") {
  int ends = 0;
  int begins = 0;
  int program_ends = 0;
  for (int i = 0; i < kKindCount; ++i) {
    const Kind kind = static_cast<Kind>(i);
    ends += is_end(kind) ? 1 : 0;
    begins += begins_step(kind) ? 1 : 0;
    program_ends += ends_program(kind) ? 1 : 0;
  }
  CHECK(ends == 3);
  CHECK(begins == 2);
  CHECK(program_ends == 3);
}

}  // namespace interleave::test
