// Cancellation of a task.

#include "runtime/task.h"

#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<> prints(Scope s) {
  s.at("print").print("child");
  co_return;
}

Coro<> sleeps(Scope s) { co_await sleep(s.at("sleep"), ms(1000)); }

Coro<> tidies_up(Scope s) {
  try {
    s.at("print(\"starts").print("starts");
    co_await sleep(s.at("sleep"), ms(2000));
  } catch (const CancelledError&) {
    s.at("print(\"cleaned").print("cleaned up");
    s.at("raise");
    throw;
  }
}
Coro<> cancels_a_sleeper(Scope s) {
  const Task<> task = create_task(s.at("create_task"), tidies_up(s.def("child")));
  co_await sleep(s.at("asyncio.sleep"), ms(1000));
  s.at("task.cancel");
  task.cancel();
  s.at("print(\"asked").print("asked");
  try {
    s.at("await task");
    co_await task;
  } catch (const CancelledError&) {
    s.at("print(\"gone").print("gone");
  }
}
const Sample kCancelsASleeper("cancel a sleeping task", R"(import asyncio

async def child():
    try:
        print("starts")
        await asyncio.sleep(2)
    except asyncio.CancelledError:
        print("cleaned up")
        raise

async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(1)
    task.cancel()
    print("asked")
    try:
        await task
    except asyncio.CancelledError:
        print("gone")

asyncio.run(main())
)",
                              running<cancels_a_sleeper>);

Coro<> cancels_before_it_starts(Scope s) {
  const Task<> task = create_task(s.at("create_task"), tidies_up(s.def("child")));
  s.at("task.cancel");
  task.cancel();
  try {
    s.at("await task");
    co_await task;
  } catch (const CancelledError&) {
    s.at("print(\"gone").print("gone");
  }
}
const Sample kCancelsBeforeItStarts("cancel before the first step", R"(import asyncio

async def child():
    try:
        print("starts")
        await asyncio.sleep(2)
    except asyncio.CancelledError:
        print("cleaned up")
        raise

async def main():
    task = asyncio.create_task(child())
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("gone")

asyncio.run(main())
)",
                                    running<cancels_before_it_starts>);

Coro<> waits_for_inner(Scope s) {
  s.at("create_task");
  const Task<> task = create_task(s, sleeps(s.def("inner")));
  s.at("await task");
  co_await task;
}
Coro<> cancels_a_waiter(Scope s) {
  const Task<> task = create_task(s.at("create_task"), waits_for_inner(s.def("outer")));
  co_await sleep(s.at("asyncio.sleep(0.5)"), ms(500));
  s.at("task.cancel");
  task.cancel();
  try {
    s.at("await task");
    co_await task;
  } catch (const CancelledError&) {
    s.at("print(\"gone").print("gone");
  }
}
const Sample kCancelsAWaiter("cancel a task that awaits a task", R"(import asyncio

async def inner():
    await asyncio.sleep(1)

async def outer():
    task = asyncio.create_task(inner())
    await task

async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(0.5)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("gone")

asyncio.run(main())
)",
                             running<cancels_a_waiter>);

Coro<> cancels_itself(Scope s) {
  TaskBase& task = s.at("current_task").loop().current_task();
  s.at("task.cancel");
  task.cancel();
  s.at("print(\"goes on").print("goes on");
  co_await sleep(s.at("sleep"), ms(1000));
  s.at("print(\"never").print("never");
}
Coro<> awaits_itself_cancelled(Scope s) {
  const Task<> task = create_task(s.at("create_task"), cancels_itself(s.def("child")));
  try {
    s.at("await task");
    co_await task;
  } catch (const CancelledError&) {
    s.at("print(\"gone").print("gone");
  }
}
const Sample kCancelsItself("a task cancels itself", R"(import asyncio

async def child():
    task = asyncio.current_task()
    task.cancel()
    print("goes on")
    await asyncio.sleep(1)
    print("never")

async def main():
    task = asyncio.create_task(child())
    try:
        await task
    except asyncio.CancelledError:
        print("gone")

asyncio.run(main())
)",
                            running<awaits_itself_cancelled>);

Coro<> cancels_itself_last(Scope s) {
  TaskBase& task = s.at("current_task").loop().current_task();
  s.at("task.cancel");
  task.cancel();
  s.at("print(\"last").print("last line");
  co_return;
}
Coro<> awaits_cancelled_last(Scope s) {
  const Task<> task = create_task(s.at("create_task"), cancels_itself_last(s.def("child")));
  try {
    s.at("await task");
    co_await task;
  } catch (const CancelledError&) {
    s.at("print(\"gone").print("gone");
  }
}
const Sample kCancelledAtItsLastStep("cancelled at its last step", R"(import asyncio

async def child():
    task = asyncio.current_task()
    task.cancel()
    print("last line")

async def main():
    task = asyncio.create_task(child())
    try:
        await task
    except asyncio.CancelledError:
        print("gone")

asyncio.run(main())
)",
                                     running<awaits_cancelled_last>);

