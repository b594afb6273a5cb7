#include "runtime/async_with.h"

#include "runtime/errors.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "runtime/task.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<> opens(Scope s) {
  s.at("print(\"opened").print("opened");
  co_return;
}
Coro<bool> closes(Scope s, std::exception_ptr raised) {
  co_await sleep(s.at("asyncio.sleep"), ms(100));
  const std::string what = raised ? describe(raised) : "None";
  s.at("print(\"closed").print("closed after " + what.substr(0, what.find(':')));
  s.at("return");
  co_return what == "KeyError: 'lost'";
}
Coro<> uses(Scope s, int number) {
  s.at("async with");
  Coro<> with = async_with(
      s, opens(s.def("__aenter__")),
      [&s, number]() -> Coro<> {
        co_await sleep(s.at("asyncio.sleep"), ms(1000));
        if (number == 2) {
          s.at("raise ValueError");
          throw Error("ValueError", "no");
        }
        if (number == 3) {
          s.at("raise KeyError");
          throw Error("KeyError", "'lost'");
        }
        s.at("elif number == 3");
      },
      [&s](const std::exception_ptr& raised) { return closes(s.def("__aexit__"), raised); });
  co_await with;
  s.at("print").print("used " + std::to_string(number));
}
Coro<> four_ways(Scope s) {
  co_await uses(s.at("uses(1)").def("uses"), 1);
  try {
    co_await uses(s.at("uses(2)").def("uses"), 2);
  } catch (const Error& error) {
    s.at("print(error").print(error.text());
  }
  co_await uses(s.at("uses(3)").def("uses"), 3);
  s.at("task = ");
  const Task<> task = create_task(s, uses(s.def("uses"), 4));
  co_await sleep(s.at("asyncio.sleep"), ms(500));
  s.at("task.cancel");
  task.cancel();
  try {
    s.at("await task");
    co_await task;
  } catch (const CancelledError&) {
    s.at("print(\"cancelled").print("cancelled");
  }
}
Coro<> module(Scope s) { co_await run(s.at("asyncio.run"), four_ways(s.def("main"))); }
const Sample kFourWays("a context left in four ways", R"(import asyncio

class Session:
    async def __aenter__(self):
        print("opened")

    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.1)
        print("closed after", kind and kind.__name__)
        return kind is KeyError

async def uses(number):
    async with Session():
        await asyncio.sleep(1)
        if number == 2:
            raise ValueError("no")
        elif number == 3:
            raise KeyError("lost")
    print("used", number)

async def main():
    await uses(1)
    try:
        await uses(2)
    except ValueError as error:
        print(error)
    await uses(3)
    task = asyncio.create_task(uses(4))
    await asyncio.sleep(0.5)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")

asyncio.run(main())
)",
                       module);

}  // namespace

TEST_CASE(
    "a context is left by its end, by an exception, swallowed or not, and by a cancellation") {
  CHECK(outputs(*kFourWays.run()) == Lines{"opened", "closed after None", "used 1", "opened",
                                           "closed after ValueError", "no", "opened",
                                           "closed after KeyError", "used 3", "opened",
                                           "closed after CancelledError", "cancelled"});
}

}  // namespace interleave::test
