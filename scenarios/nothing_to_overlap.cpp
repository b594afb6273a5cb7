#include "runtime/call_stack.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "runtime/task.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

Coro<> answer(Scope s, Settings p) {
  co_await sleep(s.at("sleep(QUERY)"), duration(p, "query"));
  s.at("queried").print("queried");
  s.at("work(FORMAT)").work(duration(p, "format"));
  s.at("formatted").print("formatted");
  co_await sleep(s.at("sleep(REPLY)"), duration(p, "reply"));
  s.at("replied").print("replied");
}

Coro<> answer_blocking(Scope s, Settings p) {
  s.at("sleep(QUERY)").block(duration(p, "query"));
  s.at("queried").print("queried");
  s.at("work(FORMAT)").work(duration(p, "format"));
  s.at("formatted").print("formatted");
  s.at("sleep(REPLY)").block(duration(p, "reply"));
  s.at("replied").print("replied");
  co_return;
}

Coro<> main_task(Scope s, Settings p) {
  s.at("create_task");
  const Task<> answering = create_task(s, answer(s.def("answer"), p));
  co_await answering;
}

Coro<> concurrent(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p));
}

Coro<> sequential(Scope s, Settings p) {
  s.at("answer()");
  co_await call(s, answer_blocking(s.def("answer"), p));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  const std::string listing = nothing_to_overlap_scenario().listing(mode);
  return script(listing, p, mode == "sequential" ? sequential : concurrent);
}

}  // namespace

Scenario nothing_to_overlap_scenario() {
  Scenario s;
  s.id = "nothing-to-overlap";
  s.title = "Nothing to overlap";
  s.short_title = "Nothing to overlap";
  s.lesson = "Awaiting well";
  s.teaches = "A single chain of steps gains nothing: async is not faster by itself.";
  s.question =
      "One request: a query of 1 s, 0.1 s of formatting, a reply of 0.2 s, each needing the one "
      "before. What does async save?";
  s.notice =
      "Nothing: 1.3 s both ways. The waiting gave the thread away, but there was no other task "
      "to take it.";
  s.modes = {
      {"sequential", "Sequential", "one call after the other"},
      {"concurrent", "Concurrent", "await asyncio.create_task(…)", true},
  };
  s.default_mode = "concurrent";
  s.parameters = {
      seconds("query", "the query", 1, 10),
      seconds("format", "formatting", 0.1, 10),
      seconds("reply", "the reply", 0.2, 10),
  };
  s.nouns = {{"answer", "answering", "the answer"}};
  s.make = make;
  s.source = "scenarios/nothing_to_overlap.cpp";
  return s;
}

}  // namespace interleave
