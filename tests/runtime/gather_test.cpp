#include "runtime/gather.h"

#include "runtime/create_future.h"
#include "runtime/errors.h"
#include "runtime/run.h"
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

Coro<> gathers(Scope s) {
  s.at("asyncio.gather");
  const std::vector<int> results =
      co_await gather(s, job(s.def("job"), 3), job(s.def("job"), 1), job(s.def("job"), 2));
  s.at("print").print(repr(results));
}
const Sample kGathers("gather", R"(import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    return seconds

async def main():
    results = await asyncio.gather(job(3), job(1), job(2))
    print(results)

asyncio.run(main())
)",
                      running<gathers>);

Coro<int> fails(Scope s) {
  s.at("raise");
  throw Error("ValueError", "no");
  co_return 0;
}
Coro<> gathers_what_never_ends(Scope s) {
  const auto never = create_future<int>(s.at("never ="), "never");
  const auto failed = create_task(s.at("failed ="), fails(s.def("fails")));
  const auto both = gather(s.at("both ="), return_exceptions, failed, never);
  co_await sleep(s.at("asyncio.sleep"), ms(1000));
}
const Sample kNeverEnds("gather with exceptions as results that never ends", R"(import asyncio

async def fails():
    raise ValueError("no")

async def main():
    never = asyncio.get_running_loop().create_future()
    failed = asyncio.create_task(fails())
    both = asyncio.gather(failed, never, return_exceptions=True)
    await asyncio.sleep(1)

asyncio.run(main())
)",
                        running<gathers_what_never_ends>);

Coro<> gathers_nothing(Scope s) {
  s.at("asyncio.gather");
  const std::vector<int> results = co_await gather(s, std::vector<Coro<int>>());
  s.at("print").print(repr(results));
}
const Sample kGathersNothing("gather of nothing", R"(import asyncio

async def main():
    results = await asyncio.gather()
    print(results)

asyncio.run(main())
)",
                             running<gathers_nothing>);

Coro<> fails_at(Scope s, int seconds, bool fails) {
  co_await sleep(s.at("asyncio.sleep"), ms(1000 * seconds));
  if (fails) {
    s.at("raise");
    throw Error("ValueError", std::to_string(seconds));
  }
  s.at("print").print(std::to_string(seconds));
}
Coro<> one_fails(Scope s) {
  try {
    s.at("asyncio.gather");
    co_await gather(s, fails_at(s.def("job"), 1, true), fails_at(s.def("job"), 2, false),
                    fails_at(s.def("job"), 3, true));
  } catch (const Error& error) {
    s.at("print").print("caught " + error.text());
  }
  co_await sleep(s.at("asyncio.sleep"), ms(5000));
}
const Sample kOneFails("gather of one that fails", R"(import asyncio

async def job(seconds, fails):
    await asyncio.sleep(seconds)
    if fails:
        raise ValueError(seconds)
    print(seconds)

async def main():
    try:
        await asyncio.gather(job(1, True), job(2, False), job(3, True))
    except ValueError as error:
        print("caught", error)
    await asyncio.sleep(5)

asyncio.run(main())
)",
                       running<one_fails>);

Coro<> sleeper(Scope s) { co_await sleep(s.at("asyncio.sleep"), ms(4000)); }
Coro<> waits_for_both(Scope s) {
  s.at("asyncio.gather");
  co_await gather(s, sleeper(s.def("sleeper")), sleeper(s.def("sleeper")));
}
Coro<> cancels_the_gather(Scope s) {
  const Task<> task = create_task(s.at("create_task"), waits_for_both(s.def("both")));
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
const Sample kCancelsTheGather("cancel a gather", R"(import asyncio

async def sleeper():
    await asyncio.sleep(4)

async def both():
    await asyncio.gather(sleeper(), sleeper())

async def main():
    task = asyncio.create_task(both())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("gone")

asyncio.run(main())
)",
                               running<cancels_the_gather>);

Coro<> cancels_itself(Scope s) {
  s.at("cancel()").loop().current_task().cancel();
  co_await sleep(s.at("asyncio.sleep"), ms(0));
}
Coro<> a_child_is_cancelled(Scope s) {
  try {
    s.at("asyncio.gather");
    co_await gather(s, cancels_itself(s.def("cancelled")), sleeper(s.def("sleeper")));
  } catch (const CancelledError&) {
    s.at("print").print("cancelled");
  }
  co_await sleep(s.at("asyncio.sleep"), ms(5000));
}
const Sample kAChildIsCancelled("gather of one that is cancelled", R"(import asyncio

async def cancelled():
    asyncio.current_task().cancel()
    await asyncio.sleep(0)

async def sleeper():
    await asyncio.sleep(4)

async def main():
    try:
        await asyncio.gather(cancelled(), sleeper())
    except asyncio.CancelledError:
        print("cancelled")
    await asyncio.sleep(5)

asyncio.run(main())
)",
                                running<a_child_is_cancelled>);

