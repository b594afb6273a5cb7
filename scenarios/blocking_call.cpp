#include "runtime/executor.h"
#include "runtime/gather.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

Coro<> heartbeat(Scope s, Settings p) {
  const int beats = p.count("beats");
  for (int tick = 1; tick <= beats; ++tick) {
    co_await sleep(s.at("asyncio.sleep(1)"), std::chrono::seconds(1));
    s.at("print(").print("tick " + std::to_string(tick));
  }
  s.at("for tick in");
}

Coro<> blocks(Scope s, Settings p) {
  s.at("Starting").print("Starting Work");
  s.at("time.sleep").block(duration(p, "length"));
  s.at("Finishing").print("Finishing Work");
  co_return;
}

Coro<> awaits(Scope s, Settings p) {
  s.at("Starting").print("Starting Work");
  co_await sleep(s.at("asyncio.sleep"), duration(p, "length"));
  s.at("Finishing").print("Finishing Work");
}

Coro<> hands_over(Scope s, Settings p) {
  s.at("Starting").print("Starting Work");
  s.at("asyncio.to_thread");
  co_await to_thread(s, waiting(duration(p, "length")));
  s.at("Finishing").print("Finishing Work");
}

template <Coro<> (*do_something)(Scope, Settings)>
Coro<> main_task(Scope s, Settings p) {
  s.at("asyncio.gather");
  co_await gather(s, heartbeat(s.def("heartbeat"), p), do_something(s.def("do_something"), p));
}

template <Coro<> (*do_something)(Scope, Settings)>
Coro<> module(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_task<do_something>(s.def("main"), p));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  const std::string listing = blocking_call_scenario().listing(mode);
  if (mode == "threaded") {
    return script(listing, p, module<hands_over>);
  }
  return script(listing, p, mode == "awaiting" ? module<awaits> : module<blocks>);
}

}  // namespace

Scenario blocking_call_scenario() {
  Scenario s;
  s.id = "blocking-call";
  s.title = "A call that blocks";
  s.short_title = "A blocking call";
  s.lesson = "Awaiting well";
  s.teaches = "async def does not cure blocking: a call that keeps the thread freezes every task.";
  s.question =
      "A heartbeat ticks every second, beside it do_something calls time.sleep(5). When does "
      "tick 1 come?";
  s.notice =
      "The loop stood still: tick 1 came at 5 s and all was done at 9 s. With an await, or in a "
      "thread, the ticks come each second: 5 s.";
  s.modes = {
      {"blocking", "Blocking", "time.sleep(…)", true},
      {"awaiting", "Awaiting", "await asyncio.sleep(…)", true},
      {"threaded", "Threaded", "await asyncio.to_thread(…)", true},
  };
  s.default_mode = "blocking";
  s.parameters = {
      seconds("length", "do_something takes", 5, 20),
      count("beats", "ticks", 5, 40),
  };
  s.nouns = {{"heartbeat", "the heartbeat", "the heartbeat"},
             {"do_something", "the work", "the work"}};
  s.make = make;
  s.source = "scenarios/blocking_call.cpp";
  return s;
}

}  // namespace interleave
