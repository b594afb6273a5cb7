#include "runtime/future.h"

#include <algorithm>

#include "runtime/call_stack.h"
#include "runtime/create_future.h"
#include "runtime/errors.h"
#include "runtime/gather.h"
#include "runtime/loop.h"
#include "runtime/sleep.h"
#include "runtime/wait.h"
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

Coro<> fails(Scope s) {
  s.at("raise");
  throw Error("ValueError", "no");
  co_return;
}
Coro<> nobody_looks(Scope s) {
  const auto failed = create_task(s.at("failed ="), fails(s.def("fails")));
  const auto also = create_task(s.at("also ="), fails(s.def("fails")));
  const auto both = gather(s.at("both ="), also);
  const auto answer = create_future<int>(s.at("answer ="), "answer");
  s.at("answer.set_exception");
  answer.set_exception(std::make_exception_ptr(Error("KeyError", "")));
  co_await sleep(s.at("asyncio.sleep"), ms(1000));
}
const Sample kNobodyLooks("exceptions that nobody retrieves", R"(import asyncio

async def fails():
    raise ValueError("no")

async def main():
    failed = asyncio.create_task(fails())
    also = asyncio.create_task(fails())
    both = asyncio.gather(also)
    answer = asyncio.get_running_loop().create_future()
    answer.set_exception(KeyError)
    await asyncio.sleep(1)

asyncio.run(main())
)",
                          running<nobody_looks>);

Coro<> somebody_looks(Scope s) {
  const auto awaited = create_task(s.at("awaited ="), fails(s.def("fails")));
  const auto asked = create_task(s.at("asked ="), fails(s.def("fails")));
  const auto cancelled = create_task(s.at("cancelled ="), fails(s.def("fails")));
  const std::vector<Task<>> first{create_task(s.at("first ="), fails(s.def("fails"))),
                                  create_task(s.at("second ="), fails(s.def("fails")))};
  s.at("await asyncio.wait");
  co_await wait(s, first, std::nullopt, ReturnWhen::first_exception);
  try {
    s.at("await awaited");
    co_await awaited;
  } catch (const Error&) {
    s.at("asked.exception").print(repr(asked.exception()) + " " + repr(cancelled.cancel()));
  }
}
const Sample kSomebodyLooks("exceptions that somebody retrieves", R"(import asyncio

async def fails():
    raise ValueError("no")

async def main():
    awaited = asyncio.create_task(fails())
    asked = asyncio.create_task(fails())
    cancelled = asyncio.create_task(fails())
    first = asyncio.create_task(fails())
    second = asyncio.create_task(fails())
    await asyncio.wait([first, second], return_when=asyncio.FIRST_EXCEPTION)
    try:
        await awaited
    except ValueError:
        print(repr(asked.exception()), cancelled.cancel())

asyncio.run(main())
)",
                            running<somebody_looks>);

Coro<> fails_when_cancelled(Scope s) {
  try {
    co_await sleep(s.at("asyncio.sleep"), ms(9000));
  } catch (const CancelledError&) {
    s.at("raise");
    throw Error("ValueError", "no");
  }
}
Coro<> leaves_one(Scope s) {
  create_task(s.at("create_task"), fails_when_cancelled(s.def("fails")));
  co_await sleep(s.at("asyncio.sleep"), ms(0));
}
const Sample kLeavesOne("a task that fails as it is swept up", R"(import asyncio

async def fails():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        raise ValueError("no")

async def main():
    asyncio.create_task(fails())
    await asyncio.sleep(0)

asyncio.run(main())
)",
                        running<leaves_one>);

Coro<> holds_failed(Scope s) {
  const auto kept = create_task(s.at("create_task(fails"), fails(s.def("fails")));
  co_await sleep(s.at("asyncio.sleep(8)"), ms(8000));
}
Coro<> starts_holder(Scope s) {
  try {
    co_await sleep(s.at("asyncio.sleep(9)"), ms(9000));
  } catch (const CancelledError&) {
    create_task(s.at("create_task(holds"), holds_failed(s.def("holds")));
    throw;
  }
}
Coro<> ends_too_early(Scope s) {
  create_task(s.at("create_task(starts"), starts_holder(s.def("starts")));
  co_await sleep(s.at("asyncio.sleep(0)"), ms(0));
}
const Sample kHeldByWhatIsLeft("a failed task that only a task left pending holds",
                               R"(import asyncio

async def fails():
    raise ValueError("no")

async def holds():
    kept = asyncio.create_task(fails())
    await asyncio.sleep(8)

async def starts():
    try:
        await asyncio.sleep(9)
    finally:
        asyncio.create_task(holds())

async def main():
    asyncio.create_task(starts())
    await asyncio.sleep(0)

asyncio.run(main())
)",
                               running<ends_too_early>);

