#include <string>
#include <vector>

#include "runtime/sleep.h"
#include "runtime/timer.h"
#include "tests/bench/bench.h"
#include "tests/bench/workload.h"

namespace interleave::bench {

namespace {

constexpr std::int64_t kPending = 1'000'000;
constexpr int kSleeps = 20'000;

// A nanosecond each: CPython's clock is a real one, and must not have to wait.
Coro<> main_task(Scope s, Scope, Stopwatch& watch) {
  s.at_line(5);
  std::vector<Ref<Timer>> timers;
  timers.reserve(kPending);
  for (std::int64_t i = 0; i < kPending; ++i) {
    const std::int64_t due_ns = Duration(std::chrono::hours(1)).count() + i;
    timers.push_back(make_counted<Timer>(s.loop(), due_ns, TimerPurpose::call, kNoTask, [] {}));
  }
  const Duration shortest(1);
  watch.start();
  for (int i = 0; i < kSleeps; ++i) {
    co_await sleep(s, shortest);
  }
  watch.stop();
}

constexpr const char* kPython = R"(
pending, sleeps = arguments
async def main():
    loop = asyncio.get_running_loop()
    for i in range(pending):
        loop.call_later(3600 + i * 1e-9, print)
    start()
    for _ in range(sleeps):
        await asyncio.sleep(1e-9)
    stop(sleeps)
asyncio.run(main())
)";

}  // namespace

std::vector<Row> timer_rows() {
  const std::string arguments = std::to_string(kPending) + " " + std::to_string(kSleeps / 10);
  const auto f = medians(
      {[] { return run({main_task}, kSleeps); }, [&] { return run_python(kPython, arguments); }},
      kFewRuns);
  return {{"a timer set, fired and its task resumed, 1,000,000 others pending", "ns", "CPython",
           f[0], f[1], 1.0 / 10, 1.0 / 20}};
}

}  // namespace interleave::bench
