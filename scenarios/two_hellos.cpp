#include "runtime/call_stack.h"
#include "runtime/gather.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

Coro<> say(Scope s, std::string text, Duration delay) {
  co_await sleep(s.at("asyncio.sleep"), delay);
  s.at("print(text)").print(text);
}

Coro<> say_blocking(Scope s, std::string text, Duration delay) {
  s.at("time.sleep").block(delay);
  s.at("print(text)").print(text);
  co_return;
}

Scope first(const Scope& s) { return s.def("say", "say(\"first hello\")"); }
Scope second(const Scope& s) { return s.def("say", "say(\"second hello\")"); }

Coro<> main_task(Scope s, Settings p) {
  s.at("asyncio.gather");
  co_await gather(s, say(first(s), "first hello", duration(p, "first")),
                  say(second(s), "second hello", duration(p, "second")));
}

Coro<> concurrent(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p));
}

Coro<> forever(Scope s, Settings p) {
  s.at("create_task(say(\"first");
  create_task(s, say(first(s), "first hello", duration(p, "first")));
  s.at("create_task(say(\"second");
  create_task(s, say(second(s), "second hello", duration(p, "second")));
  co_await run_forever(s.at("run_forever"));
}

Coro<> sequential(Scope s, Settings p) {
  s.at("say(\"first");
  co_await call(s, say_blocking(first(s), "first hello", duration(p, "first")));
  s.at("say(\"second");
  co_await call(s, say_blocking(second(s), "second hello", duration(p, "second")));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  const std::string listing = two_hellos_scenario().listing(mode);
  if (mode == "forever") {
    Limits limits;
    limits.until_ns = p.ns("until");
    return script(listing, p, forever, limits);
  }
  return script(listing, p, mode == "sequential" ? sequential : concurrent);
}

}  // namespace

Scenario two_hellos_scenario() {
  Scenario s;
  s.id = "two-hellos";
  s.title = "Two hellos";
  s.short_title = "Two hellos";
  s.lesson = "First steps";
  s.teaches = "Two tasks wait side by side; who waits less comes first.";
  s.question =
      "The first hello comes after 2 s, the second after 1 s. Which is printed first, and "
      "when is all done?";
  s.notice =
      "The second prints first, and all is done when the longer wait is: 2 s, not 3 s. A loop "
      "told to run for ever idles on.";
  s.modes = {
      {"sequential", "Sequential", "one call after the other"},
      {"forever", "Forever", "loop.run_forever()", true},
      {"concurrent", "Concurrent", "await asyncio.gather(…)", true},
  };
  s.default_mode = "concurrent";
  s.parameters = {
      seconds("first", "first hello after", 2, 10),
      seconds("second", "second hello after", 1, 10),
      seconds("until", "watched until", 3, 60),
  };
  s.parameters.back().min = 0.05;
  s.parameters.back().modes = {"forever"};
  s.nouns = {{"say", "saying hello", "a hello"}};
  s.make = make;
  s.source = "scenarios/two_hellos.cpp";
  return s;
}

}  // namespace interleave
