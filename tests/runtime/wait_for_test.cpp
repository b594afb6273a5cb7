#include "runtime/wait_for.h"

#include "runtime/create_future.h"
#include "runtime/gather.h"
#include "runtime/shield.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<int> job(Scope s, int seconds) {
  try {
    co_await sleep(s.at("asyncio.sleep(seconds)"), ms(1000 * seconds));
  } catch (const CancelledError&) {
    s.at("print(\"cleaning").print("cleaning up");
    s.at("raise");
    throw;
  }
  s.at("return");
  co_return seconds;
}

template <class X>
Coro<> tries(Scope s, X awaitable, std::optional<Duration> timeout) {
  std::string text;
  try {
    s.at("await asyncio.wait_for");
    const int value = co_await wait_for(s, std::move(awaitable), timeout);
    s.at("print(await").print(std::to_string(value));
  } catch (const Error& error) {
    s.at("print(\"too late").print("too late");
  }
}

Coro<> of_coroutines(Scope s) {
  s.at("tries(job(1), 2)");
  co_await tries(s.def("tries"), job(s.def("job"), 1), ms(2000));
  s.at("tries(job(3), 2)");
  co_await tries(s.def("tries"), job(s.def("job"), 3), ms(2000));
  s.at("tries(job(1), None)");
  co_await tries(s.def("tries"), job(s.def("job"), 1), std::nullopt);
  s.at("tries(job(1), 0)");
  co_await tries(s.def("tries"), job(s.def("job"), 1), ms(0));
  s.at("tries(job(1), -1)");
  co_await tries(s.def("tries"), job(s.def("job"), 1), ms(-1000));
}
const Sample kCoroutines("wait_for of coroutines", R"(import asyncio

async def job(seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print("cleaning up")
        raise
    return seconds

async def tries(awaitable, timeout):
    try:
        print(await asyncio.wait_for(awaitable, timeout))
    except TimeoutError:
        print("too late")

async def main():
    await tries(job(1), 2)
    await tries(job(3), 2)
    await tries(job(1), None)
    await tries(job(1), 0)
    await tries(job(1), -1)

asyncio.run(main())
)",
                         running<of_coroutines>);

Coro<> of_futures(Scope s) {
  const auto task = create_task(s.at("task ="), job(s.def("job"), 1));
  s.at("tries(task, None)");
  co_await tries(s.def("tries"), task, std::nullopt);
  s.at("tries(task, 0)");
  co_await tries(s.def("tries"), task, ms(0));
  s.at("tries(task, 1)");
  co_await tries(s.def("tries"), task, ms(1000));
  const auto answer = create_future<int>(s.at("answer ="), "answer");
  s.at("tries(asyncio.shield(answer), 1)");
  co_await tries(s.def("tries"), shield(s, answer), ms(1000));
  s.at("tries(asyncio.shield(answer), 0)");
  co_await tries(s.def("tries"), shield(s, answer), ms(0));
  const auto guarded = create_task(s.at("guarded ="), job(s.def("job"), 4));
  s.at("tries(asyncio.shield(guarded), 1)");
  co_await tries(s.def("tries"), shield(s, guarded), ms(1000));
  s.at("tries(asyncio.shield(guarded), 8)");
  co_await tries(s.def("tries"), shield(s, guarded), ms(8000));
  s.at("tries(answer, 1)");
  co_await tries(s.def("tries"), answer, ms(1000));
}
const Sample kFutures("wait_for of futures and shields", R"(import asyncio

async def job(seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print("cleaning up")
        raise
    return seconds

async def tries(awaitable, timeout):
    try:
        print(await asyncio.wait_for(awaitable, timeout))
    except TimeoutError:
        print("too late")

async def main():
    task = asyncio.create_task(job(1))
    await tries(task, None)
    await tries(task, 0)
    await tries(task, 1)
    answer = asyncio.get_running_loop().create_future()
    await tries(asyncio.shield(answer), 1)
    await tries(asyncio.shield(answer), 0)
    guarded = asyncio.create_task(job(4))
    await tries(asyncio.shield(guarded), 1)
    await tries(asyncio.shield(guarded), 8)
    await tries(answer, 1)

asyncio.run(main())
)",
                      running<of_futures>);

