#include "runtime/future.h"

#include "runtime/call_stack.h"
#include "runtime/errors.h"
#include "runtime/loop.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

/// A loop with nothing on it.
struct Bench {
  std::shared_ptr<EventLog> log = std::make_shared<EventLog>();
  Recorder recorder{log, std::make_unique<VirtualClock>(), Limits()};
  CallStack calls;
  Loop loop{recorder, calls};
  std::vector<int> heard;

  Ref<Callback> hears(int n) {
    return make_callback(CallbackKind::call, 0, [this, n] { heard.push_back(n); });
  }
  void run_iteration() {
    do {
      REQUIRE(loop.run_handle() == Loop::Progress::ran);
    } while (!loop.between_iterations());
  }
};

}  // namespace

TEST_CASE("a future's callbacks are queued when it is resolved, in order, and none runs at once") {
  Bench bench;
  const auto future = make_counted<FutureOf<int>>(bench.loop);
  future->add_callback(bench.hears(1));
  future->add_callback(bench.hears(2));
  future->set_result(7, kProgram);
  CHECK(future->done());
  CHECK(future->result() == 7);
  CHECK(bench.heard.empty());
  bench.run_iteration();
  CHECK(bench.heard == std::vector<int>{1, 2});
}

TEST_CASE("a callback given to a future that is done is queued at once") {
  Bench bench;
  const auto future = make_counted<FutureOf<int>>(bench.loop);
  future->set_result(7, kProgram);
  future->add_callback(bench.hears(1));
  CHECK(bench.heard.empty());
  bench.run_iteration();
  CHECK(bench.heard == std::vector<int>{1});
}

TEST_CASE("a future can fail, and raises that") {
  Bench bench;
  const auto future = make_counted<FutureOf<int>>(bench.loop);
  future->fail(std::make_exception_ptr(Error("ValueError", "no")), kProgram);
  CHECK_FALSE(future->cancelled());
  CHECK_THROWS_AS(future->result(), Error);
}

TEST_CASE("a future is cancelled once, and not when it is done") {
  Bench bench;
  const auto future = make_counted<FutureOf<int>>(bench.loop);
  CHECK(future->cancel(kProgram));
  CHECK(future->cancelled());
  CHECK_FALSE(future->cancel(kProgram));
  CHECK_THROWS_AS(future->result(), CancelledError);
}

TEST_CASE("a cancelled callback is skipped, and its iteration counts") {
  Bench bench;
  const Ref<Callback> callback = bench.hears(1);
  bench.loop.call_soon(*callback);
  callback->cancel();
  bench.run_iteration();
  CHECK(bench.heard.empty());
  CHECK(bench.recorder.iteration == 1);
  CHECK(bench.log->back().kind == Kind::callback_skipped);
}

}  // namespace interleave::test
