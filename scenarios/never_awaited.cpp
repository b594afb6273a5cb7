#include "runtime/run.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

Coro<int> num_sum(Scope s, int value) {
  s.at("return value");
  co_return value;
}

Coro<> main_forgets(Scope s, Settings p) {
  s.at("got = ");
  const Coro<int> got = num_sum(s.def("num_sum"), p.count("value"));
  s.at("print(").print("coroutine");
  co_return;
}

Coro<> main_awaits(Scope s, Settings p) {
  s.at("got = ");
  const int got = co_await num_sum(s.def("num_sum"), p.count("value"));
  s.at("print(").print(std::to_string(got));
}

Coro<> forgotten(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_forgets(s.def("main"), p));
}

Coro<> awaited(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_awaits(s.def("main"), p));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  const std::string listing = never_awaited_scenario().listing(mode);
  return script(listing, p, mode == "awaited" ? awaited : forgotten);
}

}  // namespace

Scenario never_awaited_scenario() {
  Scenario s;
  s.id = "never-awaited";
  s.title = "Called, but never awaited";
  s.short_title = "Never awaited";
  s.lesson = "First steps";
  s.teaches = "Calling a coroutine function runs nothing: it makes a coroutine object.";
  s.question = "num_sum(10) returns 10. What does main get if it calls it without await?";
  s.notice =
      "Without await main got a coroutine object and not a line of num_sum ran, as the warning "
      "says. With await it got 10.";
  s.modes = {
      {"forgotten", "Forgotten", "got = num_sum(…)", true},
      {"awaited", "Awaited", "got = await num_sum(…)", true},
  };
  s.default_mode = "forgotten";
  s.parameters = {count("value", "value", 10, 100)};
  s.nouns = {{"num_sum", "num_sum", "num_sum"}};
  s.make = make;
  s.source = "scenarios/never_awaited.cpp";
  return s;
}

}  // namespace interleave
