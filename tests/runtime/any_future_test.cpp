#include "runtime/any_future.h"

#include "runtime/create_future.h"
#include "runtime/gather.h"
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

Coro<> kept(Scope s) {
  const auto later = gather(s.at("later ="), job(s.def("job"), 1), job(s.def("job"), 2));
  const auto cancelled = gather(s.at("cancelled ="), job(s.def("job"), 3), job(s.def("job"), 4));
  co_await sleep(s.at("asyncio.sleep(1.5)"), ms(1500));
  s.at("print(cancelled.cancel(), cancelled.cancelled())");
  const bool asked = cancelled.cancel();
  s.print(repr(asked) + " " + repr(cancelled.cancelled()));
  s.at("print(await later");
  const std::vector<int> values = co_await later;
  s.print(repr(values));
  try {
    s.at("await cancelled");
    co_await cancelled;
  } catch (const CancelledError&) {
    s.at("print(cancelled.cancel(), \"late").print(repr(cancelled.cancel()) + " late");
  }
}
const Sample kKept("gathers kept for later", R"(import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    return seconds

async def main():
    later = asyncio.gather(job(1), job(2))
    cancelled = asyncio.gather(job(3), job(4))
    await asyncio.sleep(1.5)
    print(cancelled.cancel(), cancelled.cancelled())
    print(await later)
    try:
        await cancelled
    except asyncio.CancelledError:
        print(cancelled.cancel(), "late")

asyncio.run(main())
)",
                   running<kept>);

Coro<> of_gathers(Scope s) {
  const auto answer = create_future<int>(s.at("answer ="), "answer");
  const auto inner = gather(s.at("inner ="), job(s.def("job"), 1), answer);
  const auto alone = gather(s.at("outer ="), job(s.def("job"), 2));
  const auto outer = gather(s, inner, alone, inner);
  co_await sleep(s.at("asyncio.sleep(0)"), ms(0));
  s.at("answer.set_result");
  answer.set_result(7);
  s.at("print(await outer");
  const auto values = co_await outer;
  s.print(repr(values));
}
const Sample kOfGathers("gather of gathers and of a future", R"(import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    return seconds

async def main():
    answer = asyncio.get_running_loop().create_future()
    inner = asyncio.gather(job(1), answer)
    outer = asyncio.gather(inner, asyncio.gather(job(2)), inner)
    await asyncio.sleep(0)
    answer.set_result(7)
    print(await outer)

asyncio.run(main())
)",
                        running<of_gathers>);

Coro<> cancelled_through(Scope s) {
  const auto answer = create_future<int>(s.at("answer ="), "answer");
  s.at("await asyncio.gather");
  const auto first = gather(s, answer, job(s.def("job"), 1));
  const auto second = gather(s, job(s.def("job"), 2));
  co_await gather(s, first, second);
}
Coro<> cancels_through(Scope s) {
  const auto task = create_task(s.at("create_task"), cancelled_through(s.def("gathers")));
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
const Sample kCancelledThrough("a gather of gathers cancelled", R"(import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    return seconds

async def gathers():
    answer = asyncio.get_running_loop().create_future()
    await asyncio.gather(asyncio.gather(answer, job(1)), asyncio.gather(job(2)))

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
                               running<cancels_through>);

Coro<> asks_too_early(Scope s) {
  const auto task = create_task(s.at("create_task"), job(s.def("job"), 1));
  const AnyFuture<int> future = any_future(task);
  try {
    s.at("task.result()");
    static_cast<void>(future.result());
  } catch (const Error& error) {
    s.at("print(error)", 1).print(error.text());
  }
  try {
    s.at("task.exception()");
    static_cast<void>(future.exception());
  } catch (const Error& error) {
    s.at("print(error)", 2).print(error.text());
  }
  s.at("print(await task");
  const int value = co_await future;
  s.print(repr(value));
}
const Sample kTooEarly("a result asked for too early", R"(import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    return seconds

async def main():
    task = asyncio.create_task(job(1))
    try:
        task.result()
    except asyncio.InvalidStateError as error:
        print(error)
    try:
        task.exception()
    except asyncio.InvalidStateError as error:
        print(error)
    print(await task)

asyncio.run(main())
)",
                       running<asks_too_early>);

}  // namespace

TEST_CASE("a gather may be kept, awaited later, and cancelled by name") {
  CHECK(outputs(*kKept.run()) == Lines{"True False", "[1, 2]", "False late"});
}

TEST_CASE("gathers are gathered, and so are futures of the program") {
  CHECK(outputs(*kOfGathers.run()) == Lines{"[[1, 7], [2], [1, 7]]"});
  CHECK(outputs(*kCancelledThrough.run()) == Lines{"cancelled"});
}

TEST_CASE("a future that is pending has neither a result nor an exception") {
  CHECK(outputs(*kTooEarly.run()) == Lines{"Result is not ready.", "Exception is not set.", "1"});
}

}  // namespace interleave::test
