#include "runtime/sleep.h"

#include "runtime/gather.h"
#include "runtime/task.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<> yields(Scope s, std::string name) {
  s.at("print", 1).print(name + " 1");
  co_await sleep(s.at("asyncio.sleep(0)"), Duration::zero());
  s.at("print", 2).print(name + " 2");
}
Coro<> two_yield(Scope s) {
  s.at("asyncio.gather");
  co_await gather(s, yields(s.def("child"), "a"), yields(s.def("child"), "b"));
}
const Sample kTwoYield("sleep of nothing", R"(import asyncio

async def child(name):
    print(name, 1)
    await asyncio.sleep(0)
    print(name, 2)

async def main():
    await asyncio.gather(child("a"), child("b"))

asyncio.run(main())
)",
                       running<two_yield>);

Coro<> sleeps(Scope s) { co_await sleep(s.at("asyncio.sleep"), ms(1000)); }
const Sample kSleeps("sleep", R"(import asyncio

async def main():
    await asyncio.sleep(1)

asyncio.run(main())
)",
                     running<sleeps>);

Coro<> sleeps_less_than_nothing(Scope s) { co_await sleep(s.at("asyncio.sleep"), ms(-1000)); }
const Sample kSleepsLess("sleep of less than nothing", R"(import asyncio

async def main():
    await asyncio.sleep(-1)

asyncio.run(main())
)",
                         running<sleeps_less_than_nothing>);

Coro<> sleeper(Scope s, int seconds) { co_await sleep(s.at("asyncio.sleep"), ms(1000 * seconds)); }
Coro<> cancels_a_lone_timer(Scope s) {
  const Task<> longest = create_task(s.at("longest = "), sleeper(s.def("sleeper"), 9));
  co_await sleep(s.at("asyncio.sleep(1)"), ms(1000));
  s.at("longest.cancel");
  longest.cancel();
  co_await sleep(s.at("asyncio.sleep(2)"), ms(2000));
}
const Sample kCancelsALoneTimer("a cancelled timer moves no clock", R"(import asyncio

async def sleeper(seconds):
    await asyncio.sleep(seconds)

async def main():
    longest = asyncio.create_task(sleeper(9))
    await asyncio.sleep(1)
    longest.cancel()
    await asyncio.sleep(2)

asyncio.run(main())
)",
                                running<cancels_a_lone_timer>);

Coro<> cancels_one_of_equals(Scope s) {
  const Task<> first = create_task(s.at("first = "), sleeper(s.def("sleeper"), 2));
  const Task<> second = create_task(s.at("second = "), sleeper(s.def("sleeper"), 2));
  const Task<> third = create_task(s.at("third = "), sleeper(s.def("sleeper"), 2));
  co_await sleep(s.at("asyncio.sleep(1)"), ms(1000));
  s.at("second.cancel");
  second.cancel();
  s.at("await third");
  co_await third;
}
const Sample kCancelsOneOfEquals("a cancelled timer behind one that is due", R"(import asyncio

async def sleeper(seconds):
    await asyncio.sleep(seconds)

async def main():
    first = asyncio.create_task(sleeper(2))
    second = asyncio.create_task(sleeper(2))
    third = asyncio.create_task(sleeper(2))
    await asyncio.sleep(1)
    second.cancel()
    await third

asyncio.run(main())
)",
                                 running<cancels_one_of_equals>);

