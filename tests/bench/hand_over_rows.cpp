#include <string>
#include <utility>
#include <vector>

#include "runtime/queue.h"
#include "runtime/semaphore.h"
#include "runtime/sleep.h"
#include "runtime/task.h"
#include "tests/bench/bench.h"
#include "tests/bench/workload.h"

namespace interleave::bench {

namespace {

constexpr int kItems = 100'000;
constexpr int kVisitors = 10;
constexpr int kPythonShare = 10;  // CPython does a tenth of it

Coro<> consumer(Scope s, Queue<int> queue, int items) {
  s.at_line(2);
  for (int i = 0; i < items; ++i) {
    co_await queue.get();
  }
}

Coro<> producer(Scope s, Scope of_worker, Stopwatch& watch) {
  s.at_line(5);
  const Queue<int> queue(s, "queue", 1);
  const Task<> other = create_task(s, consumer(std::move(of_worker), queue, kItems));
  co_await sleep(s, Duration::zero());
  watch.start();
  for (int i = 0; i < kItems; ++i) {
    co_await queue.put(i);
  }
  co_await other;
  watch.stop();
}

Coro<> visitor(Scope s, Semaphore slots, int visits) {
  s.at_line(2);
  for (int i = 0; i < visits; ++i) {
    co_await slots.acquire();
    co_await sleep(s, Duration::zero());
    slots.release();
  }
}

Coro<> host(Scope s, Scope of_worker, Stopwatch& watch) {
  s.at_line(5);
  const Semaphore slots(s, 1);
  std::vector<Task<>> visitors;
  watch.start();
  for (int i = 0; i < kVisitors; ++i) {
    visitors.push_back(create_task(s, visitor(of_worker, slots, kItems / kVisitors)));
  }
  for (const Task<>& one : visitors) {
    co_await one;
  }
  watch.stop();
}

constexpr const char* kQueueInPython = R"(
items, = arguments
async def consumer(queue):
    for _ in range(items):
        await queue.get()
async def main():
    queue = asyncio.Queue(1)
    other = asyncio.create_task(consumer(queue))
    await asyncio.sleep(0)
    start()
    for i in range(items):
        await queue.put(i)
    await other
    stop(items)
asyncio.run(main())
)";

constexpr const char* kSemaphoreInPython = R"(
visits, visitors = arguments
async def visitor(slots):
    for _ in range(visits // visitors):
        await slots.acquire()
        await asyncio.sleep(0)
        slots.release()
async def main():
    slots = asyncio.Semaphore(1)
    start()
    tasks = [asyncio.create_task(visitor(slots)) for _ in range(visitors)]
    for one in tasks:
        await one
    stop(visits)
asyncio.run(main())
)";

}  // namespace

std::vector<Row> hand_over_rows() {
  const std::string fewer = std::to_string(kItems / kPythonShare);
  const auto f = medians(
      {
          [] { return run({producer}, kItems); },
          [&] { return run_python(kQueueInPython, fewer); },
          [] { return run({host}, kItems); },
          [&] { return run_python(kSemaphoreInPython, fewer + " " + std::to_string(kVisitors)); },
      },
      kRuns);
  return {
      {"an item handed over by a queue of one place", "ns", "CPython", f[0], f[1], 1.0 / 5,
       1.0 / 10},
      {"a slot handed over by a semaphore that 10 tasks want", "ns", "CPython", f[2], f[3], 1.0 / 5,
       1.0 / 10},
  };
}

}  // namespace interleave::bench
