#include "runtime/task.h"

#include "runtime/run.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

template <Coro<> (*main_task)(Scope)>
Coro<> runs_main(Scope s) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main")));
}

Coro<> prints(Scope s) {
  s.at("print").print("child");
  co_return;
}

Coro<> sleeps(Scope s) { co_await sleep(s.at("sleep"), ms(1000)); }

Coro<> creates(Scope s) {
  const Task<> task = create_task(s.at("create_task"), prints(s.def("child")));
  s.at("print").print("main");
  s.at("await");
  co_await task;
}
const Sample kCreates("create task", R"(import asyncio

async def child():
    print("child")

async def main():
    task = asyncio.create_task(child())
    print("main")
    await task

asyncio.run(main())
)",
                      runs_main<creates>);

Coro<std::string> answers(Scope s) {
  s.at("return");
  co_return "it's";
}
Coro<> awaits_twice(Scope s) {
  const Task<std::string> task = create_task(s.at("create_task"), answers(s.def("child")));
  s.at("first = await");
  const std::string first = co_await task;
  s.at("again = await");
  const std::string again = co_await task;
  s.at("print").print(first + " " + again);
}
const Sample kAwaitsTwice("await a task that is done", R"(import asyncio

async def child():
    return "it's"

async def main():
    task = asyncio.create_task(child())
    first = await task
    again = await task
    print(first, again)

asyncio.run(main())
)",
                          runs_main<awaits_twice>);

Coro<> fails(Scope s) {
  s.at("raise");
  throw Error("ValueError", "no");
  co_return;
}
Coro<> catches(Scope s) {
  const Task<> task = create_task(s.at("create_task"), fails(s.def("child")));
  try {
    s.at("await");
    co_await task;
  } catch (const Error& error) {
    s.at("print").print(error.text());
  }
}
const Sample kCatches("await a task that fails", R"(import asyncio

async def child():
    raise ValueError("no")

async def main():
    task = asyncio.create_task(child())
    try:
        await task
    except ValueError as error:
        print(error)

asyncio.run(main())
)",
                      runs_main<catches>);

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
                              runs_main<cancels_a_sleeper>);

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
                                    runs_main<cancels_before_it_starts>);

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
                             runs_main<cancels_a_waiter>);

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
                            runs_main<awaits_itself_cancelled>);

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
                                     runs_main<awaits_cancelled_last>);

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
                           runs_main<cancels_twice>);

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
                                runs_main<cancels_a_ready_task>);

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
                                runs_main<cancels_what_is_done>);

Coro<> waits_for_a_member(Scope s, Task<> task) {
  s.at("await task");
  co_await task;
}
Coro<> two_await_one(Scope s) {
  const Task<> task = create_task(s.at("task = asyncio"), sleeps(s.def("child")));
  const Task<> first = create_task(s.at("first = "), waits_for_a_member(s.def("waiter"), task));
  const Task<> second = create_task(s.at("second = "), waits_for_a_member(s.def("waiter"), task));
  s.at("await first");
  co_await first;
  s.at("await second");
  co_await second;
}
const Sample kTwoAwaitOne("two tasks await one", R"(import asyncio

async def child():
    await asyncio.sleep(1)

async def waiter(task):
    await task

async def main():
    task = asyncio.create_task(child())
    first = asyncio.create_task(waiter(task))
    second = asyncio.create_task(waiter(task))
    await first
    await second

asyncio.run(main())
)",
                          runs_main<two_await_one>);

Coro<> awaits_itself(Scope s) {
  const Task<> self(Ref<TaskOf<void>>(static_cast<TaskOf<void>*>(&s.loop().current_task())));
  try {
    s.at("await asyncio.current_task");
    co_await self;
  } catch (const Error& error) {
    s.at("print").print(error.type());
  }
}
const Sample kAwaitsItself("a task that awaits itself", R"(import asyncio

async def main():
    try:
        await asyncio.current_task()
    except RuntimeError as error:
        print(type(error).__name__)

asyncio.run(main())
)",
                           running<awaits_itself>);

}  // namespace

TEST_CASE("a task that awaits itself gets an error with its next step") {
  const Log log = kAwaitsItself.run();
  CHECK(outputs(*log) == Lines{"RuntimeError"});
  CHECK(steps(*log) == "1 main, 2 main");
}

TEST_CASE(
    "create_task queues the first step: the creator goes on, the task starts an iteration later") {
  const Log log = kCreates.run();
  CHECK(outputs(*log) == Lines{"main", "child"});
  CHECK(steps(*log) == "1 main, 2 child, 3 main");
}

TEST_CASE("awaiting a task gives its result, and suspends nobody once it is done") {
  const Log log = kAwaitsTwice.run();
  CHECK(outputs(*log) == Lines{"it's it's"});
  CHECK(steps(*log) == "1 main, 2 child, 3 main");
  CHECK(told(*log, {Kind::task_finished}) ==
        Lines{"child task_finished \"it's\"", "main task_finished"});
}

TEST_CASE("what a task raises comes out where it is awaited") {
  const Log log = kCatches.run();
  CHECK(outputs(*log) == Lines{"no"});
  CHECK(told(*log, {Kind::task_failed, Kind::task_ready, Kind::task_resumed}) ==
        Lines{"child task_failed ValueError: no", "main task_ready task by child",
              "main task_resumed ValueError: no"});
}

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

TEST_CASE("those who await one task resume in the order in which they came") {
  CHECK(steps(*kTwoAwaitOne.run()) ==
        "1 main, 2 child, 2 waiter, 2 waiter 2, 4 child @1000, 5 waiter @1000, 5 waiter 2 @1000, "
        "6 main @1000");
}

}  // namespace interleave::test
