#include "app/timeline/thread_columns.h"

#include "tests/bench/large_trace.h"
#include "tests/catch.h"

using namespace interleave;

TEST_CASE("at each column of pixels stand the step and the work that began last before it") {
  const Trace trace = bench::large_trace({60'000, 20, 0});
  for (const double part : {1.0, 0.4}) {
    AxisMap map;
    map.x0 = 100;
    map.x1 = 900;
    map.to = static_cast<double>(trace.end_ns()) * part;
    const PixelColumns columns(map, trace, nullptr);
    const ThreadColumns thread(columns, trace);
    REQUIRE(thread.count() == columns.count());
    std::size_t works = 0;
    const auto events = trace.thread_events();
    for (std::size_t i = 0; i < columns.count(); ++i) {
      const Seq edge = columns.last_before(i);
      const Event at = trace[edge];
      REQUIRE(columns.at(i).t_ns == at.t_ns);
      REQUIRE(thread.step(i).number == at.step);
      if (at.step > 0) {
        REQUIRE(begins_step(trace[thread.step(i).seq].kind));
        REQUIRE(thread.step(i).task == trace[thread.step(i).seq].task);
        REQUIRE(thread.step(i).t_ns == trace[thread.step(i).seq].t_ns);
      }
      while (works < events.size() && events[works] <= edge) {
        ++works;
      }
      const ThreadColumns::Work& work = thread.work(i);
      REQUIRE(work.number == works);
      if (works > 0) {
        const Event event = trace[events[works - 1]];
        REQUIRE(work.t_ns == event.t_ns);
        REQUIRE(work.end_ns == event.t_ns + event.duration());
        REQUIRE(work.task == event.task);
        REQUIRE(work.blocked == (event.kind == Kind::blocked));
      }
    }
    CHECK(works > 0);
  }
}
