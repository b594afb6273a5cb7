#include "runtime/task_group.h"

#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<> job(Scope s, int seconds) {
  co_await sleep(s.at("asyncio.sleep"), ms(1000 * seconds));
  s.at("print").print(std::to_string(seconds));
}
Coro<> fails(Scope s, int seconds) {
  co_await sleep(s.at("asyncio.sleep"), ms(1000 * seconds));
  s.at("raise");
  throw Error("ValueError", "no " + std::to_string(seconds));
}

Coro<> all_go_well(Scope s) {
  TaskGroup group(s.at("async with"));
  group.create_task(s.at("group.create_task", 1), job(s.def("job"), 2));
  group.create_task(s.at("group.create_task", 2), job(s.def("job"), 1));
  s.at("async with");
  co_await group.exit();
  s.at("print").print("all");
}
const Sample kAllGoWell("task group", R"(import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    print(seconds)

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(job(2))
        group.create_task(job(1))
    print("all")

asyncio.run(main())
)",
                        running<all_go_well>);

Coro<> empty_group(Scope s) {
  TaskGroup group(s.at("async with"));
  s.at("pass");
  s.at("async with");
  co_await group.exit();
  s.at("print").print("all");
}
const Sample kEmptyGroup("task group of nothing", R"(import asyncio

async def main():
    async with asyncio.TaskGroup() as group:
        pass
    print("all")

asyncio.run(main())
)",
                         running<empty_group>);

Coro<> one_fails(Scope s) {
  try {
    TaskGroup group(s.at("async with"));
    group.create_task(s.at("create_task(job(2"), job(s.def("job"), 2));
    group.create_task(s.at("create_task(fails(1"), fails(s.def("fails"), 1));
    group.create_task(s.at("create_task(job(3"), job(s.def("job"), 3));
    s.at("async with");
    co_await group.exit();
  } catch (const ExceptionGroup& errors) {
    s.at("print").print("caught " + std::to_string(errors.parts().size()));
  }
  co_await sleep(s.at("asyncio.sleep"), ms(1000));
}
const Sample kOneFails("task group of one that fails", R"(import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    print(seconds)

async def fails(seconds):
    await asyncio.sleep(seconds)
    raise ValueError(f"no {seconds}")

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job(2))
            group.create_task(fails(1))
            group.create_task(job(3))
    except ExceptionGroup as errors:
        print("caught", len(errors.exceptions))
    await asyncio.sleep(1)

asyncio.run(main())
)",
                       running<one_fails>);

Coro<> two_fail(Scope s) {
  TaskGroup group(s.at("async with"));
  group.create_task(s.at("create_task", 1), fails(s.def("fails"), 1));
  group.create_task(s.at("create_task", 2), fails(s.def("fails"), 1));
  s.at("async with");
  co_await group.exit();
}
const Sample kTwoFail("task group of two that fail", R"(import asyncio

async def fails(seconds):
    await asyncio.sleep(seconds)
    raise ValueError(f"no {seconds}")

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fails(1))
        group.create_task(fails(1))

asyncio.run(main())
)",
                      running<two_fail>);

Coro<> fails_in_the_body(Scope s) {
  try {
    TaskGroup group(s.at("async with"));
    std::exception_ptr error;
    try {
      group.create_task(s.at("create_task"), fails(s.def("fails"), 1));
      co_await sleep(s.at("asyncio.sleep(5)"), ms(5000));
    } catch (...) {
      error = std::current_exception();
    }
    s.at("async with");
    co_await group.exit(error);
  } catch (const ExceptionGroup&) {
    s.at("print").print("caught");
  }
  s.at("cancelling()");
  s.print(std::to_string(s.loop().current_task().cancelling()));
}
const Sample kFailsInTheBody("task group whose parent is in its body", R"(import asyncio

async def fails(seconds):
    await asyncio.sleep(seconds)
    raise ValueError(f"no {seconds}")

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(1))
            await asyncio.sleep(5)
    except ExceptionGroup:
        print("caught")
    print(asyncio.current_task().cancelling())

asyncio.run(main())
)",
                             running<fails_in_the_body>);

Coro<> the_body_raises(Scope s) {
  try {
    TaskGroup group(s.at("async with"));
    std::exception_ptr error;
    try {
      group.create_task(s.at("create_task"), job(s.def("job"), 1));
      co_await sleep(s.at("asyncio.sleep(0)"), ms(0));
      s.at("raise");
      throw Error("KeyError", "'key'");
    } catch (...) {
      error = std::current_exception();
    }
    s.at("async with");
    co_await group.exit(error);
  } catch (const ExceptionGroup& errors) {
    s.at("print").print("caught " + std::to_string(errors.parts().size()));
  }
}
const Sample kTheBodyRaises("task group whose body raises", R"(import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    print(seconds)

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job(1))
            await asyncio.sleep(0)
            raise KeyError("key")
    except ExceptionGroup as errors:
        print("caught", len(errors.exceptions))

asyncio.run(main())
)",
                            running<the_body_raises>);

