#include "runtime/shield.h"

#include "runtime/create_future.h"
#include "runtime/gather.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<int> job(Scope s) {
  co_await sleep(s.at("asyncio.sleep"), ms(2000));
  s.at("print(\"job done").print("job done");
  s.at("return");
  co_return 7;
}

Coro<> waits_behind_a_shield(Scope s) {
  const auto inner = create_task(s.at("create_task"), job(s.def("job")));
  try {
    s.at("shield");
    co_await shield(s, inner);
  } catch (const CancelledError&) {
    s.at("print(\"waiter").print("waiter cancelled");
  }
  s.at("print(await inner");
  const int value = co_await inner;
  s.print(std::to_string(value));
}
Coro<> cancels_the_waiter(Scope s) {
  const auto waiter = create_task(s.at("create_task"), waits_behind_a_shield(s.def("waits")));
  co_await sleep(s.at("asyncio.sleep"), ms(1000));
  s.at("waiter.cancel");
  waiter.cancel();
  s.at("await waiter");
  co_await waiter;
}
const Sample kShielded("a shield keeps a cancellation from a task", R"(import asyncio

async def job():
    await asyncio.sleep(2)
    print("job done")
    return 7

async def waits():
    inner = asyncio.create_task(job())
    try:
        await asyncio.shield(inner)
    except asyncio.CancelledError:
        print("waiter cancelled")
    print(await inner)

async def main():
    waiter = asyncio.create_task(waits())
    await asyncio.sleep(1)
    waiter.cancel()
    await waiter

asyncio.run(main())
)",
                       running<cancels_the_waiter>);

Coro<> inner_is_cancelled(Scope s) {
  const auto inner = create_task(s.at("create_task"), job(s.def("job")));
  const auto guarded = shield(s.at("guarded ="), inner);
  co_await sleep(s.at("asyncio.sleep"), ms(0));
  s.at("inner.cancel");
  inner.cancel();
  try {
    s.at("await guarded");
    co_await guarded;
  } catch (const CancelledError&) {
    s.at("print(\"so is").print("so is the shield");
  }
}
const Sample kInnerCancelled("a shield whose task is cancelled", R"(import asyncio

async def job():
    await asyncio.sleep(2)
    print("job done")
    return 7

async def main():
    inner = asyncio.create_task(job())
    guarded = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel()
    try:
        await guarded
    except asyncio.CancelledError:
        print("so is the shield")

asyncio.run(main())
)",
                             running<inner_is_cancelled>);

Coro<int> fails(Scope s) {
  co_await sleep(s.at("asyncio.sleep"), ms(1000));
  s.at("raise");
  throw Error("ValueError", "no");
}
Coro<> of_a_coroutine_that_fails(Scope s) {
  try {
    s.at("shield");
    co_await shield(s, fails(s.def("fails")));
  } catch (const Error& error) {
    s.at("print").print("caught " + error.text());
  }
}
const Sample kFails("a shield of a coroutine that fails", R"(import asyncio

async def fails():
    await asyncio.sleep(1)
    raise ValueError("no")

async def main():
    try:
        await asyncio.shield(fails())
    except ValueError as error:
        print("caught", error)

asyncio.run(main())
)",
                    running<of_a_coroutine_that_fails>);

Coro<> nobody_awaits(Scope s) {
  const auto guarded = shield(s.at("guarded ="), fails(s.def("fails")));
  co_await sleep(s.at("asyncio.sleep"), ms(2000));
}
const Sample kNobodyAwaits("a shield of a failure that nobody awaits", R"(import asyncio

async def fails():
    await asyncio.sleep(1)
    raise ValueError("no")

async def main():
    guarded = asyncio.shield(fails())
    await asyncio.sleep(2)

asyncio.run(main())
)",
                           running<nobody_awaits>);

template <class T>
Coro<> awaits(Scope s, AnyFuture<T> future) {
  s.at("await");
  co_await future;
}
Coro<> of_futures(Scope s) {
  const auto answer = create_future<int>(s.at("answer ="), "answer");
  const auto done = create_task(s.at("done ="), job(s.def("job")));
  const auto both = gather(s.at("both ="), done, answer);
  const auto first = shield(s.at("first ="), answer);
  const auto second = shield(s.at("second ="), both);
  const auto third = shield(s.at("third ="), first);
  create_task(s.at("awaits(first"), awaits(s.def("awaits"), first));
  create_task(s.at("awaits(third"), awaits(s.def("awaits"), third));
  co_await sleep(s.at("asyncio.sleep"), ms(1000));
  s.at("answer.set_result");
  answer.set_result(1);
  s.at("await second");
  const std::vector<int> values = co_await second;
  s.at("print").print(repr(values));
  s.at("await asyncio.shield(done)");
  co_await shield(s, done);
}
const Sample kFutures("shields of a future, of a gather and of a shield", R"(import asyncio

async def job():
    await asyncio.sleep(2)
    print("job done")
    return 7

async def awaits(future):
    await future

async def main():
    answer = asyncio.get_running_loop().create_future()
    done = asyncio.create_task(job())
    both = asyncio.gather(done, answer)
    first = asyncio.shield(answer)
    second = asyncio.shield(both)
    third = asyncio.shield(first)
    asyncio.create_task(awaits(first))
    asyncio.create_task(awaits(third))
    await asyncio.sleep(1)
    answer.set_result(1)
    values = await second
    print(values)
    await asyncio.shield(done)

asyncio.run(main())
)",
                      running<of_futures>);

Coro<> cancels_itself_first(Scope s) {
  const auto inner = create_task(s.at("create_task"), job(s.def("job")));
  s.at("current_task").loop().current_task().cancel();
  try {
    s.at("await asyncio.shield");
    co_await shield(s, inner);
  } catch (const CancelledError&) {
    s.at("print(\"cancelled").print("cancelled");
  }
  s.at("await inner");
  co_await inner;
}
const Sample kCancelsItself("a shield awaited by a task that has cancelled itself",
                            R"(import asyncio

async def job():
    await asyncio.sleep(2)
    print("job done")
    return 7

async def main():
    inner = asyncio.create_task(job())
    asyncio.current_task().cancel()
    try:
        await asyncio.shield(inner)
    except asyncio.CancelledError:
        print("cancelled")
    await inner

asyncio.run(main())
)",
                            running<cancels_itself_first>);

}  // namespace

TEST_CASE("a shield keeps the cancellation of its waiter from what it guards") {
  CHECK(outputs(*kShielded.run()) == Lines{"waiter cancelled", "job done", "7"});
  CHECK(told(*kShielded.run(), {Kind::cancel_requested}).size() == 1);
}

TEST_CASE("a shield is cancelled with what it guards") {
  CHECK(outputs(*kInnerCancelled.run()) == Lines{"so is the shield"});
}

TEST_CASE("a shield raises what it guards raised") {
  CHECK(outputs(*kFails.run()) == Lines{"caught no"});
}

TEST_CASE("a shield of what is done is that itself, and shields may guard any future") {
  CHECK(outputs(*kFutures.run()) == Lines{"job done", "[7, 1]"});
  CHECK(outputs(*kCancelsItself.run()) == Lines{"cancelled", "job done"});
}

TEST_CASE("a shield that nobody awaits complains of a failure") {
  CHECK(told(*kNobodyAwaits.run(), {Kind::warning}) ==
        Lines{"the loop warning Future exception was never retrieved"});
}

}  // namespace interleave::test
