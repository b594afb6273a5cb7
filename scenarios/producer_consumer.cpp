#include <compare>
#include <cstdio>
#include <string>
#include <vector>

#include "runtime/call_stack.h"
#include "runtime/gather.h"
#include "runtime/queue.h"
#include "runtime/random.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

// Python's floats: what is put says when it was made, in seconds.
struct Item {
  int value;
  double made;

  friend auto operator<=>(const Item&, const Item&) = default;
};

std::string repr(const Item& item) {
  return "(" + std::to_string(item.value) + ", " + interleave::repr(item.made) + ")";
}

double perf_counter(const Scope& s) { return static_cast<double>(s.time().count()) / 1e9; }

Duration pause_after(int i, int seed) { return random_delay(seed, i); }

void print_generated(Scope& s, int i) {
  s.at(" -- generated item").print(" -- generated item " + std::to_string(i));
}

void print_processed(Scope& s, const Item& item) {
  char text[80];
  std::snprintf(text, sizeof text, " +++ Processed value %d after %.2f sec.", item.value,
                perf_counter(s) - item.made);
  s.at(" +++ Processed value").print(text);
}

using Data = Queue<Item>;

Coro<> generate_data(Scope s, Settings p, Data data, int seed) {
  for (int i = 1; i <= p.count("items"); ++i) {
    s.at("data.put");
    const Item item = {i * i, perf_counter(s)};
    co_await data.put(item);
    print_generated(s, i);
    co_await sleep(s.at("asyncio.sleep(pause"), pause_after(i, seed));
  }
  s.at("for i in");
}

Coro<> process_data(Scope s, Settings p, Data data) {
  for (int i = 0; i < 2 * p.count("items"); ++i) {
    s.at("data.get()");
    const Item item = co_await data.get();
    print_processed(s, item);
    co_await sleep(s.at("asyncio.sleep(PROCESS)"), duration(p, "process"));
  }
  s.at("for _ in");
}

Coro<> main_task(Scope s, Settings p) {
  const int seed = p.count("seed");
  const Data data(s.at("asyncio.Queue"), "data", p.count("bound"));
  s.at("asyncio.gather");
  co_await gather(s, generate_data(s.def("generate_data"), p, data, seed),
                  generate_data(s.def("generate_data"), p, data, seed + 1),
                  process_data(s.def("process_data"), p, data));
}

Coro<> queue(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p));
}

Coro<> generate_all(Scope s, Settings p, std::vector<Item>& data, int seed) {
  for (int i = 1; i <= p.count("items"); ++i) {
    data.push_back({i * i, perf_counter(s)});
    print_generated(s, i);
    s.at("time.sleep(pause").block(pause_after(i, seed));
  }
  s.at("for i in");
  co_return;
}

Coro<> process_all(Scope s, Settings p, const std::vector<Item>& data) {
  for (const Item& item : data) {
    print_processed(s, item);
    s.at("time.sleep(PROCESS)").block(duration(p, "process"));
  }
  s.at("for value, made in");
  co_return;
}

Coro<> sequential(Scope s, Settings p) {
  const int seed = p.count("seed");
  std::vector<Item> data;
  s.at("generate_data(data, SEED)");
  co_await call(s, generate_all(s.def("generate_data"), p, data, seed));
  s.at("generate_data(data, SEED + 1)");
  co_await call(s, generate_all(s.def("generate_data"), p, data, seed + 1));
  s.at("process_data(data)");
  co_await call(s, process_all(s.def("process_data"), p, data));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  return script(producer_consumer_scenario().listing(mode), p,
                mode == "sequential" ? sequential : queue);
}

}  // namespace

Scenario producer_consumer_scenario() {
  Scenario s;
  s.id = "producer-consumer";
  s.title = "Two producers and a consumer";
  s.short_title = "Producer, consumer";
  s.lesson = "Streams of data";
  s.teaches = "Through a queue an item is handled when it comes, not when all have come.";
  s.question =
      "Two producers make an item every second or so, the consumer needs half a second for each. "
      "How long does an item wait? And if all are made before the first is processed?";
  s.notice =
      "The consumer is done right after the last item. With a bound of 1 a producer has to wait "
      "for room: back-pressure.";
  s.modes = {
      {"sequential", "Sequential", "all generated, then all processed"},
      {"queue", "Queue", "asyncio.Queue()", true},
  };
  s.default_mode = "queue";
  s.parameters = {
      count("items", "items each", 20, 40),
      seconds("process", "time to process", 0.5, 5),
      count("bound", "room in the queue (0: any)", 0, 40),
      count("seed", "seed of the pauses", 1, 100),
  };
  s.parameters[2].modes = {"queue"};
  s.presets = {{"back-pressure", "back-pressure", {{"process", 1.0}, {"bound", 1}}, "queue"}};
  s.nouns = {{"generate_data", "generating", "the next item"},
             {"process_data", "processing", "the processing"}};
  s.make = make;
  s.source = "scenarios/producer_consumer.cpp";
  return s;
}

}  // namespace interleave
