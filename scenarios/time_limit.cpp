#include "runtime/errors.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "runtime/timeout.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

Coro<> job(Scope s, Settings p) {
  try {
    co_await sleep(s.at("asyncio.sleep"), duration(p, "length"));
    s.at("job done").print("job done");
  } catch (const CancelledError&) {
    s.at("job cancelled").print("job cancelled");
    s.at("raise");
    throw;
  }
}

Coro<> main_task(Scope s, Settings p) {
  try {
    Timeout limit(s.at("async with"), duration(p, "limit"));
    std::exception_ptr raised;
    try {
      s.at("await job()");
      co_await job(s.def("job"), p);
    } catch (...) {
      raised = std::current_exception();
    }
    s.at("async with");
    limit.exit(raised);
  } catch (const Error&) {
    s.at("too late").print("too late");
  }
}

Coro<> module(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  return script(time_limit_scenario().listing(mode), p, module);
}

}  // namespace

Scenario time_limit_scenario() {
  Scenario s;
  s.id = "time-limit";
  s.title = "A time limit";
  s.short_title = "A time limit";
  s.lesson = "Awaiting well";
  s.teaches = "asyncio.timeout() cancels what it surrounds and raises TimeoutError outside.";
  s.question =
      "The job takes 5 s and may take 3 s. What does the job notice of the limit, and what does "
      "main catch?";
  s.notice =
      "The limit cancelled the task at 3 s: the job saw CancelledError at its await, and leaving "
      "the block made a TimeoutError of it.";
  s.modes = {
      {"in-time", "In time", "the job ends before the limit"},
      {"too-late", "Too late", "the limit comes first", false, {{"length", 5.0}}},
  };
  s.default_mode = "too-late";
  s.parameters = {
      seconds("limit", "time limit", 3, 10),
      seconds("length", "the job takes", 2, 10),
  };
  s.nouns = {{"job", "the job", "the job"}};
  s.make = make;
  s.source = "scenarios/time_limit.cpp";
  return s;
}

}  // namespace interleave
