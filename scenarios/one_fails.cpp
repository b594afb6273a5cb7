#include "runtime/errors.h"
#include "runtime/gather.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "runtime/task_group.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

Coro<> job(Scope s, int number, Duration length) {
  const std::string name = "job " + std::to_string(number);
  try {
    co_await sleep(s.at("asyncio.sleep"), length);
    if (number == 2) {
      s.at("raise ValueError");
      throw Error("ValueError", "no such user");
    }
    s.at("done").print(name + " done");
  } catch (const CancelledError&) {
    s.at("cancelled").print(name + " cancelled");
    s.at("raise", 2);
    throw;
  } catch (const Error&) {
    s.at("except asyncio.CancelledError");  // looked at last, and passed by
    throw;
  }
}

Coro<> job(const Scope& s, const Settings& p, int number, std::string_view length) {
  return job(s.def("job", "job(" + std::to_string(number) + ")"), number, duration(p, length));
}

Coro<> main_gathers(Scope s, Settings p) {
  try {
    s.at("asyncio.gather");
    co_await gather(s, job(s, p, 1, "a"), job(s, p, 2, "b"), job(s, p, 3, "c"));
  } catch (const Error& error) {
    s.at("print(f\"ValueError").print(error.what());
  }
  co_await sleep(s.at("asyncio.sleep(2)"), std::chrono::seconds(2));
}

Coro<> main_returns_exceptions(Scope s, Settings p) {
  s.at("asyncio.gather");
  const auto results = co_await gather(s, return_exceptions, job(s, p, 1, "a"), job(s, p, 2, "b"),
                                       job(s, p, 3, "c"));
  for (const auto& result : results) {
    if (result.error) {
      s.at("print(f\"ValueError").print(describe(result.error));
    }
  }
  co_await sleep(s.at("asyncio.sleep(2)"), std::chrono::seconds(2));
}

Coro<> main_groups(Scope s, Settings p) {
  try {
    TaskGroup group(s.at("async with"));
    group.create_task(s.at("job(1"), job(s, p, 1, "a"));
    group.create_task(s.at("job(2"), job(s, p, 2, "b"));
    group.create_task(s.at("job(3"), job(s, p, 3, "c"));
    s.at("async with");
    co_await group.exit();
  } catch (const ExceptionGroup& caught) {
    for (const std::exception_ptr& error : caught.parts()) {
      s.at("print(f\"ValueError").print(describe(error));
    }
  }
  co_await sleep(s.at("asyncio.sleep(2)"), std::chrono::seconds(2));
}

template <Coro<> (*main_task)(Scope, Settings)>
Coro<> module(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  const std::string listing = one_fails_scenario().listing(mode);
  if (mode == "return-exceptions") {
    return script(listing, p, module<main_returns_exceptions>);
  }
  return script(listing, p, mode == "gather" ? module<main_gathers> : module<main_groups>);
}

}  // namespace

Scenario one_fails_scenario() {
  Scenario s;
  s.id = "one-fails";
  s.title = "One of three fails";
  s.short_title = "One fails";
  s.lesson = "Awaiting well";
  s.teaches = "A task group cancels the others when one fails; gather lets them go on.";
  s.question =
      "Three jobs of 1, 2 and 3 s; the second raises an error at 2 s. What becomes of the third, "
      "and when does main hear of it?";
  s.notice =
      "gather told main at 2 s and the third went on. return_exceptions waits for all. The group "
      "cancelled the third, then raised a group of errors.";
  s.modes = {
      {"gather", "Gather", "await asyncio.gather(…)", true},
      {"return-exceptions", "Return exceptions", "return_exceptions=True", true},
      {"taskgroup", "TaskGroup", "async with asyncio.TaskGroup()", true},
  };
  s.default_mode = "taskgroup";
  s.parameters = {
      seconds("a", "job 1 takes", 1, 10),
      seconds("b", "job 2 fails after", 2, 10),
      seconds("c", "job 3 takes", 3, 10),
  };
  s.nouns = {{"job", "a job", "a job"}};
  s.make = make;
  s.source = "scenarios/one_fails.cpp";
  return s;
}

}  // namespace interleave
