#include "runtime/timeout.h"

#include "runtime/errors.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

template <Coro<> (*main_task)(Scope)>
Coro<> runs_main(Scope s) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main")));
}

Coro<> limited(Scope s, Duration length) {
  Timeout limit(s.at("async with"), ms(1000));
  std::exception_ptr raised;
  try {
    co_await sleep(s.at("asyncio.sleep"), length);
  } catch (...) {
    raised = std::current_exception();
  }
  s.at("async with");
  limit.exit(raised);
}
Coro<> too_late(Scope s) {
  std::string caught;
  try {
    s.at("await limited");
    co_await limited(s.def("limited"), ms(3000));
  } catch (const Error& error) {
    s.at("except");
    caught = error.type();
  }
  s.at("print").print(caught);
}
const Sample kTooLate("a timeout that expires", R"(import asyncio

async def limited(seconds):
    async with asyncio.timeout(1):
        await asyncio.sleep(seconds)

async def main():
    try:
        await limited(3)
    except TimeoutError:
        print("TimeoutError")

asyncio.run(main())
)",
                      runs_main<too_late>);

Coro<> in_time(Scope s) {
  s.at("await limited");
  co_await limited(s.def("limited"), ms(500));
}
const Sample kInTime("a timeout that does not expire", R"(import asyncio

async def limited(seconds):
    async with asyncio.timeout(1):
        await asyncio.sleep(seconds)

async def main():
    await limited(0.5)

asyncio.run(main())
)",
                     runs_main<in_time>);

}  // namespace

TEST_CASE("a timeout cancels what is awaited and raises TimeoutError") {
  const Log log = kTooLate.run();
  CHECK(outputs(*log) == Lines{"TimeoutError"});
  CHECK(log->back().t_ns == 1'000'000'000);
}

TEST_CASE("a timeout that is left in time takes its timer away") {
  const Log log = kInTime.run();
  CHECK(log->back().t_ns == 500'000'000);
  CHECK(count_of(*log, Kind::timer_cancelled) == 1);
}

}  // namespace interleave::test
