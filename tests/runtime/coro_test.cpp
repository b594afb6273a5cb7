#include "runtime/coro.h"

#include "runtime/run.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<int> adds(Scope s, int n) {
  s.at("print").print("adds");
  s.at("return");
  co_return n + 1;
}
Coro<> awaits(Scope s) {
  const Coro<int> coro = adds(s.at("coro = ").def("adds"), 1);
  s.at("print(\"made").print("made");
  s.at("await coro");
  const int sum = co_await coro;
  s.at("print(sum)").print(std::to_string(sum));
}
const Sample kAwaits("await a coroutine", R"(import asyncio

async def adds(n):
    print("adds")
    return n + 1

async def main():
    coro = adds(1)
    print("made")
    sum = await coro
    print(sum)

asyncio.run(main())
)",
                     running<awaits>);

Coro<> fails(Scope s) {
  s.at("raise");
  throw Error("ValueError", "no");
  co_return;
}
Coro<> passes_on(Scope s) {
  s.at("await fails");
  co_await fails(s.def("fails"));
}
Coro<> catches(Scope s) {
  try {
    s.at("await passes_on");
    co_await passes_on(s.def("passes_on"));
  } catch (const Error& error) {
    s.at("print").print(error.text());
  }
}
const Sample kCatches("an exception through coroutines", R"(import asyncio

async def fails():
    raise ValueError("no")

async def passes_on():
    await fails()

async def main():
    try:
        await passes_on()
    except ValueError as error:
        print(error)

asyncio.run(main())
)",
                      running<catches>);

Coro<> forgets(Scope s) {
  { const Coro<int> dropped = adds(s.at("adds").def("adds"), 1); }
  s.at("print").print("end");
  co_return;
}
const Sample kForgets("a coroutine never awaited", R"(import asyncio

async def adds(n):
    print("adds")
    return n + 1

async def main():
    adds(1)
    print("end")

asyncio.run(main())
)",
                      running<forgets>);

Coro<> sleeps(Scope s) { co_await sleep(s.at("asyncio.sleep"), ms(2000)); }
Coro<> middle(Scope s) {
  s.at("await inner");
  co_await sleeps(s.def("inner"));
}
Coro<> cancelled_within(Scope s) {
  const Task<> task = create_task(s.at("create_task"), middle(s.def("middle")));
  co_await sleep(s.at("asyncio.sleep(1)"), ms(1000));
  s.at("task.cancel");
  task.cancel();
  co_await sleep(s.at("asyncio.sleep(0)"), ms(0));
}
const Sample kCancelledWithin("a cancellation through coroutines", R"(import asyncio

async def inner():
    await asyncio.sleep(2)

async def middle():
    await inner()

async def main():
    task = asyncio.create_task(middle())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(0)

asyncio.run(main())
)",
                              running<cancelled_within>);

/// Says when a coroutine's frame goes.
struct Alive {
  explicit Alive(int* count) : count_(count) { ++*count_; }
  Alive(const Alive& other) : count_(other.count_) { ++*count_; }
  Alive& operator=(const Alive&) = delete;
  ~Alive() { --*count_; }

 private:
  int* count_;
};
int alive = 0;

Coro<> holds(Scope s, Alive) { co_await sleep(s.at("pass"), ms(1000)); }
Coro<> module_holds(Scope s) {
  Alive here(&alive);
  co_await run(s.at("asyncio.run"), holds(s.def("main"), Alive(&alive)));
}

}  // namespace

TEST_CASE("nothing of a coroutine runs until it is awaited") {
  const Log log = kAwaits.run();
  CHECK(outputs(*log) == Lines{"made", "adds", "2"});
}

TEST_CASE("awaiting a coroutine runs it inside the task: no new task, no switch") {
  const Log log = kAwaits.run();
  CHECK(steps(*log) == "1 main");
  CHECK(told(*log, {Kind::coroutine_entered, Kind::coroutine_left}) ==
        Lines{"main coroutine_entered adds", "main coroutine_left adds"});
}

TEST_CASE("an exception goes through every coroutine to whoever catches it") {
  const Log log = kCatches.run();
  CHECK(outputs(*log) == Lines{"no"});
  CHECK(told(*log, {Kind::coroutine_left}) ==
        Lines{"main coroutine_left fails ValueError: no",
              "main coroutine_left passes_on ValueError: no"});
}

TEST_CASE("a cancellation goes through every coroutine") {
  CHECK(told(*kCancelledWithin.run(), {Kind::coroutine_left, Kind::task_cancelled}) ==
        Lines{"middle coroutine_left inner CancelledError", "middle task_cancelled"});
}

TEST_CASE("a coroutine dropped unawaited warns, and not a line of it has run") {
  const Log log = kForgets.run();
  CHECK(outputs(*log) == Lines{"end"});
  CHECK(told(*log, {Kind::warning}) ==
        Lines{"the loop warning RuntimeWarning: coroutine 'adds' was never awaited"});
}

TEST_CASE("no frame outlives its program, wherever that is dropped") {
  for (int handles = 0; handles < 12; ++handles) {
    {
      Script script("async def main():\n    pass\n\nasyncio.run(main())\n", module_holds);
      for (int i = 0; i < handles; ++i) {
        script.run_handle();
      }
    }
    CHECK(alive == 0);
  }
}

}  // namespace interleave::test
