#include "runtime/barrier.h"

#include "runtime/gather.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<> arrives(Scope s, Barrier gate, int delay) {
  co_await sleep(s.at("asyncio.sleep(delay)"), ms(1000 * delay));
  try {
    s.at("place = await");
    const std::int64_t place = co_await gate.wait();
    s.at("print(delay, place)").print(std::to_string(delay) + " " + std::to_string(place));
  } catch (const CancelledError&) {
    s.at("except");
    throw;
  } catch (const Error& error) {
    s.at("print(delay, error)").print(std::to_string(delay) + " " + error.text());
  }
}

Coro<> comes_round_twice(Scope s) {
  const Barrier gate(s.at("asyncio.Barrier"), 2, "gate");
  s.at("asyncio.gather");
  co_await gather(s, arrives(s.def("arrives"), gate, 3), arrives(s.def("arrives"), gate, 1),
                  arrives(s.def("arrives"), gate, 1), arrives(s.def("arrives"), gate, 1));
}
const Sample kTwice("a barrier that trips twice", R"(import asyncio

async def arrives(gate, delay):
    await asyncio.sleep(delay)
    try:
        place = await gate.wait()
        print(delay, place)
    except asyncio.BrokenBarrierError as error:
        print(delay, error)

async def main():
    gate = asyncio.Barrier(2)
    await asyncio.gather(arrives(gate, 3), arrives(gate, 1), arrives(gate, 1), arrives(gate, 1))

asyncio.run(main())
)",
                    running<comes_round_twice>);

Coro<> broken_and_mended(Scope s) {
  const Barrier gate(s.at("asyncio.Barrier"), 3, "gate");
  create_task(s.at("arrives(gate, 0)", 1), arrives(s.def("arrives"), gate, 0));
  create_task(s.at("arrives(gate, 0)", 2), arrives(s.def("arrives"), gate, 0));
  create_task(s.at("arrives(gate, 3)"), arrives(s.def("arrives"), gate, 3));
  co_await sleep(s.at("asyncio.sleep(1)"), ms(1000));
  s.at("print(gate.n_waiting, gate.broken)")
      .print(repr(gate.n_waiting()) + " " + repr(gate.broken()));
  s.at("await gate.reset()", 1);
  co_await gate.reset();
  co_await sleep(s.at("asyncio.sleep(0)"), ms(0));
  s.at("await gate.abort()");
  co_await gate.abort();
  s.at("print(gate.n_waiting, gate.broken)", 2)
      .print(repr(gate.n_waiting()) + " " + repr(gate.broken()));
  co_await sleep(s.at("asyncio.sleep(4)"), ms(4000));
  s.at("await gate.reset()", 2);
  co_await gate.reset();
  s.at("print(gate.parties, gate.broken)").print(repr(gate.parties()) + " " + repr(gate.broken()));
}
const Sample kBroken("a barrier reset, aborted, and reset again", R"(import asyncio

async def arrives(gate, delay):
    await asyncio.sleep(delay)
    try:
        place = await gate.wait()
        print(delay, place)
    except asyncio.BrokenBarrierError as error:
        print(delay, error)

async def main():
    gate = asyncio.Barrier(3)
    asyncio.create_task(arrives(gate, 0))
    asyncio.create_task(arrives(gate, 0))
    asyncio.create_task(arrives(gate, 3))
    await asyncio.sleep(1)
    print(gate.n_waiting, gate.broken)
    await gate.reset()
    await asyncio.sleep(0)
    await gate.abort()
    print(gate.n_waiting, gate.broken)
    await asyncio.sleep(4)
    await gate.reset()
    print(gate.parties, gate.broken)

asyncio.run(main())
)",
                     running<broken_and_mended>);

Coro<> one_gives_up(Scope s) {
  const Barrier gate(s.at("asyncio.Barrier"), 2, "gate");
  const auto first = create_task(s.at("first ="), arrives(s.def("arrives"), gate, 0));
  co_await sleep(s.at("asyncio.sleep(1)"), ms(1000));
  s.at("first.cancel");
  first.cancel();
  s.at("asyncio.gather");
  co_await gather(s, arrives(s.def("arrives"), gate, 1), arrives(s.def("arrives"), gate, 2));
}
const Sample kGivesUp("a barrier that one leaves", R"(import asyncio

async def arrives(gate, delay):
    await asyncio.sleep(delay)
    try:
        place = await gate.wait()
        print(delay, place)
    except asyncio.BrokenBarrierError as error:
        print(delay, error)

async def main():
    gate = asyncio.Barrier(2)
    first = asyncio.create_task(arrives(gate, 0))
    await asyncio.sleep(1)
    first.cancel()
    await asyncio.gather(arrives(gate, 1), arrives(gate, 2))

asyncio.run(main())
)",
                      running<one_gives_up>);

Coro<> of_nobody(Scope s) {
  try {
    const Barrier gate(s.at("asyncio.Barrier"), 0, "gate");
  } catch (const Error& error) {
    s.at("print").print(error.text());
  }
  co_return;
}
const Sample kOfNobody("a barrier of nobody", R"(import asyncio

async def main():
    try:
        gate = asyncio.Barrier(0)
    except ValueError as error:
        print(error)

asyncio.run(main())
)",
                       running<of_nobody>);

}  // namespace

TEST_CASE("a barrier lets its parties pass together, and newcomers wait until they have gone") {
  CHECK(outputs(*kTwice.run()) == Lines{"1 1", "1 0", "3 1", "1 0"});
}

TEST_CASE("a barrier that is reset or aborted throws out those who wait, and broken ones refuse") {
  CHECK(outputs(*kBroken.run()) == Lines{"2 False", "0 Abort or reset of barrier",
                                         "0 Abort or reset of barrier", "0 True",
                                         "3 Barrier aborted", "3 False"});
}

TEST_CASE("a barrier counts off who gives up waiting") {
  CHECK(outputs(*kGivesUp.run()) == Lines{"2 1", "1 0"});
}

TEST_CASE("a barrier has at least one party") {
  CHECK(outputs(*kOfNobody.run()) == Lines{"parties must be > 0"});
}

}  // namespace interleave::test
