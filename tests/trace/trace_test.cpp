#include "app/trace/trace.h"

#include "tests/catch.h"
#include "tests/trace/log_builder.h"
#include "tests/trace/runs.h"

using namespace interleave;
using namespace interleave::test;

TEST_CASE("a trace of boiling water has thirteen steps, the loop's own left out") {
  const Trace trace = boiling_water_concurrent();
  CHECK(trace.complete());
  CHECK(trace.step_count() == 13);
  CHECK(trace.end_ns() == 3 * kSecond);
  CHECK(trace.tasks().size() == 4);
}

TEST_CASE("a yield's suspension and its readiness are one stop at the readiness") {
  for (const auto& [name, trace] : all_runs()) {
    INFO(name);
    for (const std::uint32_t stop : trace.stops()) {
      const Event& event = trace[stop];
      const bool is_yield = event.kind == Kind::task_suspended && event.reason() == Reason::yield;
      CHECK_FALSE(is_yield);
      if (event.kind == Kind::task_ready) {
        CHECK(event.cause() == Cause::yield);
      }
    }
  }
}

TEST_CASE("stops ascend and the last event is always one") {
  for (const auto& [name, trace] : all_runs()) {
    INFO(name);
    CHECK(std::is_sorted(trace.stops().begin(), trace.stops().end()));
    CHECK(trace.stops().back() == trace.size() - 1);
  }
}

TEST_CASE("nothing of the loop's closing down is a stop but the end") {
  const Trace trace = boiling_water_concurrent();
  const auto stops = trace.stops();
  CHECK(trace[stops[stops.size() - 2]].task == 1);  // main's end
}

TEST_CASE("a step's begin is found by its number") {
  const Trace trace = boiling_water_concurrent();
  CHECK(trace[trace.step_begin(1)].task == 1);
  CHECK(trace.name(trace[trace.step_begin(8)].task) == "checking_messages");
  CHECK(trace.step_begin(0) == trace.size());
  CHECK(trace.step_begin(1000) == trace.size());
}

TEST_CASE("children stand in order of creation under their parent") {
  const Trace trace = boiling_water_concurrent();
  REQUIRE(trace.children_of(1).size() == 3);
  CHECK(trace.name(trace.children_of(1)[0]) == "boiling_water");
  CHECK(trace.children_of(kProgram).size() == 1);
  CHECK(trace.children_of(4).empty());
}

TEST_CASE("a trace that follows a growing log is the same as one made of the whole log") {
  const Trace whole = boiling_water_concurrent();
  auto growing = std::make_shared<EventLog>();
  for (TaskId task = 1; task <= whole.log().task_count(); ++task) {
    growing->add(TaskInfo(whole.log().task(task)));
  }
  for (TimerId timer = 1; timer <= whole.log().timer_count(); ++timer) {
    growing->add(TimerInfo(whole.log().timer(timer)));
  }
  Trace trace({}, growing);
  CHECK_FALSE(trace.complete());
  for (Seq seq = 0; seq < whole.size(); ++seq) {
    growing->append() = whole[seq];
    trace.catch_up();
  }
  CHECK(trace.complete());
  CHECK(std::equal(trace.stops().begin(), trace.stops().end(), whole.stops().begin(),
                   whole.stops().end()));
  CHECK(trace.step_count() == whole.step_count());
}

TEST_CASE("events are found by their time") {
  const Trace trace = boiling_water_concurrent();
  const Seq at = trace.last_at(1200 * kMs);
  CHECK(trace[at].t_ns == 1200 * kMs);
  CHECK(trace[at + 1].t_ns > 1200 * kMs);
  CHECK(trace[trace.first_at(1'999 * kMs)].kind == Kind::clock_advanced);
  CHECK(trace.first_at(9 * kSecond) == trace.size());
  CHECK(trace.last_at(-1) == 0);
}

TEST_CASE("an event of a task that was never told of is nobody's") {
  LogBuilder run;
  run.add(Kind::output, 4'000'000'000U);
  run.end();
  const Trace trace = run.trace();
  CHECK(trace.events_of(4'000'000'000U).empty());
  CHECK(trace.outputs().size() == 1);
}

TEST_CASE("an event is found by its time as by looking at all of them") {
  const Trace trace = many_yields(7, 50);
  const Trace others[] = {boiling_water_concurrent(), producer_consumer(), trace};
  for (const Trace& each : others) {
    for (std::int64_t t_ns = -1; t_ns <= each.end_ns() + 1;
         t_ns += std::max<std::int64_t>(1, each.end_ns() / 37)) {
      Seq first = 0;
      while (first < each.size() && each[first].t_ns < t_ns) {
        ++first;
      }
      CHECK(each.first_at(t_ns) == first);
    }
    for (Seq seq = 0; seq < each.size(); ++seq) {
      REQUIRE(each.first_at(each[seq].t_ns) <= seq);
      REQUIRE(each.last_at(each[seq].t_ns) >= seq);
      REQUIRE(each.glance(seq).t_ns == each[seq].t_ns);
      REQUIRE(each.glance(seq).step == each[seq].step);
      REQUIRE(each.glance(seq).task == each[seq].task);
    }
  }
}

TEST_CASE("the step of each advance of the clock is at hand") {
  for (const auto& [name, trace] : all_runs()) {
    INFO(name);
    for (std::size_t i = 0; i < trace.advances().size(); ++i) {
      CHECK(trace.step_of_advance(i) == trace[trace.advances()[i]].step);
    }
  }
}
