#include "runtime/gather.h"
#include "runtime/queue.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

using Reports = Queue<std::string>;

Coro<> consume(Scope s, Reports reports) {
  while (true) {
    s.at("print(await reports.get())");
    const std::string station = co_await reports.get();
    s.print(station);
  }
}

Coro<> produce(Scope s, Settings p, Reports reports, std::string station, Duration asking) {
  while (true) {
    co_await sleep(s.at("asyncio.sleep(asking)"), asking);
    s.at("reports.put");
    co_await reports.put(station);
    co_await sleep(s.at("asyncio.sleep(PAUSE)"), duration(p, "pause"));
  }
}

Coro<> from(const Scope& s, const Settings& p, const Reports& reports, const std::string& station,
            std::chrono::milliseconds asking) {
  return produce(s.def("produce", "produce(\"" + station + "\")"), p, reports, station, asking);
}

Coro<> main_task(Scope s, Settings p) {
  using std::chrono::milliseconds;
  const Reports reports(s.at("asyncio.Queue()"), "reports");
  s.at("asyncio.gather");
  co_await gather(s, consume(s.def("consume"), reports),
                  from(s, p, reports, "Kiel", milliseconds(300)),
                  from(s, p, reports, "Berlin", milliseconds(200)),
                  from(s, p, reports, "München", milliseconds(400)));
}

Coro<> queue(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  Limits limits;
  limits.until_ns = p.ns("until");
  return script(weather_stations_scenario().listing(mode), p, queue, limits);
}

}  // namespace

Scenario weather_stations_scenario() {
  Scenario s;
  s.id = "weather-stations";
  s.title = "Three weather stations";
  s.short_title = "Weather stations";
  s.lesson = "Streams of data";
  s.teaches = "Publish and subscribe: who puts and who gets need not know of each other.";
  s.question =
      "Kiel answers after 0.3 s, Berlin after 0.2 s, München after 0.4 s, then each pauses for 5 "
      "s, for ever. What does consume print, when, and when does the program end?";
  s.notice =
      "Berlin, Kiel, München, in the order in which they answer, and again at every round. It "
      "never ends: the loop idles between the rounds, and consume waits for the next item.";
  s.modes = {{"queue", "Queue", "asyncio.Queue()", true}};
  s.default_mode = "queue";
  s.parameters = {
      seconds("pause", "pause", 5, 20),
      seconds("until", "watched until", 30, 60),
  };
  s.parameters.back().min = 0.05;
  s.nouns = {{"consume", "printing", "the next report"}, {"produce", "asking", "a station"}};
  s.make = make;
  s.source = "scenarios/weather_stations.cpp";
  return s;
}

}  // namespace interleave
