#include <string>
#include <utility>
#include <vector>

#include "runtime/gather.h"
#include "runtime/sleep.h"
#include "runtime/task.h"
#include "tests/bench/bench.h"
#include "tests/bench/workload.h"

namespace interleave::bench {

namespace {

constexpr std::size_t kTasks = 1'000;

Coro<> sleeper(Scope s) {
  s.at_line(2);
  co_await sleep(s, std::chrono::hours(1));
}

Coro<> main_task(Scope s, Scope of_worker, Stopwatch& watch) {
  s.at_line(5);
  std::vector<Task<>> sleepers;
  for (std::size_t i = 0; i < kTasks; ++i) {
    sleepers.push_back(create_task(s, sleeper(of_worker)));
  }
  co_await sleep(s, Duration::zero());
  watch.start();
  for (const Task<>& one : sleepers) {
    one.cancel();
  }
  auto all = gather(s, return_exceptions, std::move(sleepers));
  co_await all;
  watch.stop();
}

constexpr const char* kPython = R"(
tasks, = arguments
async def sleeper():
    await asyncio.sleep(3600)
async def main():
    sleepers = [asyncio.create_task(sleeper()) for _ in range(tasks)]
    await asyncio.sleep(0)
    start()
    for one in sleepers:
        one.cancel()
    await asyncio.gather(*sleepers, return_exceptions=True)
    stop(tasks)
asyncio.run(main())
)";

}  // namespace

std::vector<Row> cancel_rows() {
  const auto f = medians({[] { return run({main_task}, kTasks); },
                          [] { return run_python(kPython, std::to_string(kTasks)); }},
                         2 * kRuns + 1);
  // Most of ours is what throwing and catching costs in C++.
  return {{"a sleeping task cancelled, request to end", "ns", "CPython", f[0], f[1], 1, 1.0 / 2}};
}

}  // namespace interleave::bench
