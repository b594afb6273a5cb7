#include "runtime/timeout.h"

#include "runtime/errors.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<> limited(Scope s, Duration length) {
  Timeout limit(s.at("async with"), ms(1000));
  std::exception_ptr raised;
  try {
    co_await sleep(s.at("asyncio.sleep"), length);
  } catch (...) {
    raised = std::current_exception();
  }
  limit.exit(raised);
}
Coro<> too_late(Scope s) {
  std::string caught;
  try {
    s.at("await limited");
    co_await limited(s.def("limited"), ms(3000));
  } catch (const Error& error) {
    s.at("except");
    caught = error.type();
  }
  s.at("print").print(caught);
}
const Sample kTooLate("a timeout that expires", R"(import asyncio

async def limited(seconds):
    async with asyncio.timeout(1):
        await asyncio.sleep(seconds)

async def main():
    try:
        await limited(3)
    except TimeoutError:
        print("TimeoutError")

asyncio.run(main())
)",
                      running<too_late>);

Coro<> in_time(Scope s) {
  s.at("await limited");
  co_await limited(s.def("limited"), ms(500));
}
const Sample kInTime("a timeout that does not expire", R"(import asyncio

async def limited(seconds):
    async with asyncio.timeout(1):
        await asyncio.sleep(seconds)

async def main():
    await limited(0.5)

asyncio.run(main())
)",
                     running<in_time>);

Coro<> nested(Scope s, int outer_limit, int inner_limit) {
  Timeout outer(s.at("timeout(outer)"), ms(1000 * outer_limit));
  std::exception_ptr raised;
  try {
    std::exception_ptr raised_within;
    bool too_late_within = false;
    try {
      Timeout inner(s.at("timeout(inner)"), ms(1000 * inner_limit));
      try {
        co_await sleep(s.at("asyncio.sleep(4)"), ms(4000));
      } catch (...) {
        raised_within = std::current_exception();
      }
      inner.exit(raised_within);
    } catch (const CancelledError&) {
      s.at("except", 1);
      throw;
    } catch (const Error&) {
      s.at("print(\"inner").print("inner");
      too_late_within = true;
    }
    if (too_late_within) {
      co_await sleep(s.at("asyncio.sleep(2)"), ms(2000));
    }
  } catch (...) {
    raised = std::current_exception();
  }
  outer.exit(raised);
}
Coro<> tries_nested(Scope s, int outer, int inner) {
  try {
    s.at("await nested(");
    co_await nested(s.def("nested"), outer, inner);
    s.at("print(\"in time").print("in time");
  } catch (const Error&) {
    s.at("print(\"outer").print("outer");
  }
}
Coro<> in_each_other(Scope s) {
  s.at("tries(1, 2)");
  co_await tries_nested(s.def("tries"), 1, 2);
  s.at("tries(2, 1)");
  co_await tries_nested(s.def("tries"), 2, 1);
  s.at("tries(5, 1)");
  co_await tries_nested(s.def("tries"), 5, 1);
  s.at("tries(1, 1)");
  co_await tries_nested(s.def("tries"), 1, 1);
}
const Sample kNested("timeouts in each other", R"(import asyncio

async def nested(outer, inner):
    async with asyncio.timeout(outer):
        try:
            async with asyncio.timeout(inner):
                await asyncio.sleep(4)
        except TimeoutError:
            print("inner")
            await asyncio.sleep(2)

async def tries(outer, inner):
    try:
        await nested(outer, inner)
        print("in time")
    except TimeoutError:
        print("outer")

async def main():
    await tries(1, 2)
    await tries(2, 1)
    await tries(5, 1)
    await tries(1, 1)

asyncio.run(main())
)",
                     running<in_each_other>);

Coro<> moved(Scope s) {
  Timeout limit = Timeout::at(s.at("async with"), s.time() + ms(1000));
  std::exception_ptr raised;
  try {
    s.at("limit.reschedule(None)");
    limit.reschedule(std::nullopt);
    co_await sleep(s.at("asyncio.sleep(2)"), ms(2000));
    s.at("limit.reschedule(loop.time() + 1)");
    limit.reschedule(s.time() + ms(1000));
    s.at("print(limit.when(), limit.expired())")
        .print(repr(static_cast<double>(limit.when()->count()) / 1e9) + " " +
               repr(limit.expired()));
    s.at("limit.reschedule(loop.time())");
    limit.reschedule(s.time());
    co_await sleep(s.at("asyncio.sleep(3)"), ms(3000));
  } catch (...) {
    raised = std::current_exception();
  }
  std::string caught;
  try {
    limit.exit(raised);
  } catch (const Error&) {
    caught = "TimeoutError";
  }
  s.at("print(\"too late").print("too late " + repr(limit.expired()));
  try {
    s.at("limit.reschedule(9)");
    limit.reschedule(ms(9000));
  } catch (const Error& error) {
    s.at("print(error)").print(error.text());
  }
}
const Sample kMoved("a timeout that is rescheduled", R"(import asyncio

async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout_at(loop.time() + 1) as limit:
            limit.reschedule(None)
            await asyncio.sleep(2)
            limit.reschedule(loop.time() + 1)
            print(limit.when(), limit.expired())
            limit.reschedule(loop.time())
            await asyncio.sleep(3)
    except TimeoutError:
        print("too late", limit.expired())
    try:
        limit.reschedule(9)
    except RuntimeError as error:
        print(error)

asyncio.run(main())
)",
                    running<moved>);

