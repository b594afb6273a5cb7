#include "runtime/awaitable.h"

#include "runtime/as_completed.h"
#include "runtime/create_future.h"
#include "runtime/gather.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<int> job(Scope s, int seconds) {
  co_await sleep(s.at("asyncio.sleep"), ms(1000 * seconds));
  s.at("print(seconds").print(std::to_string(seconds));
  s.at("return");
  co_return seconds;
}

Coro<> given_twice(Scope s) {
  s.at("once =");
  const Awaitable<int> once = job(s.def("job"), 1);
  const auto task = create_task(s.at("task ="), job(s.def("job"), 2));
  s.at("await asyncio.gather");
  const std::vector<int> values = co_await gather(s, once, task, once, task, job(s.def("job"), 3));
  s.at("print(values").print(repr(values));
}
const Sample kTwice("gather of one coroutine and one task given twice", R"(import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    print(seconds)
    return seconds

async def main():
    once = job(1)
    task = asyncio.create_task(job(2))
    values = await asyncio.gather(once, task, once, task, job(3))
    print(values)

asyncio.run(main())
)",
                    running<given_twice>);

Coro<> of_every_kind(Scope s) {
  const auto answer = create_future<int>(s.at("answer ="), "answer");
  s.at("answer.set_result");
  answer.set_result(5);
  const auto task = create_task(s.at("task ="), job(s.def("job"), 1));
  for (const Awaitable<int>& one : awaitables(answer, task, job(s.def("job"), 2))) {
    s.at("print(await one");
    const int value = co_await one;
    s.print(repr(value));
  }
  s.at("for one");
}
const Sample kEveryKind("a future, a task and a coroutine awaited in turn", R"(import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    print(seconds)
    return seconds

async def main():
    answer = asyncio.get_running_loop().create_future()
    answer.set_result(5)
    task = asyncio.create_task(job(1))
    for one in answer, task, job(2):
        print(await one)

asyncio.run(main())
)",
                        running<of_every_kind>);

Coro<> as_they_come(Scope s) {
  s.at("once =");
  const Awaitable<int> once = job(s.def("job"), 2);
  auto completed = as_completed(s.at("for next_one"), awaitables(once, job(s.def("job"), 1), once));
  while (completed.has_more()) {
    s.at("print(await");
    const int value = co_await completed.next();
    s.print(repr(value));
  }
  s.at("for next_one");
}
const Sample kAsTheyCome("as completed of a coroutine given twice", R"(import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    print(seconds)
    return seconds

async def main():
    once = job(2)
    for next_one in asyncio.as_completed([once, job(1), once]):
        print(await next_one)

asyncio.run(main())
)",
                         running<as_they_come>);

Coro<> awaited_twice(Scope s) {
  s.at("once =");
  const Awaitable<int> once = job(s.def("job"), 1);
  s.at("await once", 1);
  co_await once;
  try {
    s.at("await once", 2);
    co_await once;
  } catch (const Error& error) {
    s.at("print(error").print(error.text());
  }
}
const Sample kAwaitedTwice("a coroutine awaited twice", R"(import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    print(seconds)
    return seconds

async def main():
    once = job(1)
    await once
    try:
        await once
    except RuntimeError as error:
        print(error)

asyncio.run(main())
)",
                           running<awaited_twice>);

Coro<> never_awaited(Scope s) {
  s.at("first =");
  const Awaitable<int> first = job(s.def("job"), 1);
  const Awaitable<int> same = first;
  s.at("pass");
  co_return;
}
const Sample kNeverAwaited("a coroutine with two names never awaited", R"(import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    print(seconds)
    return seconds

async def main():
    first = job(1)
    same = first
    pass

asyncio.run(main())
)",
                           running<never_awaited>);

}  // namespace

TEST_CASE("a coroutine given twice runs once, and its result stands in both places") {
  CHECK(outputs(*kTwice.run()) == Lines{"1", "2", "3", "[1, 2, 1, 2, 3]"});
  CHECK(outputs(*kAsTheyCome.run()) == Lines{"1", "1", "2", "2"});
}

TEST_CASE("whatever can be awaited is awaited as that is: a coroutine inside the task") {
  const Log log = kEveryKind.run();
  CHECK(outputs(*log) == Lines{"5", "1", "1", "2", "2"});
  CHECK(count_of(*log, Kind::coroutine_entered) == 1);
}

TEST_CASE("a coroutine runs once") {
  CHECK(outputs(*kAwaitedTwice.run()) == Lines{"1", "cannot reuse already awaited coroutine"});
  CHECK(told(*kNeverAwaited.run(), {Kind::warning}) ==
        Lines{"the loop warning RuntimeWarning: coroutine 'job' was never awaited"});
}

}  // namespace interleave::test
