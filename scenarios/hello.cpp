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

Coro<> main_task(Scope s, Settings p) {
  s.at("await say");
  co_await say(s.def("say"), "hello world", duration(p, "delay"));
}

Coro<> concurrent(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  return script(hello_scenario().listing(mode), p, concurrent);
}

}  // namespace

Scenario hello_scenario() {
  Scenario s;
  s.id = "hello";
  s.title = "Hello, after a while";
  s.short_title = "Hello";
  s.lesson = "First steps";
  s.teaches = "One task, one suspension, one resumption.";
  s.question =
      "main awaits say, and say sleeps. How many tasks are there, and who has the thread "
      "meanwhile?";
  s.notice =
      "One task only: main itself goes on inside say. While it sleeps nobody has the thread; "
      "the loop idles until the timer.";
  s.modes = {{"concurrent", "Concurrent", "await say(…)", true}};
  s.default_mode = "concurrent";
  s.parameters = {seconds("delay", "delay", 1, 10)};
  s.make = make;
  s.source = "scenarios/hello.cpp";
  return s;
}

}  // namespace interleave
