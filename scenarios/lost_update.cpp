#include <functional>
#include <string>

#include "runtime/gather.h"
#include "runtime/holding.h"
#include "runtime/lock.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

Coro<> add_unlocked(Scope s, Settings p, int& counter) {
  for (int i = 0; i < p.count("times"); ++i) {
    const int value = counter;
    co_await sleep(s.at("asyncio.sleep(0)"), Duration::zero());
    counter = value + 1;
  }
  s.at("for _ in");
}

Coro<> add_locked(Scope s, Settings p, int& counter, Lock lock) {
  for (int i = 0; i < p.count("times"); ++i) {
    s.at("async with lock");
    co_await lock.acquire();
    const Holding held(s, lock);
    const int value = counter;
    co_await sleep(s.at("asyncio.sleep(0)"), Duration::zero());
    counter = value + 1;
  }
  s.at("for _ in");
}

Coro<> add_at_once(Scope s, Settings p, int& counter) {
  for (int i = 0; i < p.count("times"); ++i) {
    const int value = counter;
    counter = value + 1;
    co_await sleep(s.at("asyncio.sleep(0)"), Duration::zero());
  }
  s.at("for _ in");
}

using Add = std::function<Coro<>(Scope)>;

Coro<> main_task(Scope s, int& counter, Add add) {
  s.at("asyncio.gather");
  co_await gather(s, add(s.def("add")), add(s.def("add")));
  s.at("print(f\"counter").print("counter: " + std::to_string(counter));
}

Coro<> unlocked(Scope s, Settings p) {
  int counter = 0;
  const Add add = [&](Scope scope) { return add_unlocked(std::move(scope), p, counter); };
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), counter, add));
}

Coro<> locked(Scope s, Settings p) {
  int counter = 0;
  const Lock lock(s.at("asyncio.Lock()"), "lock");
  const Add add = [&](Scope scope) { return add_locked(std::move(scope), p, counter, lock); };
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), counter, add));
}

Coro<> no_await_between(Scope s, Settings p) {
  int counter = 0;
  const Add add = [&](Scope scope) { return add_at_once(std::move(scope), p, counter); };
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), counter, add));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  const std::string listing = lost_update_scenario().listing(mode);
  if (mode == "unlocked") {
    return script(listing, p, unlocked);
  }
  return script(listing, p, mode == "locked" ? locked : no_await_between);
}

}  // namespace

Scenario lost_update_scenario() {
  Scenario s;
  s.id = "lost-update";
  s.title = "A lost update";
  s.short_title = "A lost update";
  s.lesson = "Sharing and limits";
  s.teaches = "One thread is no protection: whatever another task may do, it may do at an await.";
  s.question =
      "Two tasks each add one to the counter, five times over, and there is only one thread. What "
      "is printed in the end?";
  s.notice =
      "Both read the same number before either writes: 5 of the 10 are lost. A lock around it "
      "helps, and so does having no await between reading and writing.";
  s.modes = {
      {"unlocked", "Unlocked", "an await between reading and writing"},
      {"locked", "Locked", "async with lock", true},
      {"no-await-between", "No await between", "read, write, then await"},
  };
  s.default_mode = "unlocked";
  s.parameters = {count("times", "times each adds", 5, 20)};
  s.nouns = {{"add", "adding", "an addition"}};
  s.make = make;
  s.source = "scenarios/lost_update.cpp";
  return s;
}

}  // namespace interleave