Coro<> canceller(Scope s, Task<> other) {
  co_await sleep(s.at("asyncio.sleep"), ms(2000));
  s.at("other.cancel");
  other.cancel();
}
Coro<> cancels_while_the_handle_waits(Scope s) {
  const Task<> late = create_task(s.at("late = "), sleeper(s.def("sleeper"), 3));
  const Task<> asking = create_task(s.at("asking = "), canceller(s.def("canceller"), late));
  co_await sleep(s.at("asyncio.sleep(0)"), ms(0));
  s.at("work").work(ms(2000));
  co_await sleep(s.at("asyncio.sleep(0)", 2), ms(0));
  s.at("work", 2).work(ms(1000));
  try {
    s.at("await late");
    co_await late;
  } catch (const CancelledError&) {
    s.at("print").print("gone");
  }
}
const Sample kCancelsWhileTheHandleWaits("a timer's handle cancelled on the ready queue",
                                         R"(import asyncio

async def sleeper(seconds):
    await asyncio.sleep(seconds)

async def canceller(other):
    await asyncio.sleep(2)
    other.cancel()

async def main():
    late = asyncio.create_task(sleeper(3))
    asking = asyncio.create_task(canceller(late))
    await asyncio.sleep(0)
    work(2)
    await asyncio.sleep(0)
    work(1)
    try:
        await late
    except asyncio.CancelledError:
        print("gone")

def work(seconds):
    pass

asyncio.run(main())
)",
                                         running<cancels_while_the_handle_waits>);

Coro<> works_then_sleeps(Scope s) {
  s.at("work").work(ms(500));
  co_await sleep(s.at("asyncio.sleep"), ms(1000));
}
Coro<> late_timer(Scope s) {
  s.at("asyncio.gather");
  co_await gather(s, sleeper(s.def("sleeper"), 1), works_then_sleeps(s.def("worker")));
  s.at("work(2)").work(ms(2000));
}
const Sample kLateTimer("timers after work", R"(import asyncio

async def sleeper(seconds):
    await asyncio.sleep(seconds)

async def worker():
    work(0.5)
    await asyncio.sleep(1)

async def main():
    await asyncio.gather(sleeper(1), worker())
    work(2)

def work(seconds):
    pass

asyncio.run(main())
)",
                        running<late_timer>);

}  // namespace

TEST_CASE(
    "a sleep of no length is a bare yield: queued again at once, behind those already ready") {
  const Log log = kTwoYield.run();
  CHECK(outputs(*log) == Lines{"a 1", "b 1", "a 2", "b 2"});
  CHECK(steps(*log) == "1 main, 2 child, 2 child 2, 3 child, 3 child 2, 5 main");
  CHECK(count_of(*log, Kind::timer_set) == 0);
  CHECK(told(*log, {Kind::task_ready}).front() == "child task_ready yield by child");
}

TEST_CASE("a sleep of less than no length is a bare yield too") {
  CHECK(steps(*kSleepsLess.run()) == "1 main, 2 main");
}

TEST_CASE("a timer's handle runs in one iteration, the task in the next") {
  const Log log = kSleeps.run();
  CHECK(steps(*log) == "1 main, 3 main @1000");
  CHECK(told(*log, {Kind::timer_set, Kind::task_suspended, Kind::timer_fired, Kind::callback_ran,
                    Kind::task_ready}) ==
        Lines{"the loop timer_set 1", "main task_suspended sleep until 1000",
              "the loop timer_fired 1", "the loop callback_ran timer 1",
              "main task_ready timer by the program"});
}

TEST_CASE("cancelling a sleep cancels its timer, which then never moves the clock") {
  const Log log = kCancelsALoneTimer.run();
  CHECK(told(*log, {Kind::timer_cancelled}) == Lines{"the loop timer_cancelled 2"});
  CHECK(log->back().t_ns == ms(3000).count());
}

TEST_CASE("a cancelled timer behind one that is due is put on the ready queue and passed over") {
  const Log log = kCancelsOneOfEquals.run();
  CHECK(told(*log, {Kind::task_cancelled}) == Lines{"sleeper 2 task_cancelled"});
}

TEST_CASE("a timer's handle that is on the ready queue already is skipped when cancelled") {
  const Log log = kCancelsWhileTheHandleWaits.run();
  CHECK(outputs(*log) == Lines{"gone"});
}

TEST_CASE("a timer that is due while somebody works fires when the work is over") {
  const Log log = kLateTimer.run();
  CHECK(steps(*log) ==
        "1 main, 2 sleeper, 2 worker, 4 sleeper @1000, 7 worker @1500, 9 main @1500");
}

}  // namespace interleave::test
