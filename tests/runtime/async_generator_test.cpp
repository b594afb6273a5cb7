#include "runtime/async_generator.h"

#include <string>
#include <vector>

#include "runtime/gather.h"
#include "runtime/repr.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

AsyncGenerator<int> store(Scope s, std::vector<int> values) {
  for (const int value : values) {
    co_await sleep(s.at("asyncio.sleep"), ms(1000));
    s.at("yield");
    co_yield value;
  }
}
Coro<std::vector<int>> process(Scope s, AsyncGenerator<int> values) {
  std::vector<int> all;
  s.at("return");
  while (const std::optional<int> value = co_await anext(s, values)) {
    all.push_back(*value);
  }
  co_return all;
}
Coro<> side_by_side(Scope s) {
  s.at("asyncio.gather");
  auto both = gather(s, process(s.def("process"), store(s.def("store"), {10, 20})),
                     process(s.def("process"), store(s.def("store"), {})));
  const auto all = co_await both;
  s.print(repr(all));
}
const Sample kSideBySide("async generators side by side", R"(import asyncio

async def store(values):
    for value in values:
        await asyncio.sleep(1)
        yield value

async def process(values):
    return [value async for value in values]

async def main():
    print(await asyncio.gather(process(store([10, 20])), process(store([]))))

asyncio.run(main())
)",
                         running<side_by_side>);

// Cleans up when it is closed: its `finally`.
AsyncGenerator<int> numbers(Scope s) {
  std::exception_ptr raised;
  try {
    for (int number = 0; number < 3; ++number) {
      co_await sleep(s.at("asyncio.sleep(1)"), ms(1000));
      s.at("yield");
      co_yield number;
    }
  } catch (...) {
    raised = std::current_exception();
  }
  co_await sleep(s.at("asyncio.sleep(0)"), ms(0));
  s.at("print").print("closed");
  if (raised) {
    std::rethrow_exception(raised);
  }
}
constexpr std::string_view kNumbers = R"(import asyncio

async def numbers():
    try:
        for number in range(3):
            await asyncio.sleep(1)
            yield number
    finally:
        await asyncio.sleep(0)
        print("closed")

async def first():
    async for number in numbers():
        return number

)";
std::string_view with_numbers(const char* main) {
  static std::vector<std::unique_ptr<std::string>> kept;
  kept.push_back(std::make_unique<std::string>(std::string(kNumbers) + "async def main():\n" +
                                               main + "\nasyncio.run(main())\n"));
  return *kept.back();
}

Coro<int> first(Scope s) {
  const AsyncGenerator<int> some = numbers(s.at("async for").def("numbers"));
  while (const std::optional<int> number = co_await anext(s, some)) {
    s.at("return");
    co_return *number;
  }
  co_return -1;
}
Coro<> drops_one(Scope s) {
  s.at("first()");
  const int number = co_await first(s.def("first"));
  s.print(std::to_string(number));
  co_await sleep(s.at("asyncio.sleep"), ms(1000));
}
const Sample kDropped("an async generator that is dropped", with_numbers(R"(    print(await first())
    await asyncio.sleep(1)
)"),
                      running<drops_one>);

AsyncGenerator<std::string> named(Scope s, std::string name) {
  std::exception_ptr raised;
  try {
    s.at("yield");
    co_yield name;
  } catch (...) {
    raised = std::current_exception();
  }
  s.at("print").print(name);
  if (raised) {
    std::rethrow_exception(raised);
  }
}
Coro<> drops_one_at_the_end(Scope s) {
  const AsyncGenerator<std::string> some = named(s.at("some = ").def("named"), "some");
  const std::optional<std::string> name = co_await anext(s.at("anext"), some);
  s.print(*name);
}
// No await in its `finally`: CPython sends GeneratorExit after the cancellation into that.
const Sample kDroppedLate("an async generator that is dropped at the end", R"(import asyncio

async def named(name):
    try:
        yield name
    finally:
        print(name)

async def main():
    some = named("some")
    print(await anext(some))

asyncio.run(main())
)",
                          running<drops_one_at_the_end>);

