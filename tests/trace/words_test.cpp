#include "app/trace/words.h"

#include "tests/catch.h"

using namespace interleave;

TEST_CASE("ordinals, counts and lists") {
  CHECK(words::ordinal(1) == "1st");
  CHECK(words::ordinal(2) == "2nd");
  CHECK(words::ordinal(11) == "11th");
  CHECK(words::ordinal(23) == "23rd");
  CHECK(words::ordinal(112) == "112th");
  CHECK(words::count_of(1, "task") == "1 task");
  CHECK(words::count_of(0, "task") == "0 tasks");
  CHECK(words::list({"a"}) == "a");
  CHECK(words::list({"a", "b"}) == "a and b");
  CHECK(words::list({"a", "b", "c"}) == "a, b and c");
  CHECK(words::list({"a", "b", "c", "d", "e"}, 3) == "a, b and 3 others");
  CHECK(words::list({}).empty());
}

TEST_CASE("a coroutine's name gives what is done and what is waited for") {
  CHECK(words::doing("reading_book") == "reading");
  CHECK(words::doing("checking_messages") == "messages");
  CHECK(words::doing("talking") == "talking");
  CHECK(words::doing("number_cruncher") == "number_cruncher");
  CHECK(words::waited_for("boiling_water") == "the water");
  CHECK(words::waited_for("heartbeat") == "heartbeat");
  CHECK(words::waited_for("ring_bell") == "ring_bell");
}