Coro<> refuses_once(Scope s) {
  TaskBase& task = s.at("current_task").loop().current_task();
  try {
    co_await sleep(s.at("sleep(2)"), ms(2000));
  } catch (const CancelledError&) {
    s.at("{task.cancelling()} requests").print(std::to_string(task.cancelling()) + " requests");
    s.at("left = task.uncancel()");
    const std::uint32_t left = task.uncancel();
    s.at("{left} left").print(std::to_string(left) + " left");
  }
  co_await sleep(s.at("sleep(1)"), ms(1000));
  s.at("print(\"done").print("done");
}
Coro<> cancels_twice(Scope s) {
  const Task<> task = create_task(s.at("create_task"), refuses_once(s.def("child")));
  co_await sleep(s.at("asyncio.sleep(0)"), ms(0));
  s.at("task.cancel", 1);
  task.cancel();
  s.at("task.cancel", 2);
  task.cancel();
  s.at("await task");
  co_await task;
}
const Sample kCancelsTwice("cancel twice and uncancel", R"(import asyncio

async def child():
    task = asyncio.current_task()
    try:
        await asyncio.sleep(2)
    except asyncio.CancelledError:
        print(f"{task.cancelling()} requests")
        left = task.uncancel()
        print(f"{left} left")
    await asyncio.sleep(1)
    print("done")

async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    task.cancel()
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        pass

asyncio.run(main())
)",
                           running<cancels_twice>);

Coro<> cancels_a_ready_task(Scope s) {
  const Task<> task = create_task(s.at("create_task"), tidies_up(s.def("child")));
  co_await sleep(s.at("asyncio.sleep(2)"), ms(2000));
  s.at("task.cancel");
  task.cancel();
  try {
    s.at("await task");
    co_await task;
  } catch (const CancelledError&) {
    s.at("print(\"gone").print("gone");
  }
}
const Sample kCancelsAReadyTask("cancel as the timer fires", R"(import asyncio

async def child():
    try:
        print("starts")
        await asyncio.sleep(2)
    except asyncio.CancelledError:
        print("cleaned up")
        raise

async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(2)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("gone")

asyncio.run(main())
)",
                                running<cancels_a_ready_task>);

Coro<> cancels_what_is_done(Scope s) {
  const Task<> task = create_task(s.at("create_task"), prints(s.def("child")));
  s.at("await task");
  co_await task;
  s.at("print(task.cancel())");
  s.print(task.cancel() ? "True" : "False");
  s.at("print(task.done(), task.cancelled())");
  s.print(std::string(task.done() ? "True" : "False") + (task.cancelled() ? " True" : " False"));
}
const Sample kCancelsWhatIsDone("cancel a task that is done", R"(import asyncio

async def child():
    print("child")

async def main():
    task = asyncio.create_task(child())
    await task
    print(task.cancel())
    print(task.done(), task.cancelled())

asyncio.run(main())
)",
                                running<cancels_what_is_done>);

}  // namespace

TEST_CASE("a cancellation is delivered at the suspension point, an iteration later") {
  const Log log = kCancelsASleeper.run();
  CHECK(outputs(*log) == Lines{"starts", "asked", "cleaned up", "gone"});
  CHECK(steps(*log) == "1 main, 2 child, 4 main @1000, 5 child @1000, 6 main @1000");
  CHECK(told(*log, {Kind::cancel_requested, Kind::timer_cancelled, Kind::task_cancelled}) ==
        Lines{"child cancel_requested by main, 1", "the loop timer_cancelled 2",
              "child task_cancelled"});
}

TEST_CASE("a task cancelled before its first step runs not a line") {
  const Log log = kCancelsBeforeItStarts.run();
  CHECK(outputs(*log) == Lines{"gone"});
  CHECK(told(*log, {Kind::task_started, Kind::task_cancelled}) ==
        Lines{"main task_started", "child task_started CancelledError", "child task_cancelled"});
}

TEST_CASE("cancelling a task that awaits a task cancels that one first") {
  const Log log = kCancelsAWaiter.run();
  CHECK(told(*log, {Kind::cancel_requested, Kind::task_cancelled}) ==
        Lines{"outer cancel_requested by main, 1", "inner cancel_requested by main, 1",
              "inner task_cancelled", "outer task_cancelled"});
  CHECK(steps(*log) ==
        "1 main, 2 outer, 3 inner, 5 main @500, 6 inner @500, 7 outer @500, 8 main @500");
}

TEST_CASE("a task that cancels itself goes on to its next suspension") {
  const Log log = kCancelsItself.run();
  CHECK(outputs(*log) == Lines{"goes on", "gone"});
}

TEST_CASE("a task cancelled at its last step ends cancelled") {
  const Log log = kCancelledAtItsLastStep.run();
  CHECK(outputs(*log) == Lines{"last line", "gone"});
  CHECK(told(*log, {Kind::task_cancelled}) == Lines{"child task_cancelled"});
}

TEST_CASE("cancelling counts the requests, uncancel takes one back") {
  const Log log = kCancelsTwice.run();
  CHECK(told(*log, {Kind::cancel_requested, Kind::cancel_uncounted}) ==
        Lines{"child cancel_requested by main, 1", "child cancel_requested by main, 2",
              "child cancel_uncounted by child, 1"});
}

TEST_CASE("a task whose timer has fired already can still be cancelled") {
  const Log log = kCancelsAReadyTask.run();
  CHECK(outputs(*log).back() == "gone");
}

TEST_CASE("a task that is done cannot be cancelled") {
  CHECK(outputs(*kCancelsWhatIsDone.run()) == Lines{"child", "False", "True False"});
}

}  // namespace interleave::test
