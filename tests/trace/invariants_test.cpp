#include "tests/trace/invariants.h"

#include "tests/catch.h"
#include "tests/trace/log_builder.h"
#include "tests/trace/runs.h"

using namespace interleave;
using namespace interleave::test;

TEST_CASE("what must hold of every trace holds of the runs written by hand") {
  for (const auto& [name, trace] : all_runs()) {
    INFO(name);
    CHECK(broken_invariants(trace) == std::vector<std::string>{});
  }
}

TEST_CASE("a trace whose queue is passed over is found out") {
  LogBuilder run;
  run.begin_loop();
  run.create("first", kProgram);
  const TaskId second = run.create("second", kProgram);
  run.iteration(2).start(second).finish(second);
  run.end();
  CHECK(broken_invariants(run.trace()).size() == 1);
}
