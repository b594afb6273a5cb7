#include "runtime/run.h"
#include "runtime/sleep.h"
#include "runtime/task.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

enum class Then : std::uint8_t { nothing, yields, awaits };

Coro<> child(Scope s, Settings p) {
  s.at("child starts").print("child starts");
  co_await sleep(s.at("asyncio.sleep"), duration(p, "length"));
  s.at("child ends").print("child ends");
}

Coro<> main_task(Scope s, Settings p, Then then) {
  s.at("before").print("before");
  const Task<> task = create_task(s.at("create_task"), child(s.def("child"), p));
  s.at("after").print("after");
  if (then == Then::yields) {
    co_await sleep(s.at("asyncio.sleep(0)"), Duration::zero());
  }
  if (then == Then::awaits) {
    s.at("await task");
    co_await task;
  }
  s.at("main ends").print("main ends");
}

template <Then then>
Coro<> module(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p, then));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  const std::string listing = task_start_scenario().listing(mode);
  if (mode == "no-await") {
    return script(listing, p, module<Then::nothing>);
  }
  return script(listing, p, mode == "yield" ? module<Then::yields> : module<Then::awaits>);
}

}  // namespace

Scenario task_start_scenario() {
  Scenario s;
  s.id = "task-start";
  s.title = "When does a task start?";
  s.short_title = "When a task starts";
  s.lesson = "First steps";
  s.teaches = "create_task() runs nothing yet: it puts the task on the ready queue.";
  s.question = "main prints before, makes a task, prints after. Where does “child starts” come?";
  s.notice =
      "The child starts only when main gives the thread up, or ends. Only if main awaits it is "
      "it let finish: what is left when main ends is cancelled.";
  s.modes = {
      {"no-await", "No await", "main just ends"},
      {"yield", "Yield", "await asyncio.sleep(0)", true},
      {"await", "Await", "await task", true},
  };
  s.default_mode = "await";
  s.parameters = {seconds("length", "the child sleeps", 1, 10)};
  s.nouns = {{"child", "the child", "the child"}};
  s.make = make;
  s.source = "scenarios/task_start.cpp";
  return s;
}

}  // namespace interleave
