#include "runtime/deadlock.h"

#include "runtime/create_future.h"
#include "runtime/gather.h"
#include "runtime/holding.h"
#include "runtime/lock.h"
#include "runtime/queue.h"
#include "runtime/semaphore.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

std::string failure(const Sample& sample) {
  const Log log = sample.run();
  return std::string(log->text(log->back().a));
}

Coro<> takes(Scope s, Lock first, Lock second) {
  s.at("async with first");
  co_await first.acquire();
  const Holding held(s, first);
  co_await sleep(s.at("asyncio.sleep"), ms(0));
  s.at("async with second");
  co_await second.acquire();
  const Holding held_too(s, second);
}
Coro<> in_a_circle(Scope s) {
  const Lock left(s.at("left ="), "left");
  const Lock middle(s.at("middle ="), "middle");
  const Lock right(s.at("right ="), "right");
  s.at("asyncio.gather");
  co_await gather(s, takes(s.def("takes"), left, middle), takes(s.def("takes"), middle, right),
                  takes(s.def("takes"), right, left));
}
const Sample kCircle("a deadlock of three in a circle", R"(import asyncio

async def takes(first, second):
    async with first:
        await asyncio.sleep(0)
        async with second:
            pass

async def main():
    left = asyncio.Lock()
    middle = asyncio.Lock()
    right = asyncio.Lock()
    await asyncio.gather(takes(left, middle), takes(middle, right), takes(right, left))

asyncio.run(main())
)",
                     running<in_a_circle>);

Coro<> twice(Scope s) {
  const Lock door(s.at("door ="), "door");
  s.at("await door.acquire()", 1);
  co_await door.acquire();
  s.at("await door.acquire()", 2);
  co_await door.acquire();
}
const Sample kTwice("a deadlock of a task with itself", R"(import asyncio

async def main():
    door = asyncio.Lock()
    await door.acquire()
    await door.acquire()

asyncio.run(main())
)",
                    running<twice>);

Coro<> keeps(Scope s, Semaphore door) {
  s.at("await door.acquire");
  co_await door.acquire();
}
Coro<> visits(Scope s, Semaphore door, Queue<int> letters) {
  co_await sleep(s.at("asyncio.sleep"), ms(1000));
  s.at("async with door");
  co_await door.acquire();
  const Holding held(s, door);
  s.at("await letters.get");
  co_await letters.get();
}
Coro<> everybody_waits(Scope s) {
  const Semaphore door(s.at("door ="), 1, "door");
  const Queue<int> letters(s.at("letters ="), "letters");
  const auto answer = create_future<int>(s.at("answer ="), "answer");
  create_task(s.at("keeps(door)"), keeps(s.def("keeps"), door));
  create_task(s.at("visits(door, letters)"), visits(s.def("visits"), door, letters));
  Coro<int> letter = letters.get();
  s.at("asyncio.gather");
  co_await gather(s, std::move(letter), answer);
}
const Sample kEverybody("a deadlock without a circle", R"(import asyncio

async def keeps(door):
    await door.acquire()

async def visits(door, letters):
    await asyncio.sleep(1)
    async with door:
        await letters.get()

async def main():
    door = asyncio.Semaphore(1)
    letters = asyncio.Queue()
    answer = asyncio.get_running_loop().create_future()
    asyncio.create_task(keeps(door))
    asyncio.create_task(visits(door, letters))
    await asyncio.gather(letters.get(), answer)

asyncio.run(main())
)",
                        running<everybody_waits>);

}  // namespace

TEST_CASE("a circle of tasks that hold what the next one waits for is told from the first") {
  CHECK(failure(kCircle) ==
        "deadlock: takes holds left, waits for middle, held by takes 2, which waits for right, "
        "held by takes 3, which waits for left");
  CHECK(failure(kTwice) == "deadlock: main holds door, waits for door");
}

TEST_CASE("without a circle every task is told, with what it waits for and who holds that") {
  CHECK(failure(kEverybody) ==
        "deadlock: main waits for gather; visits waits for door, held by keeps, which has ended; "
        "get waits for letters");
}

}  // namespace interleave::test