Coro<> closes(Scope s) {
  const AsyncGenerator<int> some = numbers(s.at("some = ").def("numbers"));
  co_await anext(s.at("await anext"), some);
  co_await aclose(s.at("await some.aclose"), some);
  const std::optional<int> more = co_await anext(s.at("anext(some, None)"), some);
  s.print(more ? "more" : "None");
  co_await aclose(s.at("await some.aclose", 2), some);
  const AsyncGenerator<int> unbegun = numbers(s.at("unbegun = ").def("numbers"));
  co_await aclose(s.at("unbegun.aclose"), unbegun);
}
const Sample kClosed("async generators that are closed", with_numbers(R"(    some = numbers()
    await anext(some)
    await some.aclose()
    print(await anext(some, None))
    await some.aclose()
    unbegun = numbers()
    await unbegun.aclose()
)"),
                     running<closes>);

Coro<> waits_in_one(Scope s, AsyncGenerator<int> some) {
  s.at("async for");
  while (const std::optional<int> number = co_await anext(s, some)) {
    s.at("print").print(std::to_string(*number));
    s.at("async for");
  }
}
Coro<> cancels_who_waits_in_one(Scope s, AsyncGenerator<int> some) {
  const Task<> task = create_task(s.at("create_task"), waits_in_one(s.def("waits"), some));
  co_await sleep(s.at("asyncio.sleep(1.5)"), ms(1500));
  try {
    s.at("anext(some)");
    co_await anext(s, some);
  } catch (const Error& error) {
    s.at("print(error").print(error.text());
  }
  s.at("task.cancel");
  task.cancel();
  try {
    s.at("await task");
    co_await task;
  } catch (const CancelledError&) {
    s.at("print(\"cancelled").print("cancelled");
  }
}
Coro<> runs_with_one(Scope s) {
  const AsyncGenerator<int> some = numbers(s.at("some = ").def("numbers"));
  co_await run(s.at("asyncio.run"), cancels_who_waits_in_one(s.def("main"), some));
}
const Sample kCancelled("who waits in an async generator is cancelled", R"(import asyncio

async def numbers():
    try:
        for number in range(3):
            await asyncio.sleep(1)
            yield number
    finally:
        await asyncio.sleep(0)
        print("closed")

async def waits(some):
    async for number in some:
        print(number)

some = numbers()

async def main():
    task = asyncio.create_task(waits(some))
    await asyncio.sleep(1.5)
    try:
        await anext(some)
    except RuntimeError as error:
        print(error)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")

asyncio.run(main())
)",
                        runs_with_one);

using Kept = std::vector<AsyncGenerator<std::string>>;
Coro<> keeps_four(Scope s, Kept* kept) {
  for (const char* name : {"d", "c", "b", "a"}) {
    kept->push_back(named(s.at("append").def("named"), name));
    co_await anext(s.at("anext"), kept->back());
  }
  s.at("for name in \"dcba");
}
Coro<> left_at_the_end(Scope s) {
  Kept kept;
  s.at("kept = ");
  co_await run(s.at("asyncio.run"), keeps_four(s.def("main"), &kept));
}
const Sample kLeft("async generators that are left at the end", R"(import asyncio

async def named(name):
    try:
        yield name
    finally:
        print(name)

kept = []

async def main():
    for name in "dcba":
        kept.append(named(name))
        await anext(kept[-1])

asyncio.run(main())
)",
                   left_at_the_end);

AsyncGenerator<int> raises(Scope s) {
  s.at("yield");
  co_yield 1;
  s.at("raise");
  throw Error("ValueError", "no");
}
AsyncGenerator<int> goes_on(Scope s) {
  for (int round = 0; round < 2; ++round) {
    try {
      s.at("yield");
      co_yield round;
    } catch (const GeneratorExit&) {
      s.at("print(\"stays").print("stays");
    }
  }
}
Coro<> meets_errors(Scope s) {
  const AsyncGenerator<int> some = raises(s.at("some = ").def("raises"));
  try {
    s.at("async for");
    while (const std::optional<int> number = co_await anext(s, some)) {
      s.at("print(number").print(std::to_string(*number));
      s.at("async for");
    }
  } catch (const Error& error) {
    s.at("print(error").print(error.text());
  }
  const std::optional<int> more = co_await anext(s.at("anext(some, None)"), some);
  s.print(more ? "more" : "None");
  const AsyncGenerator<int> stays = goes_on(s.at("stays = ").def("goes_on"));
  co_await anext(s.at("await anext(stays)"), stays);
  try {
    co_await aclose(s.at("stays.aclose"), stays);
  } catch (const Error& error) {
    s.at("print(error", 2).print(error.text());
  }
  const std::optional<int> last = co_await anext(s.at("anext(stays, None)"), stays);
  s.print(last ? "more" : "None");
}
const Sample kErrors("async generators that raise, or will not be closed", R"(import asyncio

async def raises():
    yield 1
    raise ValueError("no")

async def goes_on():
    for round in range(2):
        try:
            yield round
        except GeneratorExit:
            print("stays")

async def main():
    some = raises()
    try:
        async for number in some:
            print(number)
    except ValueError as error:
        print(error)
    print(await anext(some, None))
    stays = goes_on()
    await anext(stays)
    try:
        await stays.aclose()
    except RuntimeError as error:
        print(error)
    print(await anext(stays, None))

asyncio.run(main())
)",
                     running<meets_errors>);

