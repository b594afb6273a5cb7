#include "tests/bench/bare_ring.h"
#include "tests/bench/bench.h"
#include "tests/bench/traced.h"

namespace interleave::bench {

namespace {

constexpr std::size_t kTasks = 1000;
constexpr std::size_t kYields = 1000;
constexpr double kSwitches = static_cast<double>(kTasks * kYields);

double traced(EventLog::Retention retention) {
  return nanoseconds([retention] { run_traced(kTasks, kYields, retention); }, kSwitches);
}

}  // namespace

std::vector<Row> switch_rows() {
  const auto figures = medians({
      [] { return nanoseconds([] { run_bare_ring(kTasks, kYields); }, kSwitches); },
      [] { return traced(EventLog::Retention::keep); },
      [] { return traced(EventLog::Retention::recycle); },
      [] { return cpython_ns(kTasks, kYields / 10); },
      [] {
        return nanoseconds([] { run_traced(kTasks, 0, EventLog::Retention::keep); },
                           static_cast<double>(kTasks));
      },
      [] { return cpython_ns(kTasks, 0); },
  });
  return {
      {"a traced switch, events kept / a bare ring", figures[1], figures[0], 8},
      {"a traced switch, recycled buffer / a bare ring", figures[2], figures[0], 6},
      {"a traced switch, events kept / CPython", figures[1], figures[3], 1.0 / 50},
      {"an empty task in a batch / CPython", figures[4], figures[5], 1.0 / 40},
  };
}

}  // namespace interleave::bench
