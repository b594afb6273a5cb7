#include "runtime/as_completed.h"

#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<int> job(Scope s, int seconds) {
  co_await sleep(s.at("asyncio.sleep"), ms(1000 * seconds));
  s.at("return");
  co_return seconds;
}
std::vector<Coro<int>> jobs(const Scope& s, std::initializer_list<int> seconds) {
  std::vector<Coro<int>> all;
  for (const int n : seconds) {
    all.push_back(job(s.def("job"), n));
  }
  return all;
}

Coro<> as_they_come(Scope s) {
  auto done = as_completed(s.at("asyncio.as_completed"), jobs(s, {3, 1, 2}));
  while (done.has_more()) {
    s.at("await");
    const int result = co_await done.next();
    s.at("print").print(std::to_string(result));
  }
  s.at("for done");
}
const Sample kAsTheyCome("as completed", R"(import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    return seconds

async def main():
    for done in asyncio.as_completed([job(3), job(1), job(2)]):
        result = await done
        print(result)

asyncio.run(main())
)",
                         running<as_they_come>);

Coro<> some_are_there(Scope s) {
  auto done = as_completed(s.at("asyncio.as_completed"), jobs(s, {1, 1}));
  while (done.has_more()) {
    s.at("await");
    const int result = co_await done.next();
    s.at("print").print(std::to_string(result));
  }
  s.at("for done");
}
const Sample kSomeAreThere("as completed of equals", R"(import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    return seconds

async def main():
    for done in asyncio.as_completed([job(1), job(1)]):
        result = await done
        print(result)

asyncio.run(main())
)",
                           running<some_are_there>);

Coro<int> fails(Scope s) {
  s.at("raise");
  throw Error("ValueError", "no");
  co_return 0;
}
Coro<> one_fails(Scope s) {
  std::vector<Coro<int>> all;
  all.push_back(job(s.at("asyncio.as_completed").def("job"), 1));
  all.push_back(fails(s.def("fails")));
  auto done = as_completed(s.at("asyncio.as_completed"), std::move(all));
  while (done.has_more()) {
    try {
      s.at("await");
      const int result = co_await done.next();
      s.at("print(result)").print(std::to_string(result));
    } catch (const Error& error) {
      s.at("print(error)").print(error.text());
    }
  }
  s.at("for done");
}
const Sample kOneFails("as completed of one that fails", R"(import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    return seconds

async def fails():
    raise ValueError("no")

async def main():
    for done in asyncio.as_completed([job(1), fails()]):
        try:
            result = await done
            print(result)
        except ValueError as error:
            print(error)

asyncio.run(main())
)",
                       running<one_fails>);

Coro<> collects(Scope s) {
  auto done = as_completed(s.at("asyncio.as_completed"), jobs(s, {3, 5}));
  while (done.has_more()) {
    s.at("await");
    const int result = co_await done.next();
    s.at("print").print(std::to_string(result));
  }
  s.at("for done");
}
Coro<> cancels_the_collector(Scope s) {
  const Task<> task = create_task(s.at("create_task"), collects(s.def("collects")));
  co_await sleep(s.at("asyncio.sleep"), ms(1000));
  s.at("task.cancel");
  task.cancel();
  try {
    s.at("await task");
    co_await task;
  } catch (const CancelledError&) {
    s.at("print").print("gone");
  }
}
const Sample kCancelsTheCollector("cancel an as completed", R"(import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    return seconds

async def collects():
    for done in asyncio.as_completed([job(3), job(5)]):
        result = await done
        print(result)

async def main():
    task = asyncio.create_task(collects())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("gone")

asyncio.run(main())
)",
                                  running<cancels_the_collector>);

Coro<> with_a_limit(Scope s, Duration limit) {
  auto done = as_completed(s.at("asyncio.as_completed"), jobs(s, {3, 1, 2}), limit);
  while (done.has_more()) {
    try {
      s.at("print(await");
      const int result = co_await done.next();
      s.print(std::to_string(result));
    } catch (const Error& error) {
      s.at("print(\"too late").print("too late");
    }
  }
  s.at("for done");
}
Coro<> limited(Scope s) {
  s.at("limited(2)");
  co_await with_a_limit(s.def("limited"), ms(2000));
  s.at("limited(4)");
  co_await with_a_limit(s.def("limited"), ms(4000));
}
const Sample kLimited("as completed with a limit in time", R"(import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    return seconds

async def limited(limit):
    for done in asyncio.as_completed([job(3), job(1), job(2)], timeout=limit):
        try:
            print(await done)
        except TimeoutError:
            print("too late")

async def main():
    await limited(2)
    await limited(4)

asyncio.run(main())
)",
                      running<limited>);

Coro<> is_left(Scope s) {
  auto done = as_completed(s.at("asyncio.as_completed"), jobs(s, {1, 2}));
  while (done.has_more()) {
    const Coro<int> next = done.next();
    s.at("break");
    co_return;
  }
}
const Sample kLeft("as completed that is left unawaited", R"(import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    return seconds

async def main():
    for done in asyncio.as_completed([job(1), job(2)]):
        break

asyncio.run(main())
)",
                   running<is_left>);

}  // namespace

TEST_CASE("as_completed raises TimeoutError for each that is not done in time") {
  CHECK(outputs(*kLimited.run()) == Lines{"1", "too late", "too late", "1", "2", "3"});
}

TEST_CASE("what as_completed gives is a coroutine, and warns if it is never awaited") {
  CHECK(told(*kLeft.run(), {Kind::warning}) ==
        Lines{"the loop warning RuntimeWarning: coroutine 'as_completed.<locals>._wait_for_one' "
              "was never awaited"});
}

TEST_CASE("as_completed gives results in the order in which they come") {
  const Log log = kAsTheyCome.run();
  CHECK(outputs(*log) == Lines{"1", "2", "3"});
  CHECK(told(*log, {Kind::wait_on}) == Lines{"main wait_on as_completed: job job 2 job 3"});
}

TEST_CASE("as_completed suspends nobody for a result that is there") {
  const Log log = kSomeAreThere.run();
  CHECK(outputs(*log) == Lines{"1", "1"});
  CHECK(steps(*log) == "1 main, 2 job, 2 job 2, 4 job @1000, 4 job 2 @1000, 6 main @1000");
}

TEST_CASE("as_completed raises what a task raised where its result is awaited") {
  CHECK(outputs(*kOneFails.run()) == Lines{"no", "1"});
}

TEST_CASE("who waits in as_completed can be cancelled, and the tasks go on") {
  const Log log = kCancelsTheCollector.run();
  CHECK(outputs(*log) == Lines{"gone"});
  CHECK(told(*log, {Kind::cancel_requested}).front() == "collects cancel_requested by main, 1");
}

}  // namespace interleave::test