Coro<> suppresses(Scope s) {
  try {
    co_await sleep(s.at("asyncio.sleep(4)"), ms(4000));
  } catch (const CancelledError&) {
    s.at("print(\"suppressed").print("suppressed");
  }
}
Coro<> waits_for_one(Scope s) {
  s.at("asyncio.gather");
  co_await gather(s, suppresses(s.def("child")));
}
Coro<> the_child_suppresses(Scope s) {
  const Task<> task = create_task(s.at("create_task"), waits_for_one(s.def("one")));
  co_await sleep(s.at("asyncio.sleep"), ms(1000));
  s.at("task.cancel");
  task.cancel();
  try {
    s.at("await task");
    co_await task;
  } catch (const CancelledError&) {
    s.at("print(\"gone").print("gone");
  }
}
const Sample kTheChildSuppresses("cancel a gather whose child suppresses it", R"(import asyncio

async def child():
    try:
        await asyncio.sleep(4)
    except asyncio.CancelledError:
        print("suppressed")

async def one():
    await asyncio.gather(child())

async def main():
    task = asyncio.create_task(one())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("gone")

asyncio.run(main())
)",
                                 running<the_child_suppresses>);

Coro<> naps(Scope s) { co_await sleep(s.at("asyncio.sleep"), ms(9000)); }
Coro<> leaves_gathers(Scope s) {
  s.at("asyncio.gather(nap()");
  const auto two = gather(s, naps(s.def("nap")), naps(s.def("nap")));
  s.at("asyncio.gather(*");
  std::vector<Coro<>> more;
  more.push_back(naps(s.def("nap")));
  more.push_back(naps(s.def("nap")));
  const auto others = gather(s, std::move(more));
  co_await sleep(s.at("asyncio.sleep"), ms(1000));
}
Coro<> leaves_by_hand(Scope s) {
  s.at("run_until_complete");
  co_await run_until_complete(s, leaves_gathers(s.def("main")));
  s.at("loop.close");
  close_loop(s);
}
const Sample kLeftBehind("gathers left behind by a loop run by hand", R"(import asyncio

async def nap():
    await asyncio.sleep(9)

async def main():
    two = asyncio.gather(nap(), nap())
    others = asyncio.gather(*[nap(), nap()])
    await asyncio.sleep(1)

loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
)",
                         leaves_by_hand);

}  // namespace

TEST_CASE("what is to be among a gather's results is retrieved when there are results") {
  CHECK(told(*kNeverEnds.run(), {Kind::warning}) ==
        Lines{"fails warning Task exception was never retrieved"});
}

TEST_CASE("gather gives its results in the order of the arguments") {
  CHECK(outputs(*kGathers.run()) == Lines{"[3, 1, 2]"});
}

TEST_CASE("gather's waiter resumes two iterations after the last child's last step") {
  const Log log = kGathers.run();
  CHECK(steps(*log) ==
        "1 main, 2 job, 2 job 2, 2 job 3, 4 job 2 @1000, 7 job 3 @2000, 10 job @3000, "
        "12 main @3000");
  CHECK(told(*log, {Kind::wait_on, Kind::callback_ran}).front() ==
        "main wait_on gather: job job 2 job 3");
}

TEST_CASE("a gather of nothing is done at once") {
  const Log log = kGathersNothing.run();
  CHECK(outputs(*log) == Lines{"[]"});
  CHECK(steps(*log) == "1 main");
}

TEST_CASE("gather's first exception goes to the waiter at once, the other children go on") {
  const Log log = kOneFails.run();
  CHECK(outputs(*log) == Lines{"caught 1", "2"});
  CHECK(told(*log, {Kind::task_failed}) ==
        Lines{"job task_failed ValueError: 1", "job 3 task_failed ValueError: 3"});
  CHECK(count_of(*log, Kind::cancel_requested) == 0);
}

TEST_CASE("cancelling a gather cancels its children, and the waiter hears of it by them") {
  const Log log = kCancelsTheGather.run();
  CHECK(told(*log, {Kind::cancel_requested}) == Lines{"both cancel_requested by main, 1",
                                                      "sleeper cancel_requested by main, 1",
                                                      "sleeper 2 cancel_requested by main, 1"});
  CHECK(told(*log, {Kind::task_cancelled}) ==
        Lines{"sleeper task_cancelled", "sleeper 2 task_cancelled", "both task_cancelled"});
  CHECK(outputs(*log) == Lines{"gone"});
}

TEST_CASE("a cancelled child is an exception to gather's waiter, the others go on") {
  const Log log = kAChildIsCancelled.run();
  CHECK(outputs(*log) == Lines{"cancelled"});
  CHECK(told(*log, {Kind::task_finished}) == Lines{"sleeper task_finished", "main task_finished"});
}

TEST_CASE("nobody complains of a gather's own tasks that are left behind") {
  CHECK(count_of(*kLeftBehind.run(), Kind::warning) == 0);
}

TEST_CASE("a gather that was cancelled raises even if its child suppressed that") {
  CHECK(outputs(*kTheChildSuppresses.run()) == Lines{"suppressed", "gone"});
}

}  // namespace interleave::test
