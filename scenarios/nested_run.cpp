#include "runtime/nested_run.h"

#include "runtime/errors.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

Coro<> cell(Scope s) {
  s.at("cell starts").print("cell starts");
  co_await sleep(s.at("asyncio.sleep(0)"), Duration::zero());
  s.at("cell ends").print("cell ends");
}

void print_first_line(Scope& s) { s.at("loop is running").print("the notebook's loop is running"); }

Coro<> notebook_nests(Scope s) {
  print_first_line(s);
  try {
    s.at("asyncio.run(");
    co_await run(s, cell(s.def("cell")));
  } catch (const Error& error) {
    s.at("RuntimeError: {").print(error.what());
  }
}

Coro<> notebook_patched(Scope s) {
  print_first_line(s);
  s.at("run(cell())");
  co_await nested_run(s.def("run"), cell(s.def("cell")));
}

Coro<> notebook_awaits(Scope s) {
  print_first_line(s);
  s.at("await cell()");
  co_await cell(s.def("cell"));
}

template <Coro<> (*notebook)(Scope)>
Coro<> module(Scope s, Settings) {
  co_await run(s.at("asyncio.run(notebook"), notebook(s.def("notebook")));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  const std::string listing = nested_run_scenario().listing(mode);
  if (mode == "patched") {
    return script(listing, p, module<notebook_patched>);
  }
  return script(listing, p, mode == "nested" ? module<notebook_nests> : module<notebook_awaits>);
}

}  // namespace

Scenario nested_run_scenario() {
  Scenario s;
  s.id = "nested-run";
  s.title = "run() inside a running loop";
  s.short_title = "run() inside run()";
  s.lesson = "First steps";
  s.teaches = "A notebook has a running loop already: there it is await, not asyncio.run().";
  s.question = "In a notebook cell a loop is running. What does asyncio.run(cell()) do there?";
  s.notice =
      "asyncio.run() refused, and the cell never ran. Re-entering the loop (nest_asyncio) lets it "
      "through; awaiting the cell needs no second loop.";
  s.modes = {
      {"nested", "Nested", "asyncio.run(cell())", true},
      {"patched", "Patched", "the running loop is re-entered"},
      {"awaited", "Awaited", "await cell()", true},
  };
  s.default_mode = "nested";
  s.nouns = {{"cell", "the cell", "the cell"}, {"notebook", "the notebook", "the notebook"}};
  s.make = make;
  s.source = "scenarios/nested_run.cpp";
  return s;
}

}  // namespace interleave
