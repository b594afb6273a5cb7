#include <string>

#include "tests/bench/bare_ring.h"
#include "tests/bench/bench.h"
#include "tests/bench/switching.h"

namespace interleave::bench {

namespace {

constexpr auto kKeep = EventLog::Retention::keep;
constexpr auto kRecycle = EventLog::Retention::recycle;
constexpr const char* kRing = "a bare ring of coroutine handles";
constexpr const char* kCPython = "CPython";

double ring_ns(std::size_t tasks, std::size_t rounds) {
  return nanoseconds([=] { run_bare_ring(tasks, rounds); }, static_cast<double>(tasks * rounds));
}

Row at(const std::string& tasks, double ours, double cpython) {
  return {"a traced switch among " + tasks + " tasks",
          "ns",
          kCPython,
          ours,
          cpython,
          1.0 / 50,
          1.0 / 100};
}

}  // namespace

std::vector<Row> switch_rows() {
  // A million switches each time, CPython a tenth of that.
  const auto f = medians({
                             [] { return ring_ns(1'000, 1'000); },
                             [] { return switch_ns(1'000, 1'000, kKeep); },
                             [] { return switch_ns(1'000, 1'000, kRecycle); },
                             [] { return cpython_switch_ns(1'000, 100); },
                             [] { return switch_ns(10, 100'000, kKeep); },
                             [] { return cpython_switch_ns(10, 10'000); },
                         },
                         kRuns);
  const double ring = f[0];
  const double kept = f[1];
  const auto many = medians({
                                [] { return switch_ns(1'000, 2'000, kKeep); },
                                [] { return switch_ns(100'000, 20, kKeep); },
                                [] { return cpython_switch_ns(100'000, 2); },
                            },
                            kFewRuns);
  return {
      {"a traced switch, every event kept", "ns", kRing, kept, ring, 8, 5},
      {"a traced switch, buffer of 4,096 events recycled", "ns", kRing, f[2], ring, 6, 4},
      at("10", f[4], f[5]),
      at("1,000", kept, f[3]),
      at("100,000", many[1], many[2]),
      {"a switch among 100,000 tasks", "ns", "the same among 1,000", many[1], many[0], 2},
      // A switch is three events.
      {"an event recorded and its share of the switch: " +
           std::to_string(static_cast<int>(3e3 / kept)) + " million a second",
       "ns", kRing, kept / 3, ring, 8.0 / 3, 5.0 / 3},
  };
}

}  // namespace interleave::bench
