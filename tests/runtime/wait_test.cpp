#include "runtime/wait.h"

#include "runtime/create_future.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<int> job(Scope s, int seconds, bool fails) {
  co_await sleep(s.at("asyncio.sleep"), ms(1000 * seconds));
  if (fails) {
    s.at("raise");
    throw Error("ValueError", "no");
  }
  s.at("return");
  co_return seconds;
}
std::vector<Task<int>> three(Scope& s) {
  std::vector<Task<int>> tasks;
  tasks.push_back(create_task(s.at("job(3, False)"), job(s.def("job"), 3, false)));
  tasks.push_back(create_task(s.at("job(1, False)"), job(s.def("job"), 1, false)));
  tasks.push_back(create_task(s.at("job(2, True)"), job(s.def("job"), 2, true)));
  return tasks;
}
void print_counts(Scope& s, const Waited<int>& waited) {
  s.at("print(len(done)")
      .print(std::to_string(waited.done.size()) + " " + std::to_string(waited.pending.size()));
}

Coro<> waits(Scope s, std::optional<Duration> timeout, ReturnWhen when) {
  const std::vector<Task<int>> tasks = three(s);
  s.at("await asyncio.wait");
  const Waited<int> waited = co_await wait(s, tasks, timeout, when);
  print_counts(s, waited);
}

Coro<> in_every_way(Scope s) {
  s.at("waits(None, asyncio.ALL_COMPLETED)");
  co_await waits(s.def("waits"), std::nullopt, ReturnWhen::all_completed);
  s.at("waits(None, asyncio.FIRST_COMPLETED)");
  co_await waits(s.def("waits"), std::nullopt, ReturnWhen::first_completed);
  s.at("waits(None, asyncio.FIRST_EXCEPTION)");
  co_await waits(s.def("waits"), std::nullopt, ReturnWhen::first_exception);
  s.at("waits(2, asyncio.ALL_COMPLETED)");
  co_await waits(s.def("waits"), ms(2000), ReturnWhen::all_completed);
  s.at("waits(5, asyncio.FIRST_EXCEPTION)");
  co_await waits(s.def("waits"), ms(5000), ReturnWhen::first_exception);
  s.at("waits(0, asyncio.FIRST_COMPLETED)");
  co_await waits(s.def("waits"), ms(0), ReturnWhen::first_completed);
  co_await sleep(s.at("asyncio.sleep"), ms(9000));
}
const Sample kEveryWay("wait in every way", R"(import asyncio

async def job(seconds, fails):
    await asyncio.sleep(seconds)
    if fails:
        raise ValueError("no")
    return seconds

async def waits(timeout, when):
    tasks = [
        asyncio.create_task(job(3, False)),
        asyncio.create_task(job(1, False)),
        asyncio.create_task(job(2, True)),
    ]
    done, pending = await asyncio.wait(tasks, timeout=timeout, return_when=when)
    print(len(done), len(pending))

async def main():
    await waits(None, asyncio.ALL_COMPLETED)
    await waits(None, asyncio.FIRST_COMPLETED)
    await waits(None, asyncio.FIRST_EXCEPTION)
    await waits(2, asyncio.ALL_COMPLETED)
    await waits(5, asyncio.FIRST_EXCEPTION)
    await waits(0, asyncio.FIRST_COMPLETED)
    await asyncio.sleep(9)

asyncio.run(main())
)",
                       running<in_every_way>);

Coro<> with_a_future(Scope s) {
  const auto answer = create_future<int>(s.at("answer ="), "answer");
  const auto first = create_task(s.at("first ="), job(s.def("job"), 1, false));
  const std::vector<AnyFuture<int>> both{any_future(answer), any_future(first), any_future(first)};
  s.at("FIRST_COMPLETED");
  const Waited<int> one = co_await wait(s, both, std::nullopt, ReturnWhen::first_completed);
  s.at("print(len(done), first").print(repr(one.done.size()) + " " + repr(one.done[0] == both[1]));
  s.at("answer.set_result");
  answer.set_result(1);
  s.at("await asyncio.wait([answer, first])");
  const Waited<int> two = co_await wait(s, both);
  s.at("print(len(done), len").print(repr(two.done.size()) + " " + repr(two.pending.size()));
}
const Sample kWithAFuture("wait for a future and a task given twice", R"(import asyncio

async def job(seconds, fails):
    await asyncio.sleep(seconds)
    if fails:
        raise ValueError("no")
    return seconds

async def main():
    answer = asyncio.get_running_loop().create_future()
    first = asyncio.create_task(job(1, False))
    done, pending = await asyncio.wait([answer, first, first], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), first in done)
    answer.set_result(1)
    done, pending = await asyncio.wait([answer, first])
    print(len(done), len(pending))

asyncio.run(main())
)",
                          running<with_a_future>);

Coro<> waits_long(Scope s) {
  const std::vector<Task<int>> tasks = three(s);
  s.at("await asyncio.wait");
  co_await wait(s, tasks, ms(9000), ReturnWhen::all_completed);
}
Coro<> is_cancelled(Scope s) {
  const auto task = create_task(s.at("create_task"), waits_long(s.def("waits")));
  co_await sleep(s.at("asyncio.sleep(1)"), ms(1000));
  s.at("task.cancel");
  task.cancel();
  try {
    s.at("await task");
    co_await task;
  } catch (const CancelledError&) {
    s.at("print(\"cancelled").print("cancelled");
  }
  co_await sleep(s.at("asyncio.sleep(9)"), ms(9000));
}
const Sample kCancelled("a wait that is cancelled leaves what it waits for alone", R"(import asyncio

async def job(seconds, fails):
    await asyncio.sleep(seconds)
    if fails:
        raise ValueError("no")
    return seconds

async def waits():
    tasks = [
        asyncio.create_task(job(3, False)),
        asyncio.create_task(job(1, False)),
        asyncio.create_task(job(2, True)),
    ]
    await asyncio.wait(tasks, timeout=9)

async def main():
    task = asyncio.create_task(waits())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    await asyncio.sleep(9)

asyncio.run(main())
)",
                        running<is_cancelled>);

Coro<> of_nothing(Scope s) {
  try {
    s.at("await");
    co_await wait(s, std::vector<Task<int>>());
  } catch (const Error& error) {
    s.at("print").print(error.text());
  }
}
const Sample kOfNothing("wait for nothing", R"(import asyncio

async def main():
    try:
        await asyncio.wait([])
    except ValueError as error:
        print(error)

asyncio.run(main())
)",
                        running<of_nothing>);

}  // namespace

TEST_CASE("wait returns when all, the first, or a failure is there, or when the time is up") {
  CHECK(outputs(*kEveryWay.run()) == Lines{"3 0", "1 2", "2 1", "1 2", "2 1", "0 3"});
}

TEST_CASE("wait takes every kind of future, and each counts once") {
  CHECK(outputs(*kWithAFuture.run()) == Lines{"1 True", "2 0"});
}

TEST_CASE("a wait that is cancelled cancels nothing") {
  const Log log = kCancelled.run();
  CHECK(told(*log, {Kind::cancel_requested}) == Lines{"waits cancel_requested by main, 1"});
  CHECK(told(*log, {Kind::task_finished, Kind::task_failed}).size() == 4);
}

TEST_CASE("wait refuses to wait for nothing") {
  CHECK(outputs(*kOfNothing.run()) == Lines{"Set of Tasks/Futures is empty."});
}

}  // namespace interleave::test
