#include <optional>
#include <vector>

#include "runtime/async_generator.h"
#include "runtime/call_stack.h"
#include "runtime/gather.h"
#include "runtime/generator.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

using Values = std::vector<int>;

const Values kFirst = {10, 20, 40};
const Values kSecond = {50, 500, 5000};

AsyncGenerator<int> store(Scope s, Settings p, Values values) {
  for (const int value : values) {
    co_await sleep(s.at("asyncio.sleep"), duration(p, "delay"));
    s.at("yield value");
    co_yield value;
  }
  s.at("for value in");
}

Coro<Values> process_feat(Scope s, AsyncGenerator<int> store) {
  Values collected;
  s.at("async for value in store");
  while (const std::optional<int> value = co_await anext(s, store)) {
    collected.push_back(*value);
  }
  co_return collected;
}

Coro<> main_task(Scope s, Settings p) {
  s.at("asyncio.gather");
  const auto first = store(s.def("first_store"), p, kFirst);
  const auto second = store(s.def("second_store"), p, kSecond);
  const std::vector<Values> both =
      co_await gather(s, process_feat(s.def("process_feat", "process_feat(first_store())"), first),
                      process_feat(s.def("process_feat", "process_feat(second_store())"), second));
  s.print(repr(both));
}

Coro<> concurrent(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p));
}

// What it yields, it leaves in `yielded`.
Coro<> store_blocking(Scope s, Settings p, Values values, int& yielded) {
  for (const int value : values) {
    s.at("time.sleep").block(duration(p, "delay"));
    yielded = value;
    co_await yield(s.at("yield value"));
  }
  s.at("for value in");
}

Coro<Values> process_feat_blocking(Scope s, Generator store, const int& value) {
  Values collected;
  while (co_await next(s.at("for value in store"), store)) {
    collected.push_back(value);
  }
  co_return collected;
}

Coro<> sequential(Scope s, Settings p) {
  std::vector<Values> both;
  int value = 0;
  s.at("process_feat(first_store())");
  const auto first = generator(s, store_blocking(s.def("first_store"), p, kFirst, value));
  both.push_back(co_await call(s, process_feat_blocking(s.def("process_feat"), first, value)));
  s.at("process_feat(second_store())");
  const auto second = generator(s, store_blocking(s.def("second_store"), p, kSecond, value));
  both.push_back(co_await call(s, process_feat_blocking(s.def("process_feat"), second, value)));
  s.at("print(").print(repr(both));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  return script(feature_stores_scenario().listing(mode), p,
                mode == "sequential" ? sequential : concurrent);
}

}  // namespace

Scenario feature_stores_scenario() {
  Scenario s;
  s.id = "feature-stores";
  s.title = "Two feature stores";
  s.short_title = "Feature stores";
  s.lesson = "Streams of data";
  s.teaches = "An async generator waits for its next value without holding up other streams.";
  s.question =
      "Two stores give three values each, one every second. Does reading them both take three "
      "seconds or six?";
  s.notice =
      "One after the other 6 s; gathered 3 s: while one stream waits for its next value, so does "
      "the other. The results come in the order of the arguments.";
  s.modes = {
      {"sequential", "Sequential", "for value in store", true},
      {"concurrent", "Concurrent", "async for value in store", true},
  };
  s.default_mode = "concurrent";
  s.parameters = {seconds("delay", "time per value", 1, 5)};
  s.nouns = {{"process_feat", "collecting", "a store"},
             {"first_store", "the first store", "the first store"},
             {"second_store", "the second store", "the second store"}};
  s.make = make;
  s.source = "scenarios/feature_stores.cpp";
  return s;
}

}  // namespace interleave
