#include "tests/bench/switching.h"

#include <string>
#include <utility>
#include <vector>

#include "runtime/gather.h"
#include "runtime/sleep.h"
#include "runtime/task.h"
#include "tests/bench/workload.h"

namespace interleave::bench {

namespace {

Coro<> worker(Scope s, std::size_t rounds) {
  s.at_line(2);
  for (std::size_t i = 0; i < rounds; ++i) {
    co_await sleep(s, Duration::zero());
  }
}

// Its own turns tell it when a round is over.
Coro<> main_task(Scope s, Scope of_worker, Stopwatch& watch, std::size_t tasks,
                 std::size_t rounds) {
  s.at_line(5);
  std::vector<Task<>> workers;
  workers.reserve(tasks);
  for (std::size_t i = 0; i < tasks; ++i) {
    workers.push_back(create_task(s, worker(of_worker, rounds + 2)));
  }
  co_await sleep(s, Duration::zero());
  watch.start();
  for (std::size_t i = 0; i < rounds; ++i) {
    co_await sleep(s, Duration::zero());
  }
  watch.stop();
  for (const Task<>& one : workers) {
    co_await one;
  }
}

constexpr const char* kPython = R"(
tasks, rounds = arguments
async def worker():
    for _ in range(rounds + 2):
        await asyncio.sleep(0)
async def main():
    workers = [asyncio.create_task(worker()) for _ in range(tasks)]
    await asyncio.sleep(0)
    start()
    for _ in range(rounds):
        await asyncio.sleep(0)
    stop((tasks + 1) * rounds)
    for one in workers:
        await one
asyncio.run(main())
)";

}  // namespace

double switch_ns(std::size_t tasks, std::size_t rounds, EventLog::Retention retention) {
  Workload workload;
  workload.retention = retention;
  workload.main = [=](Scope main, Scope of_worker, Stopwatch& watch) {
    return main_task(std::move(main), std::move(of_worker), watch, tasks, rounds);
  };
  return run(workload, static_cast<double>((tasks + 1) * rounds));
}

double cpython_switch_ns(std::size_t tasks, std::size_t rounds) {
  return run_python(kPython, std::to_string(tasks) + " " + std::to_string(rounds));
}

}  // namespace interleave::bench
