#include "runtime/outcome.h"

#include "runtime/gather.h"
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

Coro<> takes_exceptions(Scope s) {
  const auto gone = create_task(s.at("gone ="), job(s.def("job"), 3, false));
  s.at("gone.cancel");
  gone.cancel();
  s.at("await asyncio.gather");
  const auto outcomes = co_await gather(s, return_exceptions, job(s.def("job"), 2, false),
                                        job(s.def("job"), 1, true), gone);
  s.at("print").print(repr(outcomes));
}
const Sample kExceptions("gather that takes exceptions for results", R"(import asyncio

async def job(seconds, fails):
    await asyncio.sleep(seconds)
    if fails:
        raise ValueError("no")
    return seconds

async def main():
    gone = asyncio.create_task(job(3, False))
    gone.cancel()
    outcomes = await asyncio.gather(job(2, False), job(1, True), gone, return_exceptions=True)
    print(outcomes)

asyncio.run(main())
)",
                         running<takes_exceptions>);

Coro<> gathers(Scope s) {
  s.at("await asyncio.gather");
  co_await gather(s, return_exceptions, job(s.def("job"), 2, false), job(s.def("job"), 1, true));
}
Coro<> is_cancelled(Scope s) {
  const auto task = create_task(s.at("create_task"), gathers(s.def("gathers")));
  co_await sleep(s.at("asyncio.sleep(0)"), ms(0));
  s.at("task.cancel");
  task.cancel();
  try {
    s.at("await task");
    co_await task;
  } catch (const CancelledError&) {
    s.at("print").print("cancelled");
  }
}
const Sample kCancelled("a cancelled gather that takes exceptions for results", R"(import asyncio

async def job(seconds, fails):
    await asyncio.sleep(seconds)
    if fails:
        raise ValueError("no")
    return seconds

async def gathers():
    await asyncio.gather(job(2, False), job(1, True), return_exceptions=True)

async def main():
    task = asyncio.create_task(gathers())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")

asyncio.run(main())
)",
                        running<is_cancelled>);

}  // namespace

TEST_CASE("gather gives exceptions among its results if it is asked to") {
  const Log log = kExceptions.run();
  CHECK(outputs(*log) == Lines{"[2, ValueError('no'), CancelledError('')]"});
  CHECK(log->back().t_ns == 2'000'000'000);
}

TEST_CASE("a gather that is cancelled raises, also where it takes exceptions for results") {
  CHECK(outputs(*kCancelled.run()) == Lines{"cancelled"});
}

TEST_CASE("an outcome's repr is that of the value or of the exception") {
  CHECK(repr(Outcome<void>{std::monostate(), nullptr}) == "None");
  const auto group = std::make_exception_ptr(
      ExceptionGroup("two", {std::make_exception_ptr(Error("KeyError", "")),
                             std::make_exception_ptr(Error("ValueError", "it's"))}));
  CHECK(repr(Outcome<int>{std::nullopt, group}) ==
        "ExceptionGroup('two', [KeyError(), ValueError(\"it's\")])");
}

}  // namespace interleave::test
