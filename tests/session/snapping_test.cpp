#include "app/session/snapping.h"

#include <cmath>

#include "app/session/session.h"
#include "app/timeline/layout.h"
#include "tests/catch.h"

namespace interleave {
namespace {

TEST_CASE("the nearest event on either side within reach, of several the last") {
  Session session;
  const Trace& trace = session.focused().trace();
  const auto below = nearest_event(trace, Axis::time, 0.21e9, 0.05e9);
  REQUIRE(below);
  CHECK(below->value == 0.2e9);
  CHECK(below->seq == trace.last_at(200'000'000));
  const auto above = nearest_event(trace, Axis::time, 0.19e9, 0.05e9);
  CHECK(above == below);
  CHECK_FALSE(nearest_event(trace, Axis::time, 0.3e9, 0.05e9));
  CHECK(nearest_event(trace, Axis::time, 1e12, 1e15)->seq == trace.size() - 1);
  CHECK(nearest_event(trace, Axis::time, -5, 10)->value == 0);
}

TEST_CASE("what the search finds is what a look at every event finds, on both axes") {
  Session session;
  for (const char* id : {"boiling-water", "lost-update", "blocking-call"}) {
    session.apply(command::SetScenario{id});
    const Trace& trace = session.focused().trace();
    for (const Axis axis : {Axis::time, Axis::steps}) {
      const double all = axis_value(trace, axis, trace.size() - 1);
      for (int i = 0; i <= 40; ++i) {
        const double value = all * i / 40 + all / 1000;
        double best = 1e18;
        for (const std::uint32_t stop : trace.stops()) {
          best = std::min(best, std::abs(axis_value(trace, axis, stop) - value));
        }
        INFO(id << " " << value);
        const auto snap = nearest_stop(trace, axis, value, 1e18);
        REQUIRE(snap);
        CHECK(std::abs(snap->value - value) == best);
        CHECK(axis_value(trace, axis, snap->seq) == snap->value);
      }
    }
  }
}

TEST_CASE("the playhead is put on a stop: the one in reach, else the one before") {
  Session session;
  const Trace& trace = session.focused().trace();
  // Between 1.4 s and 2 s nothing happens.
  const Seq inside = playhead_at(trace, Axis::time, 1.8e9, 0.05e9);
  CHECK(trace[inside].t_ns < 1'800'000'000);
  const Seq near = playhead_at(trace, Axis::time, 1.98e9, 0.05e9);
  CHECK(trace[near].t_ns == 2'000'000'000);
  CHECK(playhead_at(trace, Axis::time, -1e9, 1) == 0);
}

}  // namespace
}  // namespace interleave
