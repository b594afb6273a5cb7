#include "runtime/run.h"

#include "runtime/errors.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

template <Coro<> (*main_task)(Scope)>
Coro<> runs_main(Scope s) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main")));
}

Coro<> nothing(Scope s) {
  s.at("pass");
  co_return;
}
const Sample kNothing("run nothing", R"(import asyncio

async def main():
    pass

asyncio.run(main())
)",
                      runs_main<nothing>);

Coro<> heartbeat(Scope s) {
  std::exception_ptr cancelled;
  try {
    co_await sleep(s.at("asyncio.sleep(9)"), ms(9000));
  } catch (const CancelledError&) {
    cancelled = std::current_exception();
  }
  if (cancelled) {  // no await in a handler
    s.at("print(\"cleans").print("cleans up");
    co_await sleep(s.at("asyncio.sleep(1)"), ms(1000));
    s.at("print(\"cleaned").print("cleaned up");
    s.at("raise");
    std::rethrow_exception(cancelled);
  }
}
Coro<> leaves_two(Scope s) {
  create_task(s.at("create_task", 1), heartbeat(s.def("heartbeat")));
  create_task(s.at("create_task", 2), heartbeat(s.def("heartbeat")));
  co_await sleep(s.at("asyncio.sleep(2)"), ms(2000));
  s.at("print").print("main ends");
}
const Sample kLeavesTwo("run cancels what is left", R"(import asyncio

async def heartbeat():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print("cleans up")
        await asyncio.sleep(1)
        print("cleaned up")
        raise

async def main():
    asyncio.create_task(heartbeat())
    asyncio.create_task(heartbeat())
    await asyncio.sleep(2)
    print("main ends")

asyncio.run(main())
)",
                        runs_main<leaves_two>);

Coro<> leaves_one_that_never_started(Scope s) {
  create_task(s.at("create_task"), heartbeat(s.def("heartbeat")));
  co_return;
}
const Sample kNeverStarted("run cancels what never started", R"(import asyncio

async def heartbeat():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print("cleans up")
        await asyncio.sleep(1)
        print("cleaned up")
        raise

async def main():
    asyncio.create_task(heartbeat())

asyncio.run(main())
)",
                           runs_main<leaves_one_that_never_started>);

Coro<> raises(Scope s) {
  create_task(s.at("create_task"), heartbeat(s.def("heartbeat")));
  co_await sleep(s.at("asyncio.sleep(0)"), ms(0));
  s.at("raise");
  throw Error("ValueError", "no");
}
const Sample kRaises("run a main that raises", R"(import asyncio

async def heartbeat():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print("cleans up")
        await asyncio.sleep(1)
        print("cleaned up")
        raise

async def main():
    asyncio.create_task(heartbeat())
    await asyncio.sleep(0)
    raise ValueError("no")

asyncio.run(main())
)",
                     runs_main<raises>);

Coro<> nests(Scope s) {
  try {
    Coro<> inner = nothing(s.at("inner = ").def("inner"));
    co_await run(s.at("asyncio.run(inner)"), std::move(inner));
  } catch (const Error& error) {
    s.at("print").print(error.text());
  }
}
const Sample kNests("a nested run", R"(import asyncio

async def inner():
    pass

async def main():
    try:
        inner = globals()["inner"]()
        asyncio.run(inner)
    except RuntimeError as error:
        print(error)

asyncio.run(main())
)",
                    runs_main<nests>);

Coro<> runs_twice(Scope s) {
  co_await run(s.at("asyncio.run", 1), nothing(s.def("main")));
  s.at("print").print("between");
  co_await run(s.at("asyncio.run", 2), nothing(s.def("main")));
}

}  // namespace

TEST_CASE("run makes a loop, runs main, closes the loop down by tasks of its own") {
  const Log log = kNothing.run();
  Lines kinds;
  for (const std::string& line :
       told(*log, {Kind::program_started, Kind::loop_started, Kind::task_created,
                   Kind::task_finished, Kind::loop_stopped, Kind::program_finished})) {
    kinds.push_back(line);
  }
  CHECK(kinds == Lines{"the loop program_started", "the loop loop_started", "main task_created",
                       "main task_finished", "the loop loop_stopped", "the loop program_finished"});
  int internal = 0;
  for (TaskId task = 1; task <= log->task_count(); ++task) {
    internal += log->task(task).internal ? 1 : 0;
  }
  CHECK(internal == 2);
}

TEST_CASE("run cancels what main left behind and lets it clean up") {
  const Log log = kLeavesTwo.run();
  CHECK(outputs(*log) == Lines{"main ends", "cleans up", "cleans up", "cleaned up", "cleaned up"});
  CHECK(told(*log, {Kind::cancel_requested}) ==
        Lines{"heartbeat cancel_requested by the program, 1",
              "heartbeat 2 cancel_requested by the program, 1"});
  CHECK(log->back().kind == Kind::program_finished);
  CHECK(log->back().t_ns == ms(3000).count());
}

TEST_CASE("a task that main left behind in its last step has started before it is cancelled") {
  CHECK(outputs(*kNeverStarted.run()) == Lines{"cleans up", "cleaned up"});
}

TEST_CASE("what main raises is the program's failure, after the rest has cleaned up") {
  const Log log = kRaises.run();
  CHECK(outputs(*log) == Lines{"cleans up", "cleaned up"});
  CHECK(told(*log, {Kind::program_failed}) == Lines{"the loop program_failed ValueError: no"});
}

TEST_CASE("run inside a running loop is refused, and its coroutine never awaited") {
  const Log log = kNests.run();
  CHECK(outputs(*log) == Lines{"asyncio.run() cannot be called from a running event loop"});
  CHECK(told(*log, {Kind::warning}) ==
        Lines{"the loop warning RuntimeWarning: coroutine 'inner' was never awaited"});
}

TEST_CASE("one loop after the other is allowed") {
  Script script(
      "async def main():\n    pass\n\nasyncio.run(main())\nprint()\nasyncio.run(main())\n",
      runs_twice);
  script.run_to_end();
  CHECK(count_of(*script.log(), Kind::loop_started) == 2);
  CHECK(script.log()->back().kind == Kind::program_finished);
}

}  // namespace interleave::test
