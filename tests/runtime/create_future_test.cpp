#include "runtime/create_future.h"

#include "runtime/run.h"
#include "runtime/sleep.h"
#include "runtime/task.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

template <Coro<> (*main_task)(Scope)>
Coro<> runs_main(Scope s) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main")));
}

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
                     runs_main<awaits_a_future>);

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

TEST_CASE("a future that is done refuses another result") {
  Script script(kPass, runs_main<checks_itself>);
  script.run_to_end();
}

}  // namespace interleave::test
