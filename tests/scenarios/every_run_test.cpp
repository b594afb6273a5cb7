// What must hold of every scenario in every mode, at its defaults, its presets and the edges of its
// parameters.

#include "app/trace/narration.h"
#include "assets/embedded.h"
#include "runtime/listing.h"
#include "tests/catch.h"
#include "tests/invariants.h"
#include "tests/scenarios/runs.h"
#include "tests/trace/invariants.h"

namespace interleave::test {

namespace {

void check_lines(const Run& run, const EventLog& log) {
  const std::size_t lines = Listing(embedded(run.scenario->listing(run.mode))).line_count();
  bool within = true;
  for (std::uint64_t seq = 0; seq < log.size(); ++seq) {
    within = within && log[seq].line <= lines;
  }
  CHECK(within);
}

/// A deadlock is a failure, and what its mode is there to show; so is the limit for a heart that
/// never waits.
bool ends_as_it_should(const Run& run, Kind last) {
  const bool never_waits = run.scenario->id == "run-lifecycle" && run.settings["beat"] == 0;
  return last == Kind::program_finished || last == Kind::program_stopped ||
         (last == Kind::program_failed && (run.mode == "deadlock" || never_waits));
}

std::uint64_t handles_of(const Run& run) {
  const auto program = run.program();
  std::uint64_t handles = 1;
  while (program->run_handle()) {
    ++handles;
  }
  return handles;
}

template <class Drive>
Lines driven(const Run& run, Drive drive) {
  const auto program = run.program();
  while (drive(*program)) {
  }
  return everything(*program->log());
}

}  // namespace

TEST_CASE("every run comes to its end, within bounds, and keeps the rules") {
  const auto runs = all_runs_of_the_catalogue();
  CHECK(runs.size() > 100);
  for (const Run& run : runs) {
    INFO(run.name());
    const Log log = run.log();
    CHECK(ends_as_it_should(run, log->back().kind));
    CHECK(log->size() < 10'000);
    CHECK(broken_rules(*log) == Lines{});
    check_lines(run, *log);
  }
}

TEST_CASE("what is derived from every run at its defaults is consistent") {
  for (const Run& run : default_runs()) {
    INFO(run.name());
    Trace trace(TraceHeader{}, run.log());
    trace.catch_up();
    CHECK(broken_invariants(trace) == Lines{});
  }
}

TEST_CASE("every event of every run can be told, and why everybody else is not running") {
  for (const Run& run : default_runs()) {
    Trace trace(TraceHeader{}, run.log());
    trace.catch_up();
    StateReader states(trace);
    for (Seq seq = 0; seq < trace.size(); ++seq) {
      const State& state = states.at(seq);
      INFO(run.name() << " " << seq);
      for (const Depth depth : {Depth::happened, Depth::mechanics, Depth::terms}) {
        const Narration told = narrate(trace, state, depth);
        CHECK(told.happened.ends_with('.'));
        CHECK(told.next.ends_with('.'));
      }
      for (const TaskId task : trace.tasks()) {
        const Why why = why_not(trace, state, task);
        CHECK((why.answer.empty() || why.answer.ends_with('.')));
      }
    }
  }
}

TEST_CASE("every run gives the same events every time, however it is driven") {
  for (const Run& run : default_runs()) {
    INFO(run.name());
    const Lines expected = everything(*run.log());
    CHECK(everything(*run.log()) == expected);
    CHECK(driven(run, [](Program& program) { return program.run_step(); }) == expected);
    CHECK(driven(run, [](Program& program) { return program.run_iteration(); }) == expected);
    std::int64_t t_ns = 0;
    CHECK(driven(run, [&t_ns](Program& program) {
            return program.run_until(t_ns += 70'000'000);
          }) == expected);
  }
}

TEST_CASE("every run can be dropped after any number of handles") {
  for (const Run& run : default_runs()) {
    const std::uint64_t handles = handles_of(run);
    for (std::uint64_t stop = 0; stop <= handles; ++stop) {
      const auto program = run.program();
      for (std::uint64_t i = 0; i < stop; ++i) {
        program->run_handle();
      }
    }
  }
  SUCCEED("the sanitizers have nothing to say");
}

}  // namespace interleave::test