Coro<> gathers(Scope s, int a, int b, Duration limit) {
  try {
    s.at("await asyncio.wait_for");
    const std::vector<int> values =
        co_await wait_for(s, gather(s, job(s.def("job"), a), job(s.def("job"), b)), limit);
    s.at("print(await").print(repr(values));
  } catch (const Error&) {
    s.at("print(\"too late").print("too late");
  }
}
Coro<> of_gathers(Scope s) {
  s.at("gathers(1, 2, 3)");
  co_await gathers(s.def("gathers"), 1, 2, ms(3000));
  s.at("gathers(1, 3, 2)");
  co_await gathers(s.def("gathers"), 1, 3, ms(2000));
  s.at("gathers(1, 3, 0)");
  co_await gathers(s.def("gathers"), 1, 3, ms(0));
}
const Sample kGathers("wait_for of gathers", R"(import asyncio

async def job(seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print("cleaning up")
        raise
    return seconds

async def gathers(a, b, limit):
    try:
        print(await asyncio.wait_for(asyncio.gather(job(a), job(b)), limit))
    except TimeoutError:
        print("too late")

async def main():
    await gathers(1, 2, 3)
    await gathers(1, 3, 2)
    await gathers(1, 3, 0)

asyncio.run(main())
)",
                      running<of_gathers>);

Coro<int> stubborn(Scope s) {
  bool cancelled = false;
  try {
    co_await sleep(s.at("asyncio.sleep(5)"), ms(5000));
  } catch (const CancelledError&) {
    cancelled = true;
  }
  if (cancelled) {
    co_await sleep(s.at("asyncio.sleep(2)"), ms(2000));
  }
  s.at("return 5");
  co_return 5;
}
Coro<> limits(Scope s) {
  try {
    s.at("print(await");
    const int value = co_await wait_for(s, stubborn(s.def("stubborn")), ms(1000));
    s.print(std::to_string(value));
  } catch (const CancelledError&) {
    s.at("print(\"cancelled").print("cancelled");
  }
}
Coro<> cancelled_at(Scope s) {
  for (const int at : {500, 2000}) {
    const auto task = create_task(s.at("create_task"), limits(s.def("limits")));
    co_await sleep(s.at("asyncio.sleep"), ms(at));
    s.at("task.cancel");
    task.cancel();
    s.at("await task");
    co_await task;
  }
  s.at("await limits");
  co_await limits(s.def("limits"));
}
const Sample kStubborn("wait_for that is cancelled, and one that comes too late but to a result",
                       R"(import asyncio

async def stubborn():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        await asyncio.sleep(2)
    return 5

async def limits():
    try:
        print(await asyncio.wait_for(stubborn(), 1))
    except asyncio.CancelledError:
        print("cancelled")

async def main():
    for at in 0.5, 2:
        task = asyncio.create_task(limits())
        await asyncio.sleep(at)
        task.cancel()
        await task
    await limits()

asyncio.run(main())
)",
                       running<cancelled_at>);

}  // namespace

TEST_CASE("wait_for gives a result in time, else cancels what it awaits and raises TimeoutError") {
  const Log log = kCoroutines.run();
  CHECK(outputs(*log) == Lines{"1", "cleaning up", "too late", "1", "too late", "too late"});
  CHECK(log->back().t_ns == 4'000'000'000);
}

TEST_CASE("wait_for takes tasks, futures and shields, and what is done has no limit") {
  CHECK(outputs(*kFutures.run()) ==
        Lines{"1", "1", "1", "too late", "too late", "too late", "4", "too late"});
}

TEST_CASE("wait_for of a gather cancels its children") {
  CHECK(outputs(*kGathers.run()) == Lines{"[1, 2]", "cleaning up", "too late", "too late"});
}

TEST_CASE(
    "wait_for waits until what it has cancelled has ended, and gives its result if it has one") {
  CHECK(outputs(*kStubborn.run()) == Lines{"cancelled", "cancelled", "5"});
}

}  // namespace interleave::test
