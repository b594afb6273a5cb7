#include "runtime/loop.h"

#include "runtime/call_stack.h"
#include "runtime/errors.h"
#include "runtime/timer.h"
#include "tests/catch.h"

namespace interleave::test {

namespace {

struct Bench {
  std::shared_ptr<EventLog> log = std::make_shared<EventLog>();
  Recorder recorder{log, std::make_unique<VirtualClock>(), Limits()};
  CallStack calls;
  Loop loop{recorder, calls};
  std::vector<int> heard;

  void call_soon(int n) {
    loop.call_soon(make_callback(CallbackKind::call, 0, [this, n] { heard.push_back(n); }));
  }
  Ref<Timer> timer(std::int64_t due_ns, int n) {
    return make_counted<Timer>(loop, due_ns, TimerPurpose::call, kProgram,
                               [this, n] { heard.push_back(n); });
  }
  void run_iteration() {
    do {
      loop.run_handle();
    } while (!loop.between_iterations());
  }
};

}  // namespace

TEST_CASE("an iteration runs what is ready, and what that makes ready waits for the next") {
  Bench bench;
  bench.loop.call_soon(make_callback(CallbackKind::call, 0, [&bench] { bench.call_soon(2); }));
  bench.call_soon(1);
  bench.run_iteration();
  CHECK(bench.heard == std::vector<int>{1});
  bench.run_iteration();
  CHECK(bench.heard == std::vector<int>{1, 2});
  CHECK(bench.recorder.iteration() == 2);
}

TEST_CASE(
    "timers that are due go to the ready queue behind what is ready, by time, then by number") {
  Bench bench;
  const auto late = bench.timer(20, 4);
  const auto first = bench.timer(10, 2);
  const auto second = bench.timer(10, 3);
  bench.recorder.spend(Kind::worked, 20);
  bench.call_soon(1);
  bench.run_iteration();
  CHECK(bench.heard == std::vector<int>{1, 2, 3, 4});
}

TEST_CASE("with nothing ready the clock idles until the earliest timer") {
  Bench bench;
  const auto timer = bench.timer(500, 1);
  bench.run_iteration();
  CHECK(bench.recorder.now_ns() == 500);
  CHECK(bench.heard == std::vector<int>{1});
}

TEST_CASE("with nothing ready and no timer there is a deadlock") {
  Bench bench;
  CHECK(bench.loop.run_handle() == Loop::Progress::deadlock);
  const auto timer = bench.timer(500, 1);
  timer->cancel_timer();
  CHECK(bench.loop.run_handle() == Loop::Progress::deadlock);
  CHECK(bench.recorder.now_ns() == 0);
}

TEST_CASE("a loop that is stopped runs its iteration to the end") {
  Bench bench;
  bench.loop.set_running(true);
  bench.loop.call_soon(make_callback(CallbackKind::call, 0, [&bench] { bench.loop.stop(); }));
  bench.call_soon(1);
  CHECK(bench.loop.run_handle() == Loop::Progress::ran);
  CHECK(bench.loop.run_handle() == Loop::Progress::stopped);
  CHECK(bench.heard == std::vector<int>{1});
  CHECK_FALSE(bench.loop.running());
}

TEST_CASE("outside of a task there is no current one") {
  Bench bench;
  CHECK_THROWS_AS(bench.loop.current_task(), Error);
}

}  // namespace interleave::test
