#include <vector>

#include "runtime/call_soon.h"
#include "runtime/gather.h"
#include "runtime/run.h"
#include "runtime/semaphore.h"
#include "runtime/sleep.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

Coro<> request_unlimited(Scope s, Settings p, int number) {
  co_await sleep(s.at("asyncio.sleep"), duration(p, "latency"));
  s.at("answer").print("answer " + std::to_string(number));
}

Coro<> request_limited(Scope s, Settings p, int number, Semaphore slots) {
  s.at("slots.acquire()");
  co_await slots.acquire();
  call_later(s.at("loop.call_later"), std::chrono::seconds(1), [slots] { slots.release(); });
  co_await sleep(s.at("asyncio.sleep"), duration(p, "latency"));
  s.at("answer").print("answer " + std::to_string(number));
}

Scope requesting(const Scope& s, int number) {
  return s.def("request", "request(" + std::to_string(number) + ")");
}

Coro<> main_unlimited(Scope s, Settings p) {
  s.at("asyncio.gather");
  std::vector<Coro<>> requests;
  for (int number = 1; number <= p.count("requests"); ++number) {
    requests.push_back(request_unlimited(requesting(s, number), p, number));
  }
  co_await gather(s, std::move(requests));
}

Coro<> main_limited(Scope s, Settings p, Semaphore slots) {
  s.at("asyncio.gather");
  std::vector<Coro<>> requests;
  for (int number = 1; number <= p.count("requests"); ++number) {
    requests.push_back(request_limited(requesting(s, number), p, number, slots));
  }
  co_await gather(s, std::move(requests));
}

Coro<> unlimited(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_unlimited(s.def("main"), p));
}

Coro<> limited(Scope s, Settings p) {
  const Semaphore slots(s.at("asyncio.Semaphore"), p.count("per_second"), "slots");
  co_await run(s.at("asyncio.run"), main_limited(s.def("main"), p, slots));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  return script(rate_limit_scenario().listing(mode), p, mode == "limited" ? limited : unlimited);
}

}  // namespace

Scenario rate_limit_scenario() {
  Scenario s;
  s.id = "rate-limit";
  s.title = "Five requests a second";
  s.short_title = "Rate limit";
  s.lesson = "Sharing and limits";
  s.teaches = "A semaphore whose slots come back by a timer limits how many begin each second.";
  s.question =
      "Twelve requests take 0.05 s each, but only five may begin each second. When does the last "
      "answer come?";
  s.notice =
      "In waves at 0, 1 and 2 s: 2.05 s instead of 0.05 s. A slot is free again a second after it "
      "was taken, not when the answer is there.";
  s.modes = {
      {"unlimited", "Unlimited", "all at once"},
      {"limited", "Limited", "loop.call_later(1, slots.release)", true},
  };
  s.default_mode = "limited";
  s.parameters = {
      count("requests", "requests", 12, 40),
      count("per_second", "per second", 5, 40),
      seconds("latency", "time to answer", 0.05, 5),
  };
  s.parameters[1].min = 1;
  s.parameters[1].modes = {"limited"};
  s.nouns = {{"request", "requesting", "an answer"}};
  s.make = make;
  s.source = "scenarios/rate_limit.cpp";
  return s;
}

}  // namespace interleave
