#include "runtime/queue.h"

#include "runtime/gather.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<> produces(Scope s, Queue<int> queue) {
  for (int item = 0; item < 4; ++item) {
    s.at("await queue.put");
    co_await queue.put(item * item);
    s.at("print").print("put " + std::to_string(item));
  }
  s.at("for item");
}
Coro<> consumes(Scope s, Queue<int> queue) {
  while (true) {
    s.at("item = await");
    const int item = co_await queue.get();
    co_await sleep(s.at("asyncio.sleep"), ms(1000));
    s.at("print").print("got " + std::to_string(item));
    s.at("task_done");
    queue.task_done();
  }
}
Coro<> back_pressure(Scope s) {
  const Queue<int> queue(s.at("asyncio.Queue"), "queue", 2);
  const auto consumer = create_task(s.at("create_task"), consumes(s.def("consumes"), queue));
  s.at("await produces");
  co_await produces(s.def("produces"), queue);
  s.at("queue.join");
  co_await queue.join();
}
const Sample kQueue("a bounded queue that is joined", R"(import asyncio

async def produces(queue):
    for item in range(4):
        await queue.put(item * item)
        print("put", item)

async def consumes(queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(1)
        print("got", item)
        queue.task_done()

async def main():
    queue = asyncio.Queue(2)
    consumer = asyncio.create_task(consumes(queue))
    await produces(queue)
    await queue.join()

asyncio.run(main())
)",
                    running<back_pressure>);

std::vector<int> taken(const Scope& s, QueueOrder order) {
  const Queue<int> queue(s, "queue", 0, order);
  for (const int item : {2, 1, 3}) {
    queue.put_nowait(item);
  }
  std::vector<int> out;
  while (!queue.empty()) {
    out.push_back(queue.get_nowait());
  }
  CHECK_THROWS_WITH(queue.get_nowait(), "QueueEmpty");
  return out;
}
Coro<> checks_orders(Scope s) {
  s.at("pass");
  CHECK(taken(s, QueueOrder::first_in) == std::vector<int>{2, 1, 3});
  CHECK(taken(s, QueueOrder::last_in) == std::vector<int>{3, 1, 2});
  CHECK(taken(s, QueueOrder::least) == std::vector<int>{1, 2, 3});
  co_return;
}

}  // namespace

TEST_CASE("a bounded queue makes a producer wait for room, and join waits for the last task_done") {
  const Log log = kQueue.run();
  CHECK(outputs(*log) ==
        Lines{"put 0", "put 1", "put 2", "got 0", "put 3", "got 1", "got 4", "got 9"});
  CHECK(log->back().t_ns == 4'000'000'000);
}

TEST_CASE("a queue gives the oldest, the newest or the least, by its order") {
  Script script("async def main():\n    pass\n\nasyncio.run(main())\n", running<checks_orders>);
  script.run_to_end();
}

}  // namespace interleave::test