Coro<> fails(Scope s) {
  s.at("raise");
  throw Error("ValueError", "no");
  co_return;
}
AsyncGenerator<int> fails_to_clean_up(Scope s) {
  try {
    s.at("yield");
    co_yield 1;
  } catch (const GeneratorExit&) {
  }
  const Task<> cleaning = create_task(s.at("create_task"), fails(s.def("fails")));
  co_await cleaning;
}
Coro<> asks_for_more(Scope s, AsyncGenerator<int> some) {
  co_await anext(s.at("await anext(some)"), some);
  try {
    co_await aclose(s.at("await some.aclose"), some);
  } catch (const Error& error) {
    s.at("print(error").print(error.text());
  }
  co_await aclose(s.at("await some.aclose", 2), some);
  try {
    co_await anext(s.at("await anext(some)", 2), some);
  } catch (const Error& error) {
    s.at("print(error", 2).print(error.text());
  }
}
Coro<> runs_one_that_fails(Scope s) {
  const AsyncGenerator<int> some = fails_to_clean_up(s.at("some = ").def("numbers"));
  co_await run(s.at("asyncio.run"), asks_for_more(s.def("main"), some));
}
// Kept by the module: the error that came through main may keep main's own variables for a while.
const Sample kFailsToCleanUp("an async generator whose cleaning up fails", R"(import asyncio

async def fails():
    raise ValueError("no")

async def numbers():
    try:
        yield 1
    finally:
        await asyncio.create_task(fails())

some = numbers()

async def main():
    await anext(some)
    try:
        await some.aclose()
    except ValueError as error:
        print(error)
    await some.aclose()
    try:
        await anext(some)
    except RuntimeError as error:
        print(error)

asyncio.run(main())
)",
                             runs_one_that_fails);

}  // namespace

TEST_CASE("an async generator runs inside who awaits its items, and stands at its own lines") {
  const Log log = kSideBySide.run();
  CHECK(outputs(*log) == Lines{"[[10, 20], []]"});
  CHECK(log->back().t_ns == ms(2000).count());
  CHECK(count_of(*log, Kind::coroutine_entered) == 0);
}

TEST_CASE("one that is dropped unfinished is closed by a task in a later iteration") {
  const Log log = kDropped.run();
  CHECK(outputs(*log) == Lines{"0", "closed"});
  CHECK(steps(*log) == "1 main, 3 main @1000, 5 aclose @1000, 6 aclose @1000, 8 main @2000");
}

TEST_CASE("the task that closes one hears of a cancellation inside, even before it began") {
  const Log log = kDroppedLate.run();
  CHECK(outputs(*log) == Lines{"some", "some"});
  CHECK(count_of(*log, Kind::task_cancelled) == 1);
}

TEST_CASE("aclose raises GeneratorExit at the yield and waits for the cleaning up") {
  CHECK(outputs(*kClosed.run()) == Lines{"closed", "None"});
}

TEST_CASE("two cannot wait in one async generator, and a cancellation is delivered inside it") {
  CHECK(outputs(*kCancelled.run()) ==
        Lines{"0", "anext(): asynchronous generator is already running", "closed", "cancelled"});
}

TEST_CASE("those left at the end are closed by the loop in the order in which they were begun") {
  const Log log = kLeft.run();
  CHECK(outputs(*log) == Lines{"d", "c", "b", "a"});
}

TEST_CASE("what an async generator raises comes out of anext, once, it must not ignore its end") {
  CHECK(outputs(*kErrors.run()) ==
        Lines{"1", "no", "None", "stays", "async generator ignored GeneratorExit", "None"});
}

TEST_CASE("one whose closing was ended by what it awaited is taken for running, as CPython does") {
  CHECK(outputs(*kFailsToCleanUp.run()) ==
        Lines{"no", "anext(): asynchronous generator is already running"});
}

}  // namespace interleave::test
