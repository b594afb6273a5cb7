#include "runtime/run.h"

#include "runtime/errors.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<> nothing(Scope s) {
  s.at("pass");
  co_return;
}
const Sample kNothing("run nothing", R"(import asyncio

async def main():
    pass

asyncio.run(main())
)",
                      running<nothing>);

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
                        running<leaves_two>);

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
                           running<leaves_one_that_never_started>);

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
                     running<raises>);

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
                    running<nests>);

Coro<> runs_twice(Scope s) {
  co_await run(s.at("asyncio.run", 1), nothing(s.def("main")));
  s.at("print").print("between");
  co_await run(s.at("asyncio.run", 2), nothing(s.def("main")));
}

Coro<> beats(Scope s) {
  for (int tick = 1; true; ++tick) {
    co_await sleep(s.at("asyncio.sleep(1)"), ms(1000));
    s.at("print").print("tick " + std::to_string(tick));
  }
}
Coro<int> waits_a_while(Scope s) {
  create_task(s.at("create_task"), beats(s.def("beats")));
  co_await sleep(s.at("asyncio.sleep(2.5)"), ms(2500));
  s.at("return");
  co_return 5;
}
Coro<> by_hand(Scope s) {
  s.at("run_until_complete");
  const int five = co_await run_until_complete(s, waits_a_while(s.def("main")));
  s.print(std::to_string(five));
  s.at("run_until_complete(waits");
  co_await run_until_complete(s, nothing(s.def("waits")));
  s.at("loop.close");
  close_loop(s);
}
const Sample kByHand("a loop run by hand", R"(import asyncio

async def beats():
    tick = 1
    while True:
        await asyncio.sleep(1)
        print("tick", tick)
        tick += 1

async def main():
    beating = asyncio.create_task(beats())
    await asyncio.sleep(2.5)
    return 5

async def waits():
    pass

loop = asyncio.new_event_loop()
print(loop.run_until_complete(main()))
loop.run_until_complete(waits())
loop.close()
)",
                     by_hand);

Coro<> never_closed(Scope s) {
  const Task<> task = create_task(s.at("loop.create_task"), beats(s.def("beats")));
  s.at("create_task(waits");
  const Task<> unbegun = create_task(s, nothing(s.def("waits")));
  s.at("cancel");
  unbegun.cancel();
  s.at("run_until_complete");
  try {
    co_await run_until_complete(s, unbegun);
  } catch (const CancelledError&) {
    s.at("print(\"cancelled").print("cancelled");
  }
  create_task(s.at("last = "), nothing(s.def("waits")));
}
const Sample kNeverClosed("a loop that is never closed", R"(import asyncio

async def beats():
    tick = 1
    while True:
        await asyncio.sleep(1)
        print("tick", tick)
        tick += 1

async def waits():
    pass

loop = asyncio.new_event_loop()
task = loop.create_task(beats())
unbegun = loop.create_task(waits())
unbegun.cancel()
try:
    loop.run_until_complete(unbegun)
except asyncio.CancelledError:
    print("cancelled")
last = loop.create_task(waits())
)",
                          never_closed);

Coro<> stops_the_loop(Scope s) {
  stop_loop(s.at("stop"));
  co_await sleep(s.at("asyncio.sleep"), ms(1000));
}
Coro<> stopped_early(Scope s) {
  try {
    s.at("run_until_complete");
    co_await run_until_complete(s, stops_the_loop(s.def("main")));
  } catch (const Error& error) {
    s.at("print").print(error.text());
  }
  s.at("loop.close");
  close_loop(s);
}
const Sample kStopped("a loop that is stopped before main has ended", R"(import asyncio

async def main():
    asyncio.get_running_loop().stop()
    await asyncio.sleep(1)

loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main())
except RuntimeError as error:
    print(error)
loop.close()
)",
                      stopped_early);

Coro<> fails_when_cancelled(Scope s) {
  try {
    co_await sleep(s.at("asyncio.sleep"), ms(9000));
  } catch (const CancelledError&) {
    s.at("raise");
    throw Error("ValueError", "no");
  }
}
Coro<> leaves_one_that_fails(Scope s) {
  create_task(s.at("create_task"), fails_when_cancelled(s.def("fails")));
  co_await sleep(s.at("asyncio.sleep(1)"), ms(1000));
}
const Sample kFailsLate("run complains of what fails as it is cancelled", R"(import asyncio

async def fails():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        raise ValueError("no")

async def main():
    asyncio.create_task(fails())
    await asyncio.sleep(1)

asyncio.run(main())
)",
                        running<leaves_one_that_fails>);

Coro<> late(Scope s) { co_await sleep(s.at("asyncio.sleep"), ms(5000)); }
Coro<> begins_another(Scope s) {
  try {
    co_await sleep(s.at("asyncio.sleep(9)"), ms(9000));
  } catch (const CancelledError&) {
    create_task(s.at("create_task"), late(s.def("late")));
    s.at("raise");
    throw;
  }
}
Coro<> leaves_one_that_begins_another(Scope s) {
  create_task(s.at("create_task"), begins_another(s.def("begins")));
  co_await sleep(s.at("asyncio.sleep(1)"), ms(1000));
}
const Sample kBegunLate("run leaves behind what is begun while it cleans up", R"(import asyncio

async def late():
    await asyncio.sleep(5)

async def begins():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        asyncio.create_task(late())
        raise

async def main():
    asyncio.create_task(begins())
    await asyncio.sleep(1)

asyncio.run(main())
)",
                        running<leaves_one_that_begins_another>);

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

TEST_CASE("a loop run by hand ends with main, and leaves what is pending to be destroyed") {
  const Log log = kByHand.run();
  CHECK(outputs(*log) == Lines{"tick 1", "tick 2", "5"});
  CHECK(told(*log, {Kind::warning, Kind::loop_started, Kind::loop_stopped}) ==
        Lines{"the loop loop_started", "the loop loop_stopped",
              "beats warning Task was destroyed but it is pending!"});
}

TEST_CASE("a loop that is never closed stops with the program") {
  const Log log = kNeverClosed.run();
  CHECK(outputs(*log) == Lines{"cancelled"});
  CHECK(count_of(*log, Kind::loop_stopped) == 1);
}

TEST_CASE("a loop that stops before main has ended says so") {
  CHECK(outputs(*kStopped.run()) == Lines{"Event loop stopped before Future completed."});
}

TEST_CASE("run complains of what fails as it is cancelled, and of what is begun then") {
  CHECK(told(*kFailsLate.run(), {Kind::warning}) ==
        Lines{"fails warning unhandled exception during asyncio.run() shutdown"});
  CHECK(told(*kBegunLate.run(), {Kind::warning}) ==
        Lines{"late warning Task was destroyed but it is pending!"});
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
