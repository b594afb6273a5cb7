#include <cmath>
#include <cstdio>

#include "runtime/call_soon.h"
#include "runtime/plain_call.h"
#include "runtime/run.h"
#include "runtime/semaphore.h"
#include "runtime/sleep.h"
#include "runtime/task.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

// One that arrives: the clock's seconds, as Python has them.
struct Request {
  int number;
  double arrived;
};

void answer(Scope& s, const Request& request, const Semaphore& answered) {
  const double now = static_cast<double>(s.time().count()) / 1e9;
  char text[64];
  std::snprintf(text, sizeof text, "planet %d after %.2f sec.", request.number,
                now - request.arrived);
  s.at("planet {number}").print(text);
  s.at("answered.release()");
  answered.release();
}

Coro<> handle_awaiting(Scope s, Settings p, Request request, Semaphore answered) {
  s.at("work(COMPUTE)").work(duration(p, "compute"));
  co_await sleep(s.at("asyncio.sleep(PLANET)"), duration(p, "planet"));
  answer(s, request, answered);
}

Coro<> handle_blocking(Scope s, Settings p, Request request, Semaphore answered) {
  s.at("work(COMPUTE)").work(duration(p, "compute"));
  s.at("time.sleep(PLANET)").block(duration(p, "planet"));
  answer(s, request, answered);
  co_return;
}

using Handle = Coro<> (*)(Scope, Settings, Request, Semaphore);

template <Handle handle>
void arrive(Scope s, const Settings& p, const Request& request, const Semaphore& answered) {
  const PlainCall call(s);
  const std::string label = "handle(" + std::to_string(request.number) + ")";
  s.at("asyncio.create_task");
  create_task(s, handle(s.def("handle", label), p, request, answered));
}

template <Handle handle>
Coro<> main_task(Scope s, Settings p, Semaphore answered) {
  const double start = static_cast<double>(s.time().count()) / 1e9;
  for (int number = 0; number < p.count("requests"); ++number) {
    const Request request = {number + 1, start + number * p["every"]};
    const Duration when(std::llround(request.arrived * 1e9));
    call_at(s.at("loop.call_at"), when, [arriving = s.def("arrive"), p, request, answered] {
      arrive<handle>(arriving, p, request, answered);
    });
  }
  for (int i = 0; i < p.count("requests"); ++i) {
    s.at("answered.acquire()");
    co_await answered.acquire();
  }
  s.at("for _ in");
}

template <Handle handle>
Coro<> module(Scope s, Settings p) {
  const Semaphore answered(s.at("asyncio.Semaphore"), 0, "answered");
  co_await run(s.at("asyncio.run"), main_task<handle>(s.def("main"), p, answered));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  return script(web_server_scenario().listing(mode), p,
                mode == "blocking" ? module<handle_blocking> : module<handle_awaiting>);
}

}  // namespace

Scenario web_server_scenario() {
  Scenario s;
  s.id = "web-server";
  s.title = "A web server";
  s.short_title = "A web server";
  s.lesson = "Sharing and limits";
  s.teaches = "A server that waits without blocking serves many with one thread.";
  s.question =
      "Eight requests come in, one every 0.1 s. Each computes for 0.02 s and waits 0.5 s for "
      "another server. How long does each wait for its answer, if the server blocks? If it awaits?";
  s.notice =
      "Blocking, each waits for all that came before: 0.52 s, 0.94 s, in the end 3.46 s. Awaiting, "
      "each is answered after 0.52 s, and all is over at 1.22 s, not at 4.16 s.";
  s.modes = {
      {"blocking", "Blocking", "time.sleep(PLANET)", true},
      {"async", "Async", "await asyncio.sleep(PLANET)", true},
  };
  s.default_mode = "async";
  s.parameters = {
      count("requests", "requests", 8, 40),
      seconds("every", "one every", 0.1, 1),
      seconds("compute", "computes for", 0.02, 0.5),
      seconds("planet", "waits for the planet", 0.5, 5),
  };
  s.parameters[2].step = 0.01;
  s.nouns = {{"handle", "handling requests", "the planet"}};
  s.make = make;
  s.source = "scenarios/web_server.cpp";
  return s;
}

}  // namespace interleave
