#include "runtime/semaphore.h"

#include "runtime/gather.h"
#include "runtime/holding.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<> visits(Scope s, Semaphore slots, int number) {
  s.at("async with");
  co_await slots.acquire();
  const Holding held(s, slots);
  co_await sleep(s.at("asyncio.sleep"), ms(1000));
  s.at("print").print(std::to_string(number));
}
Coro<> two_at_a_time(Scope s) {
  const Semaphore slots(s.at("asyncio.Semaphore"), 2, "slots");
  std::vector<Coro<>> visitors;
  for (int number = 0; number < 5; ++number) {
    visitors.push_back(visits(s.def("visits"), slots, number));
  }
  s.at("asyncio.gather");
  co_await gather(s, std::move(visitors));
}
const Sample kTwo("a semaphore for two at a time", R"(import asyncio

async def visits(slots, number):
    async with slots:
        await asyncio.sleep(1)
        print(number)

async def main():
    slots = asyncio.Semaphore(2)
    await asyncio.gather(*[visits(slots, n) for n in range(5)])

asyncio.run(main())
)",
                  running<two_at_a_time>);

Coro<> checks_its_bounds(Scope s) {
  s.at("pass");
  CHECK_THROWS_WITH(Semaphore(s, -1), "ValueError: Semaphore initial value must be >= 0");
  const Semaphore bounded(s, 1, "bounded", true);
  CHECK_THROWS_WITH(bounded.release(), "ValueError: BoundedSemaphore released too many times");
  co_return;
}

}  // namespace

TEST_CASE("a semaphore lets so many in at a time, in the order of asking") {
  const Log log = kTwo.run();
  CHECK(outputs(*log) == Lines{"0", "1", "2", "3", "4"});
  CHECK(log->back().t_ns == 3'000'000'000);
}

TEST_CASE("a semaphore refuses a negative value, a bounded one a release too many") {
  Script script("async def main():\n    pass\n\nasyncio.run(main())\n", running<checks_its_bounds>);
  script.run_to_end();
}

}  // namespace interleave::test