Coro<> from_outside(Scope s) {
  const auto task = create_task(s.at("create_task"), limited(s.def("limited"), ms(3000)));
  co_await sleep(s.at("asyncio.sleep(0.5)"), ms(500));
  s.at("task.cancel");
  task.cancel();
  try {
    s.at("await task");
    co_await task;
  } catch (const CancelledError&) {
    s.at("print").print("cancelled");
  }
}
const Sample kFromOutside("a task within a timeout cancelled by another", R"(import asyncio

async def limited(seconds):
    async with asyncio.timeout(1):
        await asyncio.sleep(seconds)

async def main():
    task = asyncio.create_task(limited(3))
    await asyncio.sleep(0.5)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")

asyncio.run(main())
)",
                          running<from_outside>);

Coro<> at_once(Scope s, int limit) {
  Timeout none(s.at("async with"), ms(1000 * limit));
  std::exception_ptr raised;
  try {
    s.at("print(\"inside").print("inside");
    co_await sleep(s.at("asyncio.sleep(0)"), ms(0));
    co_await sleep(s.at("asyncio.sleep(1)"), ms(1000));
  } catch (...) {
    raised = std::current_exception();
  }
  none.exit(raised);
}
Coro<> of_no_time(Scope s) {
  for (const int limit : {0, -1}) {
    try {
      s.at("await at_once");
      co_await at_once(s.def("at_once"), limit);
    } catch (const Error&) {
      s.at("print(\"too late").print("too late");
    }
  }
  s.at("for limit");
}
const Sample kNoTime("a timeout of no time", R"(import asyncio

async def at_once(limit):
    async with asyncio.timeout(limit):
        print("inside")
        await asyncio.sleep(0)
        await asyncio.sleep(1)

async def main():
    for limit in 0, -1:
        try:
            await at_once(limit)
        except TimeoutError:
            print("too late")

asyncio.run(main())
)",
                     running<of_no_time>);

Coro<> made_first(Scope s) {
  Timeout limit(Timeout::NotEntered(), s.at("limit ="), ms(1000));
  try {
    s.at("limit.reschedule(2)");
    limit.reschedule(ms(2000));
  } catch (const Error& error) {
    s.at("print(error)", 1).print(error.text());
  }
  std::exception_ptr raised;
  try {
    limit.enter(s.at("async with limit:", 1));
    try {
      limit.enter(s.at("async with limit:", 2));
    } catch (const Error& error) {
      s.at("print(error)", 2).print(error.text());
    }
    co_await sleep(s.at("asyncio.sleep"), ms(3000));
  } catch (...) {
    raised = std::current_exception();
  }
  try {
    limit.exit(raised);
  } catch (const Error& error) {
    s.at("print(\"too late").print("too late");
  }
}
const Sample kMadeFirst("a timeout made before it is entered", R"(import asyncio

async def main():
    limit = asyncio.timeout_at(1)
    try:
        limit.reschedule(2)
    except RuntimeError as error:
        print(error)
    try:
        async with limit:
            try:
                async with limit:
                    pass
            except RuntimeError as error:
                print(error)
            await asyncio.sleep(3)
    except TimeoutError:
        print("too late")

asyncio.run(main())
)",
                        running<made_first>);

}  // namespace

TEST_CASE("a timeout is entered once") {
  CHECK(outputs(*kMadeFirst.run()) ==
        Lines{"Timeout has not been entered", "Timeout has already been entered", "too late"});
}

TEST_CASE("a timeout within a timeout: the one that expires first counts") {
  CHECK(outputs(*kNested.run()) == Lines{"outer", "inner", "outer", "inner", "in time", "outer"});
}

TEST_CASE("a timeout may be moved until it has expired") {
  CHECK(outputs(*kMoved.run()) ==
        Lines{"3.0 False", "too late True", "Cannot change state of expired Timeout"});
}

TEST_CASE("a cancellation from outside passes through a timeout") {
  const Log log = kFromOutside.run();
  CHECK(outputs(*log) == Lines{"cancelled"});
  CHECK(count_of(*log, Kind::cancel_uncounted) == 0);
}

TEST_CASE("a timeout of no time expires at the next iteration, without a timer") {
  const Log log = kNoTime.run();
  CHECK(outputs(*log) == Lines{"inside", "too late", "inside", "too late"});
  CHECK(log->back().t_ns == 0);
}

TEST_CASE("a timeout cancels what is awaited and raises TimeoutError") {
  const Log log = kTooLate.run();
  CHECK(outputs(*log) == Lines{"TimeoutError"});
  CHECK(log->back().t_ns == 1'000'000'000);
}

TEST_CASE("a timeout that is left in time takes its timer away") {
  const Log log = kInTime.run();
  CHECK(log->back().t_ns == 500'000'000);
  CHECK(count_of(*log, Kind::timer_cancelled) == 1);
}

}  // namespace interleave::test
