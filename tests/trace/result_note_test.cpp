#include "app/trace/result_note.h"

#include "tests/catch.h"
#include "tests/trace/log_builder.h"
#include "tests/trace/runs.h"

using namespace interleave;
using namespace interleave::test;

namespace {

Trace printing(const std::vector<std::string>& lines, std::int64_t at_ns = kSecond) {
  LogBuilder run;
  const TaskId main = run.create("main", kProgram);
  run.start(main).block(main, at_ns);
  for (const std::string& line : lines) {
    run.print(main, line);
  }
  run.finish(main);
  run.end();
  return run.trace();
}

}  // namespace

TEST_CASE("another value is another result") {
  CHECK(result_note(printing({"counter: 10"}), printing({"counter: 5"})) ==
        "not the same result (5, not 10)");
}

TEST_CASE("the order of the lines is no difference") {
  CHECK(result_note(printing({"a", "b", "b"}), printing({"b", "a", "b"})).empty());
  CHECK(result_note(boiling_water_sequential(), boiling_water_concurrent()).empty());
}

TEST_CASE("how often a line is printed is one") {
  CHECK(result_note(printing({"a", "b", "b"}), printing({"a", "b"})) ==
        "not the same result (1 line less, first: “b”)");
}

TEST_CASE("a line that only tells the time is the same result") {
  CHECK(result_note(printing({"Time taken 4.0s"}, 4 * kSecond),
                    printing({"Time taken 2.0s"}, 2 * kSecond))
            .empty());
  CHECK(result_note(printing({"planet 1 0.94"}, 940 * kMs), printing({"planet 1 0.52"}, 520 * kMs))
            .empty());
}

TEST_CASE("a fraction that is not the time is a result") {
  CHECK(result_note(printing({"mean 18.5"}), printing({"mean 17.5"})) ==
        "not the same result (17.5, not 18.5)");
}

TEST_CASE("a whole number is a result even with a unit") {
  CHECK_FALSE(
      result_note(printing({"boiling for 1 sec"}), printing({"boiling for 3 sec"})).empty());
}

TEST_CASE("many other lines are counted and one is shown") {
  CHECK(result_note(printing({"a", "b"}), printing({"c", "d", "e"})) ==
        "not the same result (3 lines, such as “c”, not “a”)");
}
