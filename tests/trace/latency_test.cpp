#include "app/trace/latency.h"

#include "tests/catch.h"
#include "tests/trace/log_builder.h"
#include "tests/trace/runs.h"

using namespace interleave;
using namespace interleave::test;

namespace {

Trace printing_at(std::int64_t at_ns) {
  LogBuilder run;
  const TaskId main = run.create("main", kProgram);
  run.start(main).block(main, at_ns).print(main, "x").finish(main);
  run.end();
  return run.trace();
}

}  // namespace

TEST_CASE("programs that nobody asks anything have no requests") {
  for (const auto& [name, trace] : all_runs()) {
    INFO(name);
    CHECK(requests_of(trace).empty());
    CHECK(latency_words(trace, trace).empty());
  }
}

TEST_CASE("the first line's time is told where it differs") {
  CHECK(first_output_words(printing_at(3 * kSecond), printing_at(300 * kMs)) ==
        "the first line is printed at 0.3 s, not at 3 s");
  CHECK(first_output_words(printing_at(kSecond), printing_at(kSecond)).empty());
  CHECK(first_output_words(printing_at(kSecond), two_locks_deadlock()).empty());
}
