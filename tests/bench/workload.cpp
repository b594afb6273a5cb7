#include "tests/bench/workload.h"

#include <cstdio>
#include <limits>
#include <stdexcept>
#include <utility>

#include "runtime/run.h"
#include "runtime/script.h"
#include "tests/bench/bench.h"

namespace interleave::bench {

namespace {

constexpr const char* kListing = R"(async def worker():
    pass

async def main():
    pass

asyncio.run(main())
)";

constexpr const char* kPrelude = R"(
import asyncio, sys, time
begun = 0
def start():
    global begun
    begun = time.thread_time()
def stop(operations):
    print((time.thread_time() - begun) * 1e9 / operations)
arguments = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
)";

Coro<> module(Scope s, const Workload* workload, Stopwatch* watch) {
  Coro<> main = workload->main(s.def("main"), s.def("worker"), *watch);
  Coro<> whole = run(s.at("asyncio.run"), std::move(main));
  co_await whole;
}

}  // namespace

void Stopwatch::start() { started_ = processor_ns(); }
void Stopwatch::stop() { ns_ = processor_ns() - started_; }

double run(const Workload& workload, double operations) {
  Stopwatch watch;
  Script::Options options;
  options.limits.events = std::numeric_limits<std::int64_t>::max();
  options.retention = workload.retention;
  Script script(
      kListing, [&](Scope s) { return module(std::move(s), &workload, &watch); },
      std::move(options));
  script.run_to_end();
  if (script.log()->back().kind != Kind::program_finished) {
    throw std::runtime_error("a program that is measured did not finish");
  }
  return watch.ns() / operations;
}

double run_python(const std::string& program, const std::string& arguments) {
  const std::string command =
      "python3 -c '" + std::string(kPrelude) + program + "' " + arguments + " 2>/dev/null";
  FILE* pipe = popen(command.c_str(), "r");
  double figure = 0;
  if (pipe == nullptr || std::fscanf(pipe, "%lf", &figure) != 1) {
    figure = 0;
  }
  if (pipe != nullptr) {
    pclose(pipe);
  }
  return figure;
}

}  // namespace interleave::bench
