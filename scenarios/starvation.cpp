#include "runtime/gather.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

Coro<> heartbeat(Scope s) {
  for (int tick = 1; tick <= 5; ++tick) {
    co_await sleep(s.at("asyncio.sleep(1)"), std::chrono::seconds(1));
    s.at("print(f\"tick").print("tick " + std::to_string(tick));
  }
  s.at("for tick in");
}

Coro<> cruncher_greedy(Scope s, Settings p) {
  for (int i = 0; i < p.count("chunks"); ++i) {
    s.at("work(CHUNK)").work(duration(p, "chunk"));
  }
  s.at("for _ in");
  co_return;
}

Coro<> cruncher_polite(Scope s, Settings p) {
  for (int i = 0; i < p.count("chunks"); ++i) {
    s.at("work(CHUNK)").work(duration(p, "chunk"));
    co_await sleep(s.at("asyncio.sleep(0)"), Duration::zero());
  }
  s.at("for _ in");
}

Coro<> nothing(Scope s) {
  s.at("pass");
  co_return;
}

Coro<> cruncher_awaits_nothing(Scope s, Settings p) {
  for (int i = 0; i < p.count("chunks"); ++i) {
    s.at("work(CHUNK)").work(duration(p, "chunk"));
    s.at("await nothing()");
    co_await nothing(s.def("nothing"));
  }
  s.at("for _ in");
}

template <Coro<> (*number_cruncher)(Scope, Settings)>
Coro<> main_task(Scope s, Settings p) {
  s.at("asyncio.gather");
  co_await gather(s, heartbeat(s.def("heartbeat")), number_cruncher(s.def("number_cruncher"), p));
}

template <Coro<> (*number_cruncher)(Scope, Settings)>
Coro<> module(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_task<number_cruncher>(s.def("main"), p));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  const std::string listing = starvation_scenario().listing(mode);
  if (mode == "greedy") {
    return script(listing, p, module<cruncher_greedy>);
  }
  return script(listing, p,
                mode == "polite" ? module<cruncher_polite> : module<cruncher_awaits_nothing>);
}

}  // namespace

Scenario starvation_scenario() {
  Scenario s;
  s.id = "starvation";
  s.title = "A task that does not let go";
  s.short_title = "Starvation";
  s.lesson = "Sharing and limits";
  s.teaches = "Cooperative means that a task must yield, and not every await does.";
  s.question =
      "heartbeat is to tick every second while the number cruncher computes for 4 s. When does "
      "the first tick come? And if it awaits something after each chunk?";
  s.notice =
      "The first tick comes at 4 s: nobody can take the thread away. An await that never suspends "
      "changes nothing; sleep(0) lets the others in, a chunk late at each turn.";
  s.modes = {
      {"greedy", "Greedy", "computes and never awaits"},
      {"polite", "Polite", "await asyncio.sleep(0)", true},
      {"awaits-nothing", "Awaits nothing", "await nothing()", true},
  };
  s.default_mode = "greedy";
  s.parameters = {
      count("chunks", "chunks", 40, 100),
      seconds("chunk", "time per chunk", 0.1, 1),
  };
  s.nouns = {{"heartbeat", "the heartbeat", "the heartbeat"},
             {"number_cruncher", "number crunching", "the number cruncher"}};
  s.make = make;
  s.source = "scenarios/starvation.cpp";
  return s;
}

}  // namespace interleave