Coro<> waits_in_exit(Scope s) {
  TaskGroup group(s.at("async with"));
  group.create_task(s.at("create_task", 1), job(s.def("job"), 3));
  group.create_task(s.at("create_task", 2), job(s.def("job"), 4));
  s.at("async with");
  co_await group.exit();
}
Coro<> cancels_the_parent(Scope s) {
  const Task<> task = create_task(s.at("create_task"), waits_in_exit(s.def("parent")));
  co_await sleep(s.at("asyncio.sleep"), ms(1000));
  s.at("task.cancel");
  task.cancel();
  try {
    s.at("await task");
    co_await task;
  } catch (const CancelledError&) {
    s.at("print").print("gone");
  }
}
const Sample kCancelsTheParent("task group whose parent is cancelled", R"(import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    print(seconds)

async def parent():
    async with asyncio.TaskGroup() as group:
        group.create_task(job(3))
        group.create_task(job(4))

async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("gone")

asyncio.run(main())
)",
                               running<cancels_the_parent>);

Coro<> nothing(Scope) { co_return; }
Coro<> is_closed(Scope s) {
  TaskGroup group;
  try {
    group.create_task(s.at("group.create_task(job())", 1), nothing(s.def("job")));
  } catch (const Error& error) {
    s.at("print(error)", 1).print(error.text());
  }
  group.enter(s.at("async with group:", 1));
  try {
    group.enter(s.at("async with group:", 2));
  } catch (const Error& error) {
    s.at("print(error)", 2).print(error.text());
  }
  s.at("async with group:", 1);
  co_await group.exit();
  try {
    group.create_task(s.at("group.create_task(job())", 2), nothing(s.def("job")));
  } catch (const Error& error) {
    s.at("print(error)", 3).print(error.text());
  }
}
const Sample kIsClosed("task group that is not entered, or left", R"(import asyncio

async def job():
    pass

async def main():
    group = asyncio.TaskGroup()
    try:
        group.create_task(job())
    except RuntimeError as error:
        print(error)
    async with group:
        try:
            async with group:
                pass
        except RuntimeError as error:
            print(error)
    try:
        group.create_task(job())
    except RuntimeError as error:
        print(error)

asyncio.run(main())
)",
                       running<is_closed>);

}  // namespace

TEST_CASE("a task group takes tasks between its beginning and its end alone") {
  const Log log = kIsClosed.run();
  CHECK(outputs(*log) == Lines{"TaskGroup <TaskGroup> has not been entered",
                               "TaskGroup <TaskGroup entered> has already been entered",
                               "TaskGroup <TaskGroup entered> is finished"});
  CHECK(count_of(*log, Kind::warning) == 2);  // the coroutines that it refused
}

TEST_CASE(
    "a task group's exit waits for every task, two iterations after the last one's last step") {
  const Log log = kAllGoWell.run();
  CHECK(outputs(*log) == Lines{"1", "2", "all"});
  CHECK(steps(*log) == "1 main, 2 job, 2 job 2, 4 job 2 @1000, 7 job @2000, 9 main @2000");
}

TEST_CASE("an empty task group's exit suspends nobody") {
  CHECK(steps(*kEmptyGroup.run()) == "1 main");
}

TEST_CASE("a task group's first failure cancels the rest and comes out in a group") {
  const Log log = kOneFails.run();
  CHECK(outputs(*log) == Lines{"caught 1"});
  CHECK(told(*log, {Kind::task_failed, Kind::task_cancelled}) ==
        Lines{"fails task_failed ValueError: no 1", "job task_cancelled", "job 2 task_cancelled"});
  CHECK(told(*log, {Kind::cancel_requested}) == Lines{"job cancel_requested by fails, 1",
                                                      "job 2 cancel_requested by fails, 1",
                                                      "main cancel_requested by fails, 1"});
}

TEST_CASE("every failure of a task group is in its exception, in order") {
  const Log log = kTwoFail.run();
  CHECK(told(*log, {Kind::program_failed}) ==
        Lines{"the loop program_failed ExceptionGroup: unhandled errors in a TaskGroup "
              "(2 sub-exceptions) [ValueError: no 1; ValueError: no 1]"});
}

TEST_CASE("a task group's parent is cancelled out of its body, and that is taken back") {
  const Log log = kFailsInTheBody.run();
  CHECK(outputs(*log) == Lines{"caught", "0"});
  CHECK(told(*log, {Kind::cancel_requested, Kind::cancel_uncounted}) ==
        Lines{"main cancel_requested by fails, 1", "main cancel_uncounted by main, 0"});
}

TEST_CASE("what a task group's body raises cancels its tasks and comes out in a group") {
  const Log log = kTheBodyRaises.run();
  CHECK(outputs(*log) == Lines{"caught 1"});
  CHECK(told(*log, {Kind::task_cancelled}) == Lines{"job task_cancelled"});
}

TEST_CASE("a parent cancelled while it waits in the exit cancels its tasks, then itself") {
  const Log log = kCancelsTheParent.run();
  CHECK(outputs(*log) == Lines{"gone"});
  CHECK(told(*log, {Kind::task_cancelled}) ==
        Lines{"job task_cancelled", "job 2 task_cancelled", "parent task_cancelled"});
}

}  // namespace interleave::test
