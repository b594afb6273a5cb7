// What the scenarios of the first steps show: exact lines, their order, when.

#include "tests/catch.h"
#include "tests/scenarios/runs.h"

namespace interleave::test {

TEST_CASE("hello: one task, one suspension, one resumption") {
  const Log log = run_of("hello", "concurrent").log();
  CHECK(outputs(*log) == Lines{"hello world"});
  CHECK(total_ms(*log) == 1000);
  int suspended = 0;
  int resumed = 0;
  for (std::uint64_t seq = 0; seq < log->size(); ++seq) {
    suspended += (*log)[seq].kind == Kind::task_suspended ? 1 : 0;
    resumed += (*log)[seq].kind == Kind::task_resumed ? 1 : 0;
  }
  CHECK(suspended == 1);
  CHECK(resumed == 1);
}

TEST_CASE("two-hellos: 3.0 s against 2.0 s, and the second prints first") {
  CHECK(lines_of("two-hellos", "sequential") == Lines{"first hello", "second hello"});
  CHECK(lines_of("two-hellos", "concurrent") == Lines{"second hello", "first hello"});
  CHECK(total_of("two-hellos", "sequential") == 3000);
  CHECK(total_of("two-hellos", "concurrent") == 2000);
}

TEST_CASE("two-hellos: a loop without an end idles until it is no longer watched") {
  const Log log = run_of("two-hellos", "forever").log();
  CHECK(outputs(*log) == Lines{"second hello", "first hello"});
  CHECK(log->back().kind == Kind::program_stopped);
  CHECK(total_ms(*log) == 3000);
  CHECK(lines_of("two-hellos", "forever", {{"until", 1.5}}) == Lines{"second hello"});
  CHECK(lines_of("two-hellos", "forever", {{"until", 1.0}}).empty());
}

TEST_CASE("never-awaited: nothing ran, and a warning says so, against 10") {
  const Log log = run_of("never-awaited", "forgotten").log();
  CHECK(outputs(*log) == Lines{"coroutine"});
  CHECK(warnings(*log) == Lines{"RuntimeWarning: coroutine 'num_sum' was never awaited"});
  CHECK(count_of(*log, Kind::coroutine_entered) == 0);
  const Log awaited = run_of("never-awaited", "awaited").log();
  CHECK(outputs(*awaited) == Lines{"10"});
  CHECK(warnings(*awaited).empty());
  CHECK(count_of(*awaited, Kind::coroutine_entered) == 1);
}

TEST_CASE("task-start: the child starts after main ends, before it ends, or is let finish") {
  CHECK(lines_of("task-start", "no-await") ==
        Lines{"before", "after", "main ends", "child starts"});
  CHECK(lines_of("task-start", "yield") == Lines{"before", "after", "child starts", "main ends"});
  CHECK(lines_of("task-start", "await") ==
        Lines{"before", "after", "child starts", "child ends", "main ends"});
  CHECK(total_of("task-start", "no-await") == 0);
  CHECK(total_of("task-start", "yield") == 0);
  CHECK(total_of("task-start", "await") == 1000);
}

TEST_CASE("nested-run: refused, let through, or not needed") {
  const Log nested = run_of("nested-run", "nested").log();
  CHECK(outputs(*nested) ==
        Lines{"the notebook's loop is running",
              "RuntimeError: asyncio.run() cannot be called from a running event loop"});
  CHECK(warnings(*nested) == Lines{"RuntimeWarning: coroutine 'cell' was never awaited"});
  const Lines through = {"the notebook's loop is running", "cell starts", "cell ends"};
  CHECK(lines_of("nested-run", "patched") == through);
  CHECK(lines_of("nested-run", "awaited") == through);
}

TEST_CASE("run-lifecycle: run cancels what is left and lets it clean up, by hand nobody does") {
  CHECK(timed_lines_of("run-lifecycle", "run") ==
        Lines{"1.0 s tick 1", "2.0 s tick 2", "2.5 s heartbeat cleaned up"});
  const Log by_hand = run_of("run-lifecycle", "by-hand").log();
  CHECK(outputs(*by_hand) == Lines{"tick 1", "tick 2"});
  CHECK(warnings(*by_hand) == Lines{"Task was destroyed but it is pending!"});
  CHECK(total_ms(*by_hand) == 2500);
}

TEST_CASE("run-lifecycle: a loop of sleep(0) never lets time pass and is stopped at the limit") {
  const Log log = run_of("run-lifecycle", "run", {{"beat", 0}}).log();
  CHECK(log->size() == 5'000);
  CHECK(log->back().kind == Kind::program_failed);
  CHECK(log->text(log->back().a) == "the limit of 5000 events was reached");
  CHECK(total_ms(*log) == 0);
}

}  // namespace interleave::test
