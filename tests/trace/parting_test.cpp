#include "app/trace/parting.h"

#include "tests/catch.h"
#include "tests/trace/log_builder.h"
#include "tests/trace/runs.h"

using namespace interleave;
using namespace interleave::test;

namespace {

std::string words_between(const Trace& one, const Trace& other) {
  const auto parting = first_difference(one, other);
  return parting ? parting_words(one, other, *parting, "A", "B") : "";
}

Trace printing(const std::string& line, std::int64_t length_ns) {
  LogBuilder run;
  const TaskId main = run.create("main", kProgram);
  run.start(main).block(main, length_ns).print(main, line).finish(main);
  run.end();
  return run.trace();
}

}  // namespace

TEST_CASE("boiling water parts where one run blocks and the other lets the water sleep") {
  const Trace one = boiling_water_sequential();
  const Trace other = boiling_water_concurrent();
  const auto parting = first_difference(one, other);
  REQUIRE(parting);
  CHECK(one[parting->baseline].kind == Kind::blocked);
  CHECK(other[parting->other].kind == Kind::task_suspended);
  CHECK(parting_words(one, other, *parting, "A", "B") ==
        "A and B part at 0 s: A blocks the thread in boiling_water for 2 s, B lets boiling_water "
        "sleep for 2 s.");
}

TEST_CASE("a run does not part from itself, nor from a twin") {
  for (const auto& [name, trace] : all_runs()) {
    INFO(name);
    CHECK_FALSE(first_difference(trace, trace));
  }
  CHECK_FALSE(first_difference(boiling_water_concurrent(), boiling_water_concurrent()));
}

TEST_CASE("runs part in the same place whichever is the first") {
  const auto runs = all_runs();
  for (const auto& [one_name, one] : runs) {
    for (const auto& [other_name, other] : runs) {
      INFO(one_name << " / " << other_name);
      const auto there = first_difference(one, other);
      const auto back = first_difference(other, one);
      REQUIRE(there.has_value() == back.has_value());
      if (there) {
        CHECK(there->baseline == back->other);
        CHECK(there->other == back->baseline);
        CHECK(there->baseline < one.size());
        CHECK(there->other < other.size());
      }
    }
  }
}

TEST_CASE("runs of one program with other times part where the times do") {
  const Trace one = printing("x", kSecond);
  CHECK(words_between(one, printing("x", 2 * kSecond)) ==
        "A and B part at 0 s: A blocks the thread in main for 1 s, B blocks the thread in main for "
        "2 s.");
  const Trace slow = boiling_water_concurrent(325 * kMs);
  CHECK(words_between(boiling_water_concurrent(), slow).starts_with("A and B part after 0 s: "));
}

TEST_CASE("runs part where they print different lines") {
  CHECK(words_between(printing("5", kSecond), printing("10", kSecond)) ==
        "A and B part at 1 s: A prints “5”, B prints “10”.");
}

TEST_CASE("a run that has not come so far does not part yet") {
  LogBuilder run;
  const TaskId main = run.create("main", kProgram);
  run.start(main);
  CHECK_FALSE(first_difference(printing("x", kSecond), run.trace()));
  CHECK_FALSE(first_difference(run.trace(), printing("x", kSecond)));
}
