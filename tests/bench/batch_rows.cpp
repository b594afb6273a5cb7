#include <string>
#include <utility>
#include <vector>

#include "runtime/gather.h"
#include "runtime/task.h"
#include "tests/bench/bench.h"
#include "tests/bench/workload.h"

namespace interleave::bench {

namespace {

constexpr std::size_t kTasks = 1'000;
constexpr int kBatches = 20;  // one after the other in a run, on both sides

Coro<> worker(Scope s) {
  s.at_line(2);
  co_return;
}

Coro<> main_task(Scope s, Scope of_worker, Stopwatch& watch) {
  s.at_line(5);
  watch.start();
  for (int batch = 0; batch < kBatches; ++batch) {
    std::vector<Coro<>> workers;
    workers.reserve(kTasks);
    for (std::size_t i = 0; i < kTasks; ++i) {
      workers.push_back(worker(of_worker));
    }
    auto all = gather(s, std::move(workers));
    co_await all;
  }
  watch.stop();
}

constexpr const char* kPython = R"(
tasks, batches = arguments
async def worker():
    pass
async def main():
    start()
    for _ in range(batches):
        await asyncio.gather(*[worker() for _ in range(tasks)])
    stop(tasks * batches)
asyncio.run(main())
)";

double batch_ns() {
  Workload workload;
  workload.main = [](Scope main, Scope of_worker, Stopwatch& watch) {
    return main_task(std::move(main), std::move(of_worker), watch);
  };
  return run(workload, static_cast<double>(kTasks * kBatches));
}

}  // namespace

std::vector<Row> batch_rows() {
  const auto f = medians(
      {batch_ns,
       [] { return run_python(kPython, std::to_string(kTasks) + " " + std::to_string(kBatches)); }},
      kRuns);
  return {{"an empty task in a batch of 1,000, creation to end", "ns", "CPython", f[0], f[1],
           1.0 / 40, 1.0 / 100}};
}

}  // namespace interleave::bench
