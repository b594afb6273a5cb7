#include "runtime/executor.h"
#include "runtime/gather.h"
#include "runtime/plain_call.h"
#include "runtime/run.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

constexpr double kPi = 3.1415926535;

double compute_pi(Scope s, const Settings& p) {
  const PlainCall call(s);
  s.at("work(LENGTH)").work(duration(p, "length"));
  return kPi;
}

Coro<> print_pi(Scope s, Settings p) {
  s.at("pi = ");
  const double pi = compute_pi(s.def("compute_pi"), p);
  s.at("print(pi)").print(repr(pi));
  co_return;
}

Coro<> print_pi_from_a_thread(Scope s, Settings p) {
  const Duration length = duration(p, "length");
  const auto computing_pi = [length](JobScope& job) {
    job.work(length);
    return kPi;
  };
  s.at("pi = ");
  const double pi = co_await to_thread(s, computing_pi);
  s.at("print(pi)").print(repr(pi));
}

Coro<> greet(Scope s, std::string text) {
  s.at("print(text)").print(text);
  co_return;
}

template <Coro<> (*print_it)(Scope, Settings)>
Coro<> main_task(Scope s, Settings p) {
  const Scope greeting = s.def("greet");
  s.at("asyncio.gather");
  co_await gather(s, print_it(s.def("print_pi"), p),
                  greet(greeting, "Another function gets calleeeeeeed"),
                  greet(greeting, "Another function gets called"));
}

template <Coro<> (*print_it)(Scope, Settings)>
Coro<> module(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_task<print_it>(s.def("main"), p));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  const std::string listing = pi_in_a_thread_scenario().listing(mode);
  return script(listing, p, mode == "inline" ? module<print_pi> : module<print_pi_from_a_thread>);
}

}  // namespace

Scenario pi_in_a_thread_scenario() {
  Scenario s;
  s.id = "pi-in-a-thread";
  s.title = "Computing pi in a thread";
  s.short_title = "Pi in a thread";
  s.lesson = "Threads and processes";
  s.teaches = "Long computing belongs in a thread: the loop stays free for the others meanwhile.";
  s.question =
      "Pi takes 2 s to compute, and two greetings come after it in the gather. When are they "
      "printed?";
  s.notice =
      "Inline, the greetings had to wait for pi. Handed to a thread, pi was computed beside the "
      "loop, and the greetings came first.";
  s.modes = {
      {"inline", "Inline", "pi = compute_pi()", true},
      {"threaded", "Threaded", "await asyncio.to_thread(…)", true},
  };
  s.default_mode = "threaded";
  s.parameters = {seconds("length", "computing pi takes", 2, 20)};
  s.nouns = {{"print_pi", "computing pi", "pi"}, {"greet", "greeting", "a greeting"}};
  s.make = make;
  s.source = "scenarios/pi_in_a_thread.cpp";
  return s;
}

}  // namespace interleave
