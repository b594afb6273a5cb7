#include "app/trace/stops.h"

#include "tests/catch.h"
#include "tests/trace/log_builder.h"
#include "tests/trace/runs.h"

using namespace interleave;
using namespace interleave::test;

namespace {

/// Step 8's stop in the design's picture: checking_messages yields after message 3.
Seq eighth_step_end(const Trace& trace) {
  const Seq begin = trace.step_begin(8);
  return next_stop(trace, begin);
}

}  // namespace

TEST_CASE("stepping forward and back passes the same stops") {
  for (const auto& [name, trace] : all_runs()) {
    INFO(name);
    std::vector<Seq> forward;
    for (Seq at = next_stop(trace, 0);; at = next_stop(trace, at)) {
      forward.push_back(at);
      if (next_stop(trace, at) == at) {
        break;
      }
    }
    CHECK(forward.size() == trace.stops().size());
    Seq at = forward.back();
    for (std::size_t i = forward.size(); i-- > 0; at = previous_stop(trace, at)) {
      CHECK(at == forward[i]);
    }
    CHECK(at == 0);
  }
}

TEST_CASE("the end of step eight is the first of two stops at 1.2 s") {
  const Trace trace = boiling_water_concurrent();
  const Seq at = eighth_step_end(trace);
  CHECK(trace[at].t_ns == 1200 * kMs);
  CHECK(trace[at].kind == Kind::task_ready);
  CHECK(stops_here(trace, at).index == 1);
  CHECK(stops_here(trace, at).count == 2);
  CHECK(stops_here(trace, next_stop(trace, at)).index == 2);
}

TEST_CASE("a task's own stops are found both ways") {
  const Trace trace = boiling_water_concurrent();
  constexpr TaskId water = 2;
  const Seq wakes = next_stop_of(trace, eighth_step_end(trace), water);
  CHECK(trace[wakes].kind == Kind::task_resumed);
  CHECK(trace[wakes].t_ns == 2 * kSecond);
  const Seq sleeps = previous_stop_of(trace, wakes, water);
  CHECK(trace[sleeps].kind == Kind::task_suspended);
  CHECK(previous_stop_of(trace, 0, water) == 0);
}

TEST_CASE("moving by iteration stands at ends of iterations") {
  const Trace trace = boiling_water_concurrent();
  Seq at = 0;
  std::vector<Seq> ends;
  while (next_iteration(trace, at) != at) {
    at = next_iteration(trace, at);
    ends.push_back(at);
    CHECK((at + 1 == trace.size() || trace[at + 1].iteration > trace[at].iteration));
  }
  CHECK(at == trace.size() - 1);
  for (std::size_t i = ends.size(); i-- > 1;) {
    CHECK(previous_iteration(trace, ends[i]) == ends[i - 1]);
  }
}

TEST_CASE("without a loop there is one iteration, the whole program") {
  const Trace trace = book_sequential();
  CHECK(next_iteration(trace, 0) == trace.size() - 1);
  CHECK(previous_iteration(trace, trace.size() - 1) == 0);
}