Coro<> sleeps(Scope s) { co_await sleep(s.at("asyncio.sleep"), ms(9000)); }
Coro<> passes_on(Scope s, AnyFuture<void> future) {
  s.at("await future");
  co_await future;
}
Coro<> prints_message(Scope s, AnyFuture<void> future) {
  try {
    s.at("await future");
    co_await future;
  } catch (const CancelledError& error) {
    s.at("print").print(repr(std::make_exception_ptr(error)));
  }
}
Coro<> with_messages(Scope s) {
  const auto inner = create_task(s.at("inner ="), sleeps(s.def("sleeps")));
  const auto outer = create_task(s.at("outer ="), passes_on(s.def("passes_on"), any_future(inner)));
  co_await sleep(s.at("asyncio.sleep(1)"), ms(1000));
  s.at("outer.cancel(\"enough\")");
  outer.cancel("enough");
  s.at("await prints(outer)", 1);
  co_await prints_message(s.def("prints"), any_future(outer));
  s.at("await prints(outer)", 2);
  co_await prints_message(s.def("prints"), any_future(outer));
  const auto early = create_task(s.at("early ="), sleeps(s.def("sleeps")));
  s.at("early.cancel(\"early\")");
  early.cancel("early");
  s.at("await prints(asyncio.gather(early))");
  const AnyFuture<void> alone = gather(s, early);
  co_await prints_message(s.def("prints"), alone);
}
const Sample kMessages("cancellations with a message", R"(import asyncio

async def sleeps():
    await asyncio.sleep(9)

async def passes_on(future):
    await future

async def prints(future):
    try:
        await future
    except asyncio.CancelledError as error:
        print(repr(error))

async def main():
    inner = asyncio.create_task(sleeps())
    outer = asyncio.create_task(passes_on(inner))
    await asyncio.sleep(1)
    outer.cancel("enough")
    await prints(outer)
    await prints(outer)
    early = asyncio.create_task(sleeps())
    early.cancel("early")
    await prints(asyncio.gather(early))

asyncio.run(main())
)",
                       running<with_messages>);

}  // namespace

TEST_CASE("the message of a cancellation is passed on with it, and given once") {
  CHECK(outputs(*kMessages.run()) ==
        Lines{"CancelledError('enough')", "CancelledError()", "CancelledError('early')"});
}

TEST_CASE("an exception that nobody retrieves is complained of when its future goes") {
  auto said = told(*kNobodyLooks.run(), {Kind::warning});
  std::sort(said.begin(), said.end());
  CHECK(said == Lines{"fails warning Task exception was never retrieved",
                      "the loop warning Future exception was never retrieved",
                      "the loop warning _GatheringFuture exception was never retrieved"});
}

TEST_CASE("an exception is retrieved by awaiting, asking for it, cancelling, and by wait") {
  const Log log = kSomebodyLooks.run();
  CHECK(outputs(*log) == Lines{"ValueError('no') False"});
  CHECK(count_of(*log, Kind::warning) == 1);  // wait looks at the first alone
}

TEST_CASE("a task that fails as the run is closed down is complained of") {
  CHECK(told(*kLeavesOne.run(), {Kind::warning}) ==
        Lines{"fails warning unhandled exception during asyncio.run() shutdown"});
}

TEST_CASE("what only a task left pending holds is complained of before the program's last event") {
  auto said = told(*kHeldByWhatIsLeft.run(), {Kind::warning});
  std::sort(said.begin(), said.end());
  CHECK(said == Lines{"fails warning Task exception was never retrieved",
                      "holds warning Task was destroyed but it is pending!"});
}

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
  bench.loop.call_soon(callback);
  callback->cancel();
  bench.run_iteration();
  CHECK(bench.heard.empty());
  CHECK(bench.recorder.iteration() == 1);
  CHECK(bench.log->back().kind == Kind::callback_skipped);
}

}  // namespace interleave::test
