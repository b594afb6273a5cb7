#include "runtime/call_stack.h"
#include "runtime/executor.h"
#include "runtime/gather.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

// What is said or driven, piece by piece; the same three ways for both.
struct Pieces {
  int count;
  Duration time;
  std::string word;   // printed: "sentence 1"
  std::string upper;  // in the listing: SENTENCE_TIME
};

Pieces sentences(const Settings& p) {
  return {p.count("sentences"), duration(p, "sentence_time"), "sentence", "SENTENCE"};
}
Pieces stretches(const Settings& p) {
  return {p.count("stretches"), duration(p, "stretch_time"), "stretch", "STRETCH"};
}

Coro<> one_after_the_other(Scope s, Pieces pieces) {
  for (int i = 1; i <= pieces.count; ++i) {
    s.at("print(").print(pieces.word + " " + std::to_string(i));
    s.at("work(" + pieces.upper).work(pieces.time);
  }
  s.at("for " + pieces.word);
  co_return;
}

Coro<> in_turns(Scope s, Pieces pieces) {
  for (int i = 1; i <= pieces.count; ++i) {
    s.at("print(").print(pieces.word + " " + std::to_string(i));
    s.at("work(" + pieces.upper).work(pieces.time);
    if (i < pieces.count) {
      co_await sleep(s.at("asyncio.sleep(0)"), Duration::zero());
    }
  }
  s.at("for " + pieces.word);
}

Coro<> in_a_process(Scope s, Pieces pieces) {
  const ProcessPool pool(s.at("ProcessPoolExecutor"), 1);
  for (int i = 1; i <= pieces.count; ++i) {
    s.at("print(").print(pieces.word + " " + std::to_string(i));
    s.at("run_in_executor");
    co_await run_in_executor(s, pool, computing(pieces.time));
  }
  s.at("for " + pieces.word);
}

Coro<> main_in_turns(Scope s, Settings p) {
  s.at("asyncio.gather");
  co_await gather(s, in_turns(s.def("talking"), sentences(p)),
                  in_turns(s.def("driving"), stretches(p)));
}

Coro<> main_in_processes(Scope s, Settings p) {
  s.at("asyncio.gather");
  co_await gather(s, in_a_process(s.def("talking"), sentences(p)),
                  in_a_process(s.def("driving"), stretches(p)));
}

Coro<> sequential(Scope s, Settings p) {
  s.at("talking()");
  co_await call(s, one_after_the_other(s.def("talking"), sentences(p)));
  s.at("driving()");
  co_await call(s, one_after_the_other(s.def("driving"), stretches(p)));
}

Coro<> concurrent(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_in_turns(s.def("main"), p));
}

Coro<> parallel(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_in_processes(s.def("main"), p));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  const std::string listing = phone_while_driving_scenario().listing(mode);
  if (mode == "sequential") {
    return script(listing, p, sequential);
  }
  return script(listing, p, mode == "parallel" ? parallel : concurrent);
}

}  // namespace

Scenario phone_while_driving_scenario() {
  Scenario s;
  s.id = "phone-while-driving";
  s.title = "On the phone while driving";
  s.short_title = "On the phone, driving";
  s.lesson = "Everyday life";
  s.teaches =
      "Concurrency is not parallelism: one thread takes turns, two workers compute at once.";
  s.question =
      "Talking takes 2 s, driving takes 2 s, and both need your whole attention. What does "
      "taking turns save? What does a second person save?";
  s.notice =
      "In turns it takes 4 s as before. Only with a second worker do both go on at the same "
      "time: 2 s.";
  s.modes = {
      {"sequential", "Sequential", "one call after the other"},
      {"concurrent", "Concurrent", "await asyncio.gather(…)", true},
      {"parallel", "Parallel", "each in a process of its own"},
  };
  s.default_mode = "parallel";
  s.parameters = {
      count("sentences", "sentences", 4, 40),
      count("stretches", "stretches", 4, 40),
      seconds("sentence_time", "time per sentence", 0.5, 5),
      seconds("stretch_time", "time per stretch", 0.5, 5),
  };
  s.nouns = {{"talking", "talking", "talking"}, {"driving", "driving", "driving"}};
  s.make = make;
  s.source = "scenarios/phone_while_driving.cpp";
  return s;
}

}  // namespace interleave
