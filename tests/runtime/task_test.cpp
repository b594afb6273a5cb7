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
                      running<creates>);

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
                          running<awaits_twice>);

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
                      running<catches>);

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
                          running<two_await_one>);

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

TEST_CASE("those who await one task resume in the order in which they came") {
  CHECK(steps(*kTwoAwaitOne.run()) ==
        "1 main, 2 child, 2 waiter, 2 waiter 2, 4 child @1000, 5 waiter @1000, 5 waiter 2 @1000, "
        "6 main @1000");
}

}  // namespace interleave::test
