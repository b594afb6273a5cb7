#include "runtime/lock.h"

#include "runtime/gather.h"
#include "runtime/holding.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<> holds(Scope s, Lock lock, int number) {
  s.at("async with");
  co_await lock.acquire();
  const Holding held(s, lock);
  s.at("print").print(std::to_string(number));
  co_await sleep(s.at("asyncio.sleep"), ms(1000));
}
Coro<> three_take_turns(Scope s) {
  const Lock lock(s.at("asyncio.Lock"), "lock");
  s.at("asyncio.gather");
  co_await gather(s, holds(s.def("holds"), lock, 1), holds(s.def("holds"), lock, 2),
                  holds(s.def("holds"), lock, 3));
}
const Sample kTurns("a lock taken in turns", R"(import asyncio

async def holds(lock, number):
    async with lock:
        print(number)
        await asyncio.sleep(1)

async def main():
    lock = asyncio.Lock()
    await asyncio.gather(holds(lock, 1), holds(lock, 2), holds(lock, 3))

asyncio.run(main())
)",
                    running<three_take_turns>);

Coro<> cancelled_while_waiting(Scope s) {
  const Lock lock(s.at("asyncio.Lock"), "lock");
  const auto first = create_task(s.at("first ="), holds(s.def("holds"), lock, 1));
  const auto second = create_task(s.at("second ="), holds(s.def("holds"), lock, 2));
  const auto third = create_task(s.at("third ="), holds(s.def("holds"), lock, 3));
  co_await sleep(s.at("asyncio.sleep"), ms(500));
  s.at("second.cancel");
  second.cancel();
  s.at("await third");
  co_await third;
}
const Sample kCancelled("a lock whose first waiter is cancelled", R"(import asyncio

async def holds(lock, number):
    async with lock:
        print(number)
        await asyncio.sleep(1)

async def main():
    lock = asyncio.Lock()
    first = asyncio.create_task(holds(lock, 1))
    second = asyncio.create_task(holds(lock, 2))
    third = asyncio.create_task(holds(lock, 3))
    await asyncio.sleep(0.5)
    second.cancel()
    await third

asyncio.run(main())
)",
                        running<cancelled_while_waiting>);

constexpr std::string_view kPass = "async def main():\n    pass\n\nasyncio.run(main())\n";
Coro<> checks_itself(Scope s) {
  const Lock lock(s.at("pass"));
  CHECK_THROWS_WITH(lock.release(), "RuntimeError: Lock is not acquired.");
  co_return;
}

}  // namespace

TEST_CASE("a free lock is taken without a suspension, a taken one in the order of asking") {
  const Log log = kTurns.run();
  CHECK(outputs(*log) == Lines{"1", "2", "3"});
  CHECK(log->back().t_ns == 3'000'000'000);
  CHECK(told(*log, {Kind::task_suspended}).size() == 6);  // main, three sleeps, two waits
}

TEST_CASE("a waiter that is cancelled is passed over") {
  const Log log = kCancelled.run();
  CHECK(outputs(*log) == Lines{"1", "3"});
  CHECK(log->back().t_ns == 2'000'000'000);
}

TEST_CASE("a lock that is not taken refuses to be released") {
  Script script(kPass, running<checks_itself>);
  script.run_to_end();
}

}  // namespace interleave::test
