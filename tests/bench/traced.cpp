#include "tests/bench/traced.h"

#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>
#include <vector>

#include "runtime/gather.h"
#include "runtime/run.h"
#include "runtime/script.h"
#include "runtime/sleep.h"

namespace interleave::bench {

namespace {

constexpr const char* kListing = R"(async def worker():
    for _ in range(YIELDS):
        await asyncio.sleep(0)

async def main():
    await asyncio.gather(*(worker() for _ in range(TASKS)))

asyncio.run(main())
)";

Coro<> worker(Scope s, std::size_t yields) {
  s.at_line(3);
  for (std::size_t i = 0; i < yields; ++i) {
    co_await sleep(s, Duration::zero());
  }
}

Coro<> main_task(Scope s, std::size_t tasks, std::size_t yields) {
  const Scope scope = s.def("worker");
  std::vector<Coro<>> workers;
  workers.reserve(tasks);
  for (std::size_t i = 0; i < tasks; ++i) {
    workers.push_back(worker(scope, yields));
  }
  s.at("gather");
  co_await gather(s, std::move(workers));
}

Coro<> module(Scope s, std::size_t tasks, std::size_t yields) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), tasks, yields));
}

// Prints nanoseconds an operation, as CPython itself measures them.
constexpr const char* kPython = R"(
import asyncio, sys, time
tasks, yields = int(sys.argv[1]), int(sys.argv[2])
async def worker():
    for _ in range(yields):
        await asyncio.sleep(0)
async def main():
    start = time.perf_counter()
    await asyncio.gather(*[worker() for _ in range(tasks)])
    print((time.perf_counter() - start) * 1e9 / (tasks * max(yields, 1)))
asyncio.run(main())
)";

}  // namespace

void run_traced(std::size_t tasks, std::size_t yields, EventLog::Retention retention) {
  Script::Options options;
  options.limits.events = std::numeric_limits<std::int64_t>::max();
  options.retention = retention;
  Script script(
      kListing, [=](Scope s) { return module(std::move(s), tasks, yields); }, std::move(options));
  script.run_to_end();
}

double cpython_ns(std::size_t tasks, std::size_t yields) {
  const std::string command = "python3 -c '" + std::string(kPython) + "' " + std::to_string(tasks) +
                              " " + std::to_string(yields);
  FILE* pipe = popen(command.c_str(), "r");
  double ns = 0;
  if (pipe == nullptr || std::fscanf(pipe, "%lf", &ns) != 1) {
    ns = 0;
  }
  if (pipe != nullptr) {
    pclose(pipe);
  }
  return ns;
}

}  // namespace interleave::bench
