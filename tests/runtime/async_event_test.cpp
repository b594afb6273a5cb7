#include "runtime/async_event.h"

#include "runtime/gather.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<> waits(Scope s, AsyncEvent ready, int number) {
  s.at("await ready.wait");
  co_await ready.wait();
  s.at("print").print(std::to_string(number));
}
Coro<> sets(Scope s, AsyncEvent ready) {
  co_await sleep(s.at("asyncio.sleep"), ms(1000));
  s.at("ready.set");
  ready.set();
  s.at("ready.clear");
  ready.clear();
}
Coro<> two_wait(Scope s) {
  const AsyncEvent ready(s.at("asyncio.Event"), "ready");
  s.at("asyncio.gather");
  co_await gather(s, waits(s.def("waits"), ready, 1), waits(s.def("waits"), ready, 2),
                  sets(s.def("sets"), ready));
}
const Sample kEvent("an event that two wait for", R"(import asyncio

async def waits(ready, number):
    await ready.wait()
    print(number)

async def sets(ready):
    await asyncio.sleep(1)
    ready.set()
    ready.clear()

async def main():
    ready = asyncio.Event()
    await asyncio.gather(waits(ready, 1), waits(ready, 2), sets(ready))

asyncio.run(main())
)",
                    running<two_wait>);

}  // namespace

TEST_CASE(
    "an event lets everybody go on who waited when it was set, though it is cleared at once") {
  const Log log = kEvent.run();
  CHECK(outputs(*log) == Lines{"1", "2"});
  CHECK(log->back().kind == Kind::program_finished);
}

}  // namespace interleave::test
