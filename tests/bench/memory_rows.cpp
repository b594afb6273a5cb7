#include <unistd.h>

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "runtime/event_log.h"
#include "runtime/recorder.h"
#include "runtime/sleep.h"
#include "runtime/task.h"
#include "tests/bench/bench.h"
#include "tests/bench/switching.h"
#include "tests/bench/workload.h"

namespace interleave::bench {

namespace {

constexpr std::size_t kTasks = 1'000'000;

// What this process has in memory, bytes.
double resident() {
  long total = 0;
  long pages = 0;
  FILE* file = std::fopen("/proc/self/statm", "r");
  if (file == nullptr || std::fscanf(file, "%ld %ld", &total, &pages) != 2) {
    pages = 0;
  }
  if (file != nullptr) {
    std::fclose(file);
  }
  return static_cast<double>(pages) * static_cast<double>(sysconf(_SC_PAGESIZE));
}

Coro<> worker(Scope s) {
  s.at_line(2);
  for (int i = 0; i < 2; ++i) {
    co_await sleep(s, Duration::zero());
  }
}

// All of them alive, started and suspended once, with every event of it.
Coro<> main_task(Scope s, Scope of_worker, double* bytes) {
  s.at_line(5);
  const double before = resident();
  std::vector<Task<>> workers;
  for (std::size_t i = 0; i < kTasks; ++i) {
    workers.push_back(create_task(s, worker(of_worker)));
  }
  co_await sleep(s, Duration::zero());
  *bytes = (resident() - before) / static_cast<double>(kTasks);
  for (const Task<>& one : workers) {
    co_await one;
  }
}

double bytes_a_task() {
  double bytes = 0;
  Workload workload;
  workload.main = [&bytes](Scope main, Scope of_worker, Stopwatch&) {
    return main_task(std::move(main), std::move(of_worker), &bytes);
  };
  static_cast<void>(run(workload, 1));
  return bytes;
}

constexpr const char* kPython = R"(
tasks, = arguments
def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096
async def worker():
    for _ in range(2):
        await asyncio.sleep(0)
async def main():
    before = resident()
    workers = [asyncio.create_task(worker()) for _ in range(tasks)]
    await asyncio.sleep(0)
    print((resident() - before) / tasks)
    for one in workers:
        await one
asyncio.run(main())
)";

// Of a run of 1,000 tasks that switch.
double bytes_an_event() {
  const auto log = std::make_shared<EventLog>();
  Recorder recorder(log, std::make_unique<VirtualClock>(), Limits{kTasks});
  for (std::uint32_t i = 0; i + 2 < kTasks; i += 3) {
    if (i % 3'000 == 0) {
      recorder.set_iteration(recorder.iteration() + 1);
    }
    ++recorder.step;
    recorder.put(Kind::task_resumed, 0, i, 1, 0);
    recorder.put_yield(i, 1);
  }
  return static_cast<double>(log->event_bytes()) / static_cast<double>(log->size());
}

double kept_switch_ns() { return switch_ns(1'000, 1'000, EventLog::Retention::keep); }

}  // namespace

std::optional<double> fresh(const std::string& measurement) {
  if (measurement == "task") {
    return bytes_a_task();
  }
  if (measurement == "switch") {
    return kept_switch_ns();
  }
  return std::nullopt;
}

std::vector<Row> memory_rows() {
  const auto f = medians({[] { return in_fresh_process("switch"); }, kept_switch_ns}, kRuns);
  const double task = in_fresh_process("task");
  const double in_cpython = run_python(kPython, std::to_string(kTasks));
  return {
      {"an event in memory, chunks and all", "bytes", "a record of 32 bytes", bytes_an_event(), 32,
       1, 0.75},
      {"a traced switch into memory never touched before", "ns", "the same into touched memory",
       f[0], f[1], 4, 3},
      {"a task of a million alive, " + std::to_string(static_cast<int>(task * 1e-6 * kTasks)) +
           " MB in all, its events included",
       "bytes", "CPython", task, in_cpython, 1, 0.5},
  };
}

}  // namespace interleave::bench
