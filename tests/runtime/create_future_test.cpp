#include "runtime/create_future.h"

#include "runtime/sleep.h"
#include "runtime/task.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<> resolver(Scope s, Future<int> answer) {
  co_await sleep(s.at("asyncio.sleep"), ms(1000));
  s.at("set_result");
  answer.set_result(42);
}
Coro<> awaits_a_future(Scope s) {
  const auto answer = create_future<int>(s.at("create_future"), "answer");
  create_task(s.at("create_task"), resolver(s.def("resolver"), answer));
  s.at("print");
  const int value = co_await answer;
  s.print(std::to_string(value));
}
const Sample kFuture("a future resolved by another task", R"(import asyncio

async def resolver(answer):
    await asyncio.sleep(1)
    answer.set_result(42)

async def main():
    answer = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(resolver(answer))
    print(await answer)

asyncio.run(main())
)",
                     running<awaits_a_future>);

Coro<> cancels_itself_first(Scope s) {
  const auto answer = create_future<int>(s.at("answer ="), "answer");
  s.at("current_task").loop().current_task().cancel();
  try {
    s.at("await answer");
    co_await answer;
  } catch (const CancelledError&) {
    s.at("print").print(repr(answer.cancelled()));
  }
}
const Sample kCancelled("a future awaited by a task that has cancelled itself", R"(import asyncio

async def main():
    answer = asyncio.get_running_loop().create_future()
    asyncio.current_task().cancel()
    try:
        await answer
    except asyncio.CancelledError:
        print(answer.cancelled())

asyncio.run(main())
)",
                        running<cancels_itself_first>);

Coro<> fails(Scope s, Future<int> answer) {
  s.at("answer.set_exception");
  answer.set_exception(std::make_exception_ptr(Error("ValueError", "no")));
  co_return;
}
Coro<> cancels(Scope s, Future<int> answer) {
  s.at("print(answer.cancel()");
  const bool first = answer.cancel();
  s.print(repr(first) + " " + repr(answer.cancel()));
  co_return;
}
Coro<> awaits_both(Scope s) {
  const auto failing = create_future<int>(s.at("failing ="), "failing");
  const auto gone = create_future<int>(s.at("gone ="), "gone");
  create_task(s.at("create_task(fails"), fails(s.def("fails"), failing));
  create_task(s.at("create_task(cancels"), cancels(s.def("cancels"), gone));
  try {
    s.at("await failing");
    co_await failing;
  } catch (const Error& error) {
    s.at("print(error)", 1).print(error.text());
  }
  try {
    s.at("await gone");
    co_await gone;
  } catch (const CancelledError&) {
    s.at("print(\"cancelled").print("cancelled");
  }
  for (const auto& future : {failing, gone}) {
    try {
      s.at("future.set_result");
      future.set_result(1);
    } catch (const Error& error) {
      s.at("print(error)", 2).print(error.text());
    }
  }
  s.at("for future");
}
const Sample kFailsAndGone("a future that fails and one that is cancelled", R"(import asyncio

async def fails(answer):
    answer.set_exception(ValueError("no"))

async def cancels(answer):
    print(answer.cancel(), answer.cancel())

async def main():
    failing = asyncio.get_running_loop().create_future()
    gone = asyncio.get_running_loop().create_future()
    asyncio.create_task(fails(failing))
    asyncio.create_task(cancels(gone))
    try:
        await failing
    except ValueError as error:
        print(error)
    try:
        await gone
    except asyncio.CancelledError:
        print("cancelled")
    for future in failing, gone:
        try:
            future.set_result(1)
        except asyncio.InvalidStateError as error:
            print(error)

asyncio.run(main())
)",
                           running<awaits_both>);

constexpr std::string_view kPass = "async def main():\n    pass\n\nasyncio.run(main())\n";
Coro<> checks_itself(Scope s) {
  const auto future = create_future<int>(s.at("pass"));
  future.set_result(1);
  CHECK(future.done());
  CHECK_FALSE(future.cancel());
  CHECK_THROWS_WITH(future.set_result(2),
                    "InvalidStateError: FINISHED: <Future finished result=1>");
  co_return;
}

}  // namespace

TEST_CASE("a future's waiter resumes one iteration after the step that resolves it") {
  const Log log = kFuture.run();
  CHECK(outputs(*log) == Lines{"42"});
  CHECK(steps(*log) == "1 main, 2 resolver, 4 resolver @1000, 5 main @1000");
}

TEST_CASE("a future that its waiter cancels says so") {
  CHECK(outputs(*kCancelled.run()) == Lines{"True"});
}

TEST_CASE("a future can fail and be cancelled, once, and then refuses a result") {
  CHECK(outputs(*kFailsAndGone.run()) ==
        Lines{"True False", "no", "cancelled",
              "FINISHED: <Future finished exception=ValueError('no')>",
              "CANCELLED: <Future cancelled>"});
}

TEST_CASE("a future that is done refuses another result") {
  Script script(kPass, running<checks_itself>);
  script.run_to_end();
}

}  // namespace interleave::test
