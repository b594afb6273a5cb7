#include "app/timeline/step_columns.h"

#include <algorithm>
#include <chrono>

#include "tests/timeline/approx.h"
#include "tests/timeline/runs.h"

using namespace interleave;
using namespace interleave::test;

TEST_CASE("every step is as wide as the next, idle stretches narrower") {
  const Trace trace = boiling_water();
  const StepColumns columns(trace);
  REQUIRE(trace.step_count() == 13);
  CHECK(columns.total() == Approx(13 + 2 * kIdleColumn));
  CHECK(columns.begin_of(1) == 0);
  CHECK(columns.end_of(10) == 10);
  CHECK(columns.idle_begin(0) == 10);
  CHECK(columns.begin_of(11) == Approx(10 + kIdleColumn));
  for (std::uint32_t step = 1; step <= 13; ++step) {
    CHECK(columns.end_of(step) - columns.begin_of(step) == Approx(1));
  }
}

TEST_CASE("a deadlock has a column at the end, in which everybody waits") {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1)
      .start(main)
      .suspend(main, Reason::future, 0)
      .fail("deadlock: main waits for future");
  const Trace trace = run.trace();
  const StepColumns columns(trace);
  CHECK(columns.total() == 2);
  CHECK(columns.end_of(1) == 1);
  CHECK(columns.playhead(trace.size() - 2) == 1);
  CHECK(columns.playhead(trace.size() - 1) == 2);
  CHECK(columns.seq_at(1.5) == trace.size() - 2);
}

TEST_CASE("without a loop every piece of work has a column") {
  const Trace trace = boiling_water_in_turn();
  const StepColumns columns(trace);
  CHECK(trace.step_count() == 3);
  CHECK(columns.total() == 2 + 4 + 4);
  CHECK(columns.begin_of(2) == 2);
  CHECK(columns.end_of(2) == 6);
}

TEST_CASE("a list of columns is made once for a trace, and for each length of it") {
  const auto program = [](int pieces) {
    LogBuilder run;
    const TaskId main = run.create("main", kProgram);
    run.start(main);
    for (int i = 0; i < pieces; ++i) {
      run.work(main, kSecond);
    }
    run.finish(main);
    return run.trace();
  };
  constexpr int kPieces = 50'000;
  const Trace trace = program(kPieces);
  REQUIRE_FALSE(has_loop(trace));
  const auto cost = [&] {
    const auto begin = std::chrono::steady_clock::now();
    CHECK(StepColumns(trace).total() == kPieces);
    return std::chrono::steady_clock::now() - begin;
  };
  const auto first = cost();
  auto again = cost();
  for (int i = 0; i < 10; ++i) {
    again = std::min(again, cost());
  }
  CHECK(20 * again < first);
  const Trace half = Trace::beginning_of(trace, trace.size() / 2);
  CHECK(StepColumns(half).total() < kPieces / 2 + 2);
  CHECK(StepColumns(trace).total() == kPieces);
  for (const int pieces : {3, 5, 4}) {  // one after the other, perhaps at the same address
    CHECK(StepColumns(program(pieces)).total() == pieces);
  }
}

TEST_CASE("a step of several pieces divides its column") {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main).work(main, kSecond).work(main, kSecond).finish(main).end_loop(main);
  const Trace trace = run.trace();
  const StepColumns columns(trace);
  const auto pieces = trace.thread_events();
  REQUIRE(pieces.size() == 2);
  CHECK(columns.edge(pieces[0]) == 0);
  CHECK(columns.edge(pieces[1]) == 0.5);
  CHECK(columns.edge(trace.ended_at(main)) == 1);
}

TEST_CASE("the playhead never goes back on the steps axis") {
  for (const Trace& trace : {boiling_water(), boiling_water_in_turn(), many_turns(3, 5)}) {
    const StepColumns columns(trace);
    double last = 0;
    for (Seq seq = 0; seq < trace.size(); ++seq) {
      const double value = columns.playhead(seq);
      CHECK(value >= last);
      last = value;
    }
    CHECK(last <= columns.total());
  }
}

TEST_CASE("a click on a place gives the last event that stands there or before") {
  for (const Trace& trace : {boiling_water(), boiling_water_in_turn()}) {
    const StepColumns columns(trace);
    for (Seq seq = 0; seq < trace.size(); ++seq) {
      const Seq found = columns.seq_at(columns.playhead(seq));
      CHECK(found >= seq);
      CHECK(columns.playhead(found) == columns.playhead(seq));
    }
    CHECK(columns.seq_at(1e9) == trace.size() - 1);
  }
}
