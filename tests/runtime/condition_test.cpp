#include "runtime/condition.h"

#include "runtime/gather.h"
#include "runtime/holding.h"
#include "runtime/sleep.h"
#include "runtime/wait_for.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<> waits(Scope s, Condition changed, int number) {
  s.at("async with");
  co_await changed.acquire();
  const Holding held(s, changed);
  s.at("await changed.wait");
  co_await changed.wait();
  s.at("print").print(std::to_string(number));
}
Coro<> notifies(Scope s) {
  const Condition changed(s.at("asyncio.Condition"), "changed");
  std::vector<Task<>> tasks;
  for (int number = 0; number < 4; ++number) {
    tasks.push_back(create_task(s.at("waits(changed, n)"), waits(s.def("waits"), changed, number)));
  }
  co_await sleep(s.at("asyncio.sleep(1)"), ms(1000));
  {
    s.at("async with");
    co_await changed.acquire();
    const Holding held(s, changed);
    s.at("changed.notify(2)");
    changed.notify(2);
  }
  co_await sleep(s.at("asyncio.sleep(2)"), ms(2000));
  {
    s.at("async with", 2);
    co_await changed.acquire();
    const Holding held(s, changed);
    s.at("changed.notify_all");
    changed.notify_all();
    co_await sleep(s.at("asyncio.sleep(3)"), ms(3000));
  }
  s.at("asyncio.gather");
  co_await gather(s, std::move(tasks));
}
const Sample kNotifies("a condition notified twice", R"(import asyncio

async def waits(changed, number):
    async with changed:
        await changed.wait()
        print(number)

async def main():
    changed = asyncio.Condition()
    tasks = [asyncio.create_task(waits(changed, n)) for n in range(4)]
    await asyncio.sleep(1)
    async with changed:
        changed.notify(2)
    await asyncio.sleep(2)
    async with changed:
        changed.notify_all()
        await asyncio.sleep(3)
    await asyncio.gather(*tasks)

asyncio.run(main())
)",
                       running<notifies>);

Coro<> takes(Scope s, Condition changed, std::shared_ptr<int> stock) {
  s.at("async with");
  co_await changed.acquire();
  const Holding held(s, changed);
  s.at("await changed.wait_for");
  const auto enough = [stock] { return *stock > 1; };
  co_await changed.wait_for(enough);
  s.at("stock[0] -= 1");
  --*stock;
  s.at("print").print(std::to_string(*stock));
}
Coro<> until_enough(Scope s) {
  const Lock door(s.at("asyncio.Lock"), "door");
  const Condition changed(s.at("asyncio.Condition"), door, "changed");
  const auto stock = std::make_shared<int>(0);
  const auto first = create_task(s.at("first ="), takes(s.def("takes"), changed, stock));
  const auto second = create_task(s.at("second ="), takes(s.def("takes"), changed, stock));
  for (int i = 0; i < 3; ++i) {
    co_await sleep(s.at("asyncio.sleep(1)"), ms(1000));
    s.at("async with");
    co_await door.acquire();
    const Holding held(s, door);
    ++*stock;
    s.at("changed.notify_all()");
    changed.notify_all();
  }
  s.at("await first");
  co_await first;
  s.at("await second");
  co_await second;
}
const Sample kUntilEnough("a condition on a lock, waited for until a predicate holds",
                          R"(import asyncio

async def takes(changed, stock):
    async with changed:
        await changed.wait_for(lambda: stock[0] > 1)
        stock[0] -= 1
        print(stock[0])

async def main():
    door = asyncio.Lock()
    changed = asyncio.Condition(door)
    stock = [0]
    first = asyncio.create_task(takes(changed, stock))
    second = asyncio.create_task(takes(changed, stock))
    for _ in range(3):
        await asyncio.sleep(1)
        async with door:
            stock[0] += 1
            changed.notify_all()
    await first
    await second

asyncio.run(main())
)",
                          running<until_enough>);

Coro<> cancelled_twice(Scope s) {
  const Condition changed(s.at("asyncio.Condition"), "changed");
  const auto task = create_task(s.at("create_task"), waits(s.def("waits"), changed, 1));
  co_await sleep(s.at("asyncio.sleep(1)"), ms(1000));
  {
    s.at("async with");
    co_await changed.acquire();
    const Holding held(s, changed);
    s.at("task.cancel()", 1);
    task.cancel();
    co_await sleep(s.at("asyncio.sleep(2)"), ms(2000));
    s.at("task.cancel()", 2);
    task.cancel();
    co_await sleep(s.at("asyncio.sleep(3)"), ms(3000));
  }
  try {
    s.at("await task");
    co_await task;
  } catch (const CancelledError&) {
    s.at("print(\"cancelled\"").print("cancelled");
  }
}
const Sample kCancelled("a condition whose waiter is cancelled while the lock is taken",
                        R"(import asyncio

async def waits(changed, number):
    async with changed:
        await changed.wait()
        print(number)

async def main():
    changed = asyncio.Condition()
    task = asyncio.create_task(waits(changed, 1))
    await asyncio.sleep(1)
    async with changed:
        task.cancel()
        await asyncio.sleep(2)
        task.cancel()
        await asyncio.sleep(3)
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")

asyncio.run(main())
)",
                        running<cancelled_twice>);

Coro<> without_the_lock(Scope s) {
  const Condition changed(s.at("asyncio.Condition"), "changed");
  try {
    s.at("await changed.wait");
    co_await changed.wait();
  } catch (const Error& error) {
    s.at("print(error)", 1).print(error.text());
  }
  try {
    s.at("changed.notify");
    changed.notify();
  } catch (const Error& error) {
    s.at("print(error)", 2).print(error.text());
  }
  try {
    s.at("asyncio.wait_for");
    co_await wait_for(s, changed.acquire(), ms(1000));
    s.at("asyncio.wait_for");
    co_await wait_for(s, changed.wait(), ms(1000));
  } catch (const Error& error) {
    s.at("print(error.__class__").print(error.type());
  }
}
const Sample kWithoutTheLock("a condition whose lock is not taken", R"(import asyncio

async def main():
    changed = asyncio.Condition()
    try:
        await changed.wait()
    except RuntimeError as error:
        print(error)
    try:
        changed.notify()
    except RuntimeError as error:
        print(error)
    try:
        for wanted in changed.acquire, changed.wait:
            await asyncio.wait_for(wanted(), 1)
    except TimeoutError as error:
        print(error.__class__.__name__)

asyncio.run(main())
)",
                             running<without_the_lock>);

}  // namespace

TEST_CASE("a condition wakes as many as are notified, in the order in which they came") {
  const Log log = kNotifies.run();
  CHECK(outputs(*log) == Lines{"0", "1", "2", "3"});
  CHECK(log->back().t_ns == 6'000'000'000);
}

TEST_CASE("a condition on a given lock is waited for until its predicate holds") {
  CHECK(outputs(*kUntilEnough.run()) == Lines{"1", "1"});
}

TEST_CASE("a condition's waiter takes the lock again before it is cancelled") {
  const Log log = kCancelled.run();
  CHECK(outputs(*log) == Lines{"cancelled"});
  CHECK(log->back().t_ns == 6'000'000'000);
}

TEST_CASE("a condition without its lock taken refuses to wait and to notify") {
  CHECK(outputs(*kWithoutTheLock.run()) == Lines{"cannot wait on un-acquired lock",
                                                 "cannot notify on un-acquired lock",
                                                 "TimeoutError"});
}

}  // namespace interleave::test
