#include "runtime/recorder.h"

#include "runtime/errors.h"
#include "tests/catch.h"

namespace interleave::test {

namespace {

struct Bench {
  explicit Bench(Limits limits) : recorder(log, std::make_unique<VirtualClock>(), limits) {}
  std::shared_ptr<EventLog> log = std::make_shared<EventLog>();
  Recorder recorder;
};

}  // namespace

TEST_CASE("a recorder fills in the key of an event") {
  Bench bench{Limits()};
  bench.recorder.set_iteration(2);
  bench.recorder.step = 5;
  bench.recorder.spend(Kind::worked, 7);
  const Event event = bench.recorder.record(Kind::task_ready, 2, 9);
  CHECK(event.t_ns == 7);
  CHECK(event.iteration == 2);
  CHECK(event.step == 5);
  CHECK(event.task == 2);
  CHECK(event.line == 9);
  CHECK(bench.log->back() == event);
  CHECK((*bench.log)[0].duration() == 7);
  CHECK((*bench.log)[0].t_ns == 0);
}

TEST_CASE("what is recorded in one go is as what is filled in afterwards, over chunks and times") {
  Bench bench{Limits()};
  const auto code = static_cast<std::uint8_t>(Cause::yield);
  for (std::uint32_t i = 0; i < 2 * EventLog::kChunkSize; ++i) {
    ++bench.recorder.step;
    Event& filled = bench.recorder.record(Kind::task_ready, i, 9);
    filled.code = code;
    filled.a = i;
    const Event first = filled;
    bench.recorder.put(Kind::task_ready, code, i, 9, i);
    REQUIRE(bench.log->back() == first);
    bench.recorder.put_yield(i, 9);
    REQUIRE(bench.log->back() == first);
    REQUIRE((*bench.log)[bench.log->size() - 2].reason() == Reason::yield);
    REQUIRE((*bench.log)[bench.log->size() - 2].kind == Kind::task_suspended);
    if (i % 100 == 0) {
      bench.recorder.set_iteration(bench.recorder.iteration() + 1);
    }
    if (i % 1000 == 0) {
      bench.recorder.spend(Kind::worked, 1);
    }
  }
  CHECK(bench.log->size() > 8 * EventLog::kChunkSize);
}

TEST_CASE("a yield at the limit of events is recorded as far as the limit allows") {
  Bench bench(Limits{3});
  bench.recorder.record(Kind::output);
  CHECK_THROWS_AS(bench.recorder.put_yield(1, 1), RunEnded);
  CHECK(bench.log->size() == 2);
  CHECK(bench.log->back().kind == Kind::task_suspended);
}

TEST_CASE("at the limit of events a recorder throws once and takes nothing any more") {
  Bench bench(Limits{3});
  bench.recorder.record(Kind::output);
  bench.recorder.record(Kind::output);
  CHECK_THROWS_AS(bench.recorder.record(Kind::output), RunEnded);
  CHECK(bench.recorder.ended() == Recorder::Ended::event_limit);
  CHECK_NOTHROW(bench.recorder.record(Kind::output));
  CHECK(bench.log->size() == 2);
  bench.recorder.record_end(Kind::program_failed);
  CHECK(bench.log->size() == 3);
  CHECK(bench.log->back().kind == Kind::program_failed);
}

TEST_CASE("events at the end time are no longer taken") {
  Limits limits;
  limits.until_ns = 10;
  Bench bench(limits);
  bench.recorder.spend(Kind::worked, 9);
  bench.recorder.record(Kind::output);
  bench.recorder.spend(Kind::worked, 1);
  CHECK_THROWS_AS(bench.recorder.record(Kind::output), RunEnded);
  CHECK(bench.recorder.ended() == Recorder::Ended::end_time);
  CHECK(bench.log->size() == 3);
}

TEST_CASE("a closed recorder takes nothing") {
  Bench bench{Limits()};
  bench.recorder.close();
  try {
    bench.recorder.record(Kind::output);
  } catch (const RunEnded&) {
  }
  CHECK(bench.log->empty());
}

}  // namespace interleave::test
