#include "runtime/call_stack.h"
#include "runtime/executor.h"
#include "runtime/gather.h"
#include "runtime/run.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

std::string id_of(int number) { return "id" + std::to_string(number); }

Coro<std::string> ask(Scope s, std::string name, Duration latency) {
  s.at("time.sleep").block(latency);
  s.at("return");
  co_return "answer for " + name;
}

// The same in a thread.
auto asking(const std::string& name, Duration latency) {
  return [name, latency](JobScope& job) {
    job.block(latency);
    return "answer for " + name;
  };
}

Coro<> main_task(Scope s, Settings p) {
  const ThreadPool pool(s.at("ThreadPoolExecutor"), static_cast<std::uint32_t>(p.count("workers")));
  std::vector<JobFuture<std::string>> asked;
  s.at("run_in_executor");
  for (int number = 1; number <= p.count("ids"); ++number) {
    asked.push_back(run_in_executor(s, pool, asking(id_of(number), duration(p, "latency"))));
  }
  s.at("asyncio.gather");
  const std::vector<std::string> answers = co_await gather(s, asked);
  for (const std::string& answer : answers) {
    s.at("print(answer)").print(answer);
  }
  s.at("for answer in");
}

Coro<> threaded(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p));
}

Coro<> sequential(Scope s, Settings p) {
  for (int number = 1; number <= p.count("ids"); ++number) {
    const std::string name = id_of(number);
    s.at("print(ask(");
    const std::string answer =
        co_await call(s, ask(s.def("ask", "ask(\"" + name + "\")"), name, duration(p, "latency")));
    s.print(answer);
  }
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  const std::string listing = external_apis_scenario().listing(mode);
  return script(listing, p, mode == "sequential" ? sequential : threaded);
}

}  // namespace

Scenario external_apis_scenario() {
  Scenario s;
  s.id = "external-apis";
  s.title = "Asking other services from threads";
  s.short_title = "External services";
  s.lesson = "Threads and processes";
  s.teaches = "What can only block can wait in threads, side by side.";
  s.question =
      "Three requests, 1 s each, by a library that only knows blocking calls. How long do four "
      "threads take?";
  s.notice =
      "1 s instead of 3 s: each request kept a thread of the pool waiting, and the loop stayed "
      "free.";
  s.modes = {
      {"sequential", "Sequential", "one call after the other"},
      {"threaded", "Threaded", "loop.run_in_executor(…)", true},
  };
  s.default_mode = "threaded";
  s.parameters = {
      count("ids", "requests", 3, 40),
      seconds("latency", "each takes", 1, 10),
      count("workers", "threads", 4, 16),
  };
  s.parameters.back().min = 1;
  s.parameters.back().modes = {"threaded"};
  s.presets = {{"one-thread", "one thread", {{"workers", 1}}, "threaded"}};
  s.nouns = {{"ask", "asking", "an answer"}};
  s.make = make;
  s.source = "scenarios/external_apis.cpp";
  return s;
}

}  // namespace interleave
