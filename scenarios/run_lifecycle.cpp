#include "runtime/errors.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "runtime/task.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

Coro<> heartbeat(Scope s, Settings p) {
  try {
    for (int tick = 1;; ++tick) {
      co_await sleep(s.at("asyncio.sleep"), duration(p, "beat"));
      s.at("print(f\"tick").print("tick " + std::to_string(tick));
    }
  } catch (const CancelledError&) {
    s.at("heartbeat cleaned up").print("heartbeat cleaned up");
    s.at("raise");
    throw;
  }
}

Coro<> main_task(Scope s, Settings p) {
  s.at("create_task");
  const Task<> beating = create_task(s, heartbeat(s.def("heartbeat"), p));
  co_await sleep(s.at("asyncio.sleep"), duration(p, "main_time"));
}

Coro<> with_run(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p));
}

Coro<> by_hand(Scope s, Settings p) {
  s.at("run_until_complete");
  co_await run_until_complete(s, main_task(s.def("main"), p));
  s.at("loop.close()");
  close_loop(s);
}

// With a beat of 0 the heart always is ready, the clock never moves, and main's timer never is due:
// only the limit ends that. This many events show it.
constexpr Limits kLimits{.events = 5'000};

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  const std::string listing = run_lifecycle_scenario().listing(mode);
  return script(listing, p, mode == "by-hand" ? by_hand : with_run, kLimits);
}

}  // namespace

Scenario run_lifecycle_scenario() {
  Scenario s;
  s.id = "run-lifecycle";
  s.title = "From run() to its end";
  s.short_title = "The life of run()";
  s.lesson = "First steps";
  s.teaches = "asyncio.run() ends with main: what is left is cancelled and may clean up.";
  s.question =
      "main returns at 2.5 s, the heartbeat it started goes on for ever. When does the program "
      "end, and what does the heartbeat notice?";
  s.notice =
      "run() cancelled the heartbeat, let it clean up and closed the loop. By hand nobody does: "
      "the task was destroyed while pending.";
  s.modes = {
      {"by-hand", "By hand", "loop.run_until_complete(…)", true},
      {"run", "Run", "asyncio.run(…)", true},
  };
  s.default_mode = "run";
  s.parameters = {
      seconds("main_time", "main takes", 2.5, 10),
      seconds("beat", "from tick to tick", 1, 10),
  };
  s.presets = {{"no-pause", "never waits", {{"beat", 0}}, ""}};
  s.nouns = {{"heartbeat", "the heartbeat", "the heartbeat"}};
  s.make = make;
  s.source = "scenarios/run_lifecycle.cpp";
  return s;
}

}  // namespace interleave
