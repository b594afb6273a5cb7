// The loop's own pool, once the run is closing down.

#include "runtime/errors.h"
#include "runtime/executor.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<> asks_too_late(Scope s) {
  for (int i = 0; i < 5; ++i) {
    co_await sleep(s.at("asyncio.sleep(0)"), ms(0));
  }
  try {
    Coro<> thread = to_thread(s.at("to_thread"), waiting(ms(1000)));
    co_await thread;
  } catch (const Error& error) {
    s.at("print(error)").print(error.text());
  }
}
Coro<> leaves_another(Scope s) {
  try {
    co_await sleep(s.at("asyncio.sleep(9)"), ms(9000));
  } catch (const CancelledError&) {
    create_task(s.at("create_task(asks"), asks_too_late(s.def("asks")));
    throw;
  }
}
Coro<> ends_early(Scope s) {
  create_task(s.at("create_task(leaves"), leaves_another(s.def("leaves")));
  co_await sleep(s.at("asyncio.sleep(1)"), ms(1000));
}
const Sample kTooLate("the loop's own pool asked for when it has been shut down", R"(import asyncio
import time

async def asks():
    for _ in range(5):
        await asyncio.sleep(0)
    try:
        await asyncio.to_thread(time.sleep, 1)
    except RuntimeError as error:
        print(error)

async def leaves():
    try:
        await asyncio.sleep(9)
    finally:
        asyncio.create_task(asks())

async def main():
    asyncio.create_task(leaves())
    await asyncio.sleep(1)

asyncio.run(main())
)",
                      running<ends_early>);

}  // namespace

TEST_CASE("the loop's own pool takes no jobs once a run shuts it down") {
  const Log log = kTooLate.run();
  CHECK(outputs(*log) == Lines{"Executor shutdown has been called"});
  CHECK(count_of(*log, Kind::job_submitted) == 0);
}

}  // namespace interleave::test
