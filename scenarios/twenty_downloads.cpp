#include <functional>
#include <string>
#include <vector>

#include "runtime/call_stack.h"
#include "runtime/errors.h"
#include "runtime/gather.h"
#include "runtime/holding.h"
#include "runtime/run.h"
#include "runtime/semaphore.h"
#include "runtime/server.h"
#include "runtime/sleep.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

Coro<> download(Scope s, Settings p, Server server) {
  s.at("with server");
  server.enter();
  const Holding held(s, server);
  co_await sleep(s.at("asyncio.sleep"), duration(p, "latency"));
}

Coro<> download_with_slot(Scope s, Settings p, Server server, Semaphore slots) {
  s.at("async with slots");
  co_await slots.acquire();
  const Holding slot(s, slots);
  s.at("with server");
  server.enter();
  const Holding held(s, server);
  co_await sleep(s.at("asyncio.sleep"), duration(p, "latency"));
}

Coro<> download_blocking(Scope s, Settings p, Server server) {
  s.at("with server");
  server.enter();
  const Holding held(s, server);
  s.at("time.sleep").block(duration(p, "latency"));
  co_return;
}

Scope downloading(const Scope& s, int number) {
  return s.def("download", "download(" + std::to_string(number) + ")");
}

void print_refused(Scope& s, std::size_t refused) {
  s.at("print(f\"refused").print("refused: " + std::to_string(refused));
}

using Download = std::function<Coro<>(Scope)>;

Coro<> main_task(Scope s, Settings p, Download download) {
  s.at("asyncio.gather");
  std::vector<Coro<>> downloads;
  for (int number = 1; number <= p.count("count"); ++number) {
    downloads.push_back(download(downloading(s, number)));
  }
  const auto results = co_await gather(s, return_exceptions, std::move(downloads));
  std::size_t refused = 0;
  for (const auto& result : results) {
    refused += result.error ? 1U : 0U;
  }
  print_refused(s, refused);
}

Coro<> concurrent(Scope s, Settings p) {
  const Server server(s.at("server = Server"), p.count("capacity"));
  const Download one = [&](Scope scope) { return download(std::move(scope), p, server); };
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p, one));
}

Coro<> limited(Scope s, Settings p) {
  const Server server(s.at("server = Server"), p.count("capacity"));
  const Semaphore slots(s.at("slots = asyncio.Semaphore"), p.count("limit"), "slots");
  const Download one = [&](Scope scope) {
    return download_with_slot(std::move(scope), p, server, slots);
  };
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p, one));
}

Coro<> sequential(Scope s, Settings p) {
  const Server server(s.at("server = Server"), p.count("capacity"));
  std::size_t refused = 0;
  for (int number = 1; number <= p.count("count"); ++number) {
    try {
      s.at("download(number)");
      co_await call(s, download_blocking(downloading(s, number), p, server));
    } catch (const Error&) {
      ++refused;
    }
  }
  print_refused(s, refused);
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  const std::string listing = twenty_downloads_scenario().listing(mode);
  if (mode == "sequential") {
    return script(listing, p, sequential);
  }
  return script(listing, p, mode == "limited" ? limited : concurrent);
}

}  // namespace

Scenario twenty_downloads_scenario() {
  Scenario s;
  s.id = "twenty-downloads";
  s.title = "Twenty downloads";
  s.short_title = "Twenty downloads";
  s.lesson = "Sharing and limits";
  s.teaches = "Everything at once is fastest, as long as the other side can bear it.";
  s.question =
      "Twenty downloads take 0.177 s each. How long do they take one by one, all at once, ten at a "
      "time? And what if the server takes only twelve at once?";
  s.notice =
      "3.54 s, 0.177 s, 0.354 s. A small server refuses eight of the twenty that come at once, and "
      "none when a semaphore lets ten in at a time.";
  s.modes = {
      {"sequential", "Sequential", "one after the other"},
      {"concurrent", "Concurrent", "all at once"},
      {"limited", "Limited", "asyncio.Semaphore(LIMIT)", true},
  };
  s.default_mode = "limited";
  s.parameters = {
      count("count", "downloads", 20, 60),
      seconds("latency", "time per download", 0.177, 5),
      count("limit", "at a time", 10, 60),
      count("capacity", "the server takes", 25, 60),
  };
  s.parameters[1].step = 0.001;
  s.parameters[2].min = 1;
  s.parameters[2].modes = {"limited"};
  s.presets = {{"small-server", "small server", {{"capacity", 12}}, ""}};
  s.nouns = {{"download", "downloading", "a download"}};
  s.make = make;
  s.source = "scenarios/twenty_downloads.cpp";
  return s;
}

}  // namespace interleave
