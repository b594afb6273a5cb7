#include "runtime/gather.h"
#include "runtime/holding.h"
#include "runtime/lock.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

// a and b are this, with the locks one way round or the other.
Coro<> takes_both(Scope s, Settings p, std::string name, Lock first, Lock second) {
  s.at("async with", 1);
  co_await first.acquire();
  const Holding first_held(s, first);
  co_await sleep(s.at("asyncio.sleep(0)"), Duration::zero());
  s.at("async with", 2);
  co_await second.acquire();
  const Holding second_held(s, second);
  s.at("has both").print(name + " has both");
  co_await sleep(s.at("asyncio.sleep(HOLD)"), duration(p, "hold"));
}

Coro<> main_deadlock(Scope s, Settings p, Lock left, Lock right) {
  s.at("asyncio.gather");
  co_await gather(s, takes_both(s.def("a"), p, "a", left, right),
                  takes_both(s.def("b"), p, "b", right, left));
}

Coro<> main_ordered(Scope s, Settings p, Lock left, Lock right) {
  s.at("asyncio.gather");
  co_await gather(s, takes_both(s.def("a"), p, "a", left, right),
                  takes_both(s.def("b"), p, "b", left, right));
}

template <Coro<> (*main_task)(Scope, Settings, Lock, Lock)>
Coro<> module(Scope s, Settings p) {
  const Lock left(s.at("left = asyncio.Lock()"), "left");
  const Lock right(s.at("right = asyncio.Lock()"), "right");
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p, left, right));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  return script(two_locks_scenario().listing(mode), p,
                mode == "deadlock" ? module<main_deadlock> : module<main_ordered>);
}

}  // namespace

Scenario two_locks_scenario() {
  Scenario s;
  s.id = "two-locks";
  s.title = "Two locks, two tasks";
  s.short_title = "Two locks";
  s.lesson = "Sharing and limits";
  s.teaches = "Who takes several locks takes them in the same order everywhere.";
  s.question =
      "a takes the left lock, then the right one; b takes the right one, then the left. Who gets "
      "both first?";
  s.notice =
      "Nobody: each holds what the other waits for, and nothing is left that could wake either. "
      "Taken in the same order, one waits for the other, and both get through.";
  s.modes = {
      {"deadlock", "Deadlock", "each the other way round"},
      {"ordered", "Ordered", "both in the same order"},
  };
  s.default_mode = "deadlock";
  s.parameters = {seconds("hold", "time with both", 1, 10)};
  s.make = make;
  s.source = "scenarios/two_locks.cpp";
  return s;
}

}  // namespace interleave
