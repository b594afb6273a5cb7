#include <algorithm>
#include <optional>
#include <string>
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

// What a task gives, a number or a list, as Python prints it.
struct Result {
  std::string text;
};
std::string repr(const Result& result) { return result.text; }

using Function = int (*)(int, int);
int sum(int a, int b) { return a + b; }
int max(int a, int b) { return std::max(a, b); }

// Of all the values so far.
struct Figures {
  int low = 0;
  int high = 0;
  int total = 0;
  int count = 0;

  void add(int value) {
    low = std::min(low, value);
    high = std::max(high, value);
    total += value;
    ++count;
  }
  [[nodiscard]] Result result() const {
    const double mean = static_cast<double>(total) / count;
    return {"[" + std::to_string(low) + ", " + std::to_string(high) + ", " +
            interleave::repr(mean) + "]"};
  }
};

void print_all(Scope& s, const std::vector<Result>& results) {
  s.at("print(").print(results[0].text + " " + results[1].text + " " + results[2].text);
}

AsyncGenerator<int> stream(Scope s, Settings p, Values values) {
  for (const int value : values) {
    co_await sleep(s.at("asyncio.sleep"), duration(p, "delay"));
    s.at("yield value");
    co_yield value;
  }
  s.at("for value in");
}

Coro<Result> task(Scope s, Function function, AsyncGenerator<int> stream) {
  int result = 0;
  while (const std::optional<int> value = co_await anext(s.at("async for"), stream)) {
    result = function(result, *value);
  }
  s.at("return result");
  co_return Result{std::to_string(result)};
}

Coro<Result> complex_task(Scope s, AsyncGenerator<int> stream) {
  Figures figures;
  while (const std::optional<int> value = co_await anext(s.at("async for"), stream)) {
    figures.add(*value);
  }
  s.at("return [low");
  co_return figures.result();
}

Coro<> main_task(Scope s, Settings p) {
  s.at("asyncio.gather");
  const auto first = stream(s.def("first_stream"), p, kFirst);
  const auto second = stream(s.def("second_stream"), p, kSecond);
  const auto third = stream(s.def("second_stream"), p, kSecond);
  const std::vector<Result> results = co_await gather(
      s, task(s.def("task", "task(sum)"), sum, first),
      task(s.def("task", "task(max)"), max, second), complex_task(s.def("complex_task"), third));
  print_all(s, results);
}

Coro<> concurrent(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p));
}

// What it yields, it leaves in `yielded`.
Coro<> stream_blocking(Scope s, Settings p, Values values, int& yielded) {
  for (const int value : values) {
    s.at("time.sleep").block(duration(p, "delay"));
    yielded = value;
    co_await yield(s.at("yield value"));
  }
  s.at("for value in");
}

Coro<Result> task_blocking(Scope s, Function function, Generator stream, const int& value) {
  int result = 0;
  while (co_await next(s.at("for value in"), stream)) {
    result = function(result, value);
  }
  s.at("return result");
  co_return Result{std::to_string(result)};
}

Coro<Result> complex_task_blocking(Scope s, Generator stream, const int& value) {
  Figures figures;
  while (co_await next(s.at("for value in"), stream)) {
    figures.add(value);
  }
  s.at("return [low");
  co_return figures.result();
}

Coro<> sequential(Scope s, Settings p) {
  std::vector<Result> results;
  int value = 0;
  s.at("task(sum");
  const auto first = generator(s, stream_blocking(s.def("first_stream"), p, kFirst, value));
  results.push_back(co_await call(s, task_blocking(s.def("task", "task(sum)"), sum, first, value)));
  s.at("task(max");
  const auto second = generator(s, stream_blocking(s.def("second_stream"), p, kSecond, value));
  results.push_back(
      co_await call(s, task_blocking(s.def("task", "task(max)"), max, second, value)));
  s.at("complex_task(");
  const auto third = generator(s, stream_blocking(s.def("second_stream"), p, kSecond, value));
  results.push_back(co_await call(s, complex_task_blocking(s.def("complex_task"), third, value)));
  print_all(s, results);
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  return script(stream_processing_scenario().listing(mode), p,
                mode == "sequential" ? sequential : concurrent);
}

}  // namespace

Scenario stream_processing_scenario() {
  Scenario s;
  s.id = "stream-processing";
  s.title = "Figures from streams";
  s.short_title = "Stream processing";
  s.lesson = "Streams of data";
  s.teaches = "Each value is worked into the result as it comes; no stream waits for another.";
  s.question =
      "A sum of one stream, the greatest of another, and least, greatest and mean of it once more: "
      "three times three values, one every 0.1 s. How long does it take?";
  s.notice =
      "Nine waits of 0.1 s, three at a time: 0.3 s instead of 0.9 s. Nothing is collected first: "
      "every value is used when it is there.";
  s.modes = {
      {"sequential", "Sequential", "one stream after the other"},
      {"concurrent", "Concurrent", "await asyncio.gather(…)", true},
  };
  s.default_mode = "concurrent";
  s.parameters = {seconds("delay", "time per value", 0.1, 5)};
  s.nouns = {{"task", "a figure", "a stream"},
             {"complex_task", "the figures", "a stream"},
             {"first_stream", "the first stream", "the first stream"},
             {"second_stream", "the second stream", "the second stream"}};
  s.make = make;
  s.source = "scenarios/stream_processing.cpp";
  return s;
}

}  // namespace interleave
