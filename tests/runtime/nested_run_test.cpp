#include "runtime/nested_run.h"

#include "runtime/errors.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<int> inner(Scope s) {
  co_await sleep(s.at("asyncio.sleep"), ms(1000));
  s.at("return");
  co_return 5;
}
Coro<> other(Scope s) { co_await sleep(s.at("asyncio.sleep"), ms(0)); }
Coro<> others_meanwhile(Scope s) {
  create_task(s.at("create_task(other"), other(s.def("other")));
  s.at("print(run");
  Coro<int> nested = nested_run(s.def("run"), inner(s.def("inner")));
  const int five = co_await nested;
  s.print(std::to_string(five));
  co_await sleep(s.at("asyncio.sleep"), ms(0));
}
const Sample kOthers("a nested run, and others meanwhile", R"(import asyncio

def run(coroutine):
    loop = asyncio.get_running_loop()
    task = loop.create_task(coroutine)
    caller = asyncio.current_task()
    asyncio.tasks._leave_task(loop, caller)
    while not task.done():
        loop._run_once()
    asyncio.tasks._enter_task(loop, caller)
    return task.result()

async def inner():
    await asyncio.sleep(1)
    return 5

async def other():
    await asyncio.sleep(0)

async def main():
    asyncio.create_task(other())
    print(run(inner()))
    await asyncio.sleep(0)

asyncio.run(main())
)",
                     running<others_meanwhile>);

Coro<> fails(Scope s) {
  co_await sleep(s.at("asyncio.sleep"), ms(0));
  s.at("raise");
  throw Error("ValueError", "no");
}
Coro<> middle(Scope s) {
  s.at("run(");
  Coro<> nested = nested_run(s.def("run"), fails(s.def("fails")));
  co_await nested;
}
Coro<> two_deep(Scope s) {
  create_task(s.at("create_task(other"), other(s.def("other")));
  create_task(s.at("create_task(other", 2), other(s.def("other")));
  co_await sleep(s.at("asyncio.sleep"), ms(0));
  try {
    s.at("run(middle");
    Coro<> nested = nested_run(s.def("run"), middle(s.def("middle")));
    co_await nested;
  } catch (const Error& error) {
    s.at("print").print(error.text());
  }
}
const Sample kTwoDeep("a nested run within a nested run, which fails", R"(import asyncio

def run(coroutine):
    loop = asyncio.get_running_loop()
    task = loop.create_task(coroutine)
    caller = asyncio.current_task()
    asyncio.tasks._leave_task(loop, caller)
    while not task.done():
        loop._run_once()
    asyncio.tasks._enter_task(loop, caller)
    return task.result()

async def other():
    await asyncio.sleep(0)

async def fails():
    await asyncio.sleep(0)
    raise ValueError("no")

async def middle():
    run(fails())

async def main():
    asyncio.create_task(other())
    asyncio.create_task(other())
    await asyncio.sleep(0)
    try:
        run(middle())
    except ValueError as error:
        print(error)

asyncio.run(main())
)",
                      running<two_deep>);

}  // namespace

TEST_CASE("a nested run suspends its caller while the others run, and goes on at once") {
  const Log log = kOthers.run();
  CHECK(outputs(*log) == Lines{"5"});
  CHECK(steps(*log) ==
        "1 main, 2 other, 2 inner, 3 other, 5 inner @1000, 5 main @1000, 6 main @1000");
  CHECK(told(*log, {Kind::task_ready}).at(2) == "main task_ready task by inner");
}

TEST_CASE("nested runs nest, and raise what their task has raised") {
  CHECK(outputs(*kTwoDeep.run()) == Lines{"no"});
}

}  // namespace interleave::test
