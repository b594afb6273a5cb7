#include "runtime/call_stack.h"
#include "runtime/executor.h"
#include "runtime/gather.h"
#include "runtime/run.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

// sum(range(first, last))
std::int64_t sum_of(int first, int last) {
  std::int64_t sum = 0;
  for (int number = first; number < last; ++number) {
    sum += number;
  }
  return sum;
}

Coro<std::int64_t> add_up(Scope s, int first, int last, Duration cost) {
  s.at("work(").work((last - first) * cost);
  s.at("return");
  co_return sum_of(first, last);
}

// The same by a worker.
auto adding_up(int first, int last, Duration cost) {
  return [first, last, cost](JobScope& job) {
    job.work((last - first) * cost);
    return sum_of(first, last);
  };
}

Coro<> main_task(Scope s, Settings p) {
  const int numbers = p.count("numbers");
  const int parts = p.count("parts");
  const ProcessPool pool(s.at("ProcessPoolExecutor"), static_cast<std::uint32_t>(parts));
  std::vector<JobFuture<std::int64_t>> jobs;
  s.at("run_in_executor");
  for (int part = 0; part < parts; ++part) {
    jobs.push_back(run_in_executor(
        s, pool,
        adding_up(numbers * part / parts, numbers * (part + 1) / parts, duration(p, "cost"))));
  }
  s.at("asyncio.gather");
  const std::vector<std::int64_t> sums = co_await gather(s, jobs);
  std::int64_t total = 0;
  for (const std::int64_t part : sums) {
    s.at("work(COST)").work(duration(p, "cost"));
    total += part;
  }
  s.at("print(total)").print(std::to_string(total));
}

Coro<> split(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p));
}

Coro<> one(Scope s, Settings p) {
  s.at("print(add_up");
  const std::int64_t sum =
      co_await call(s, add_up(s.def("add_up"), 0, p.count("numbers"), duration(p, "cost")));
  s.print(std::to_string(sum));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  const std::string listing = split_the_sum_scenario().listing(mode);
  return script(listing, p, mode == "one" ? one : split);
}

}  // namespace

Scenario split_the_sum_scenario() {
  Scenario s;
  s.id = "split-the-sum";
  s.title = "Splitting a sum";
  s.short_title = "Splitting a sum";
  s.lesson = "Threads and processes";
  s.teaches = "Work that can be divided goes to processes; putting it together costs a little.";
  s.question =
      "1000 numbers, 0.001 s each to add: 1 s. Four processes add a quarter each. Is that a "
      "quarter of the time?";
  s.notice = "Nearly: 0.25 s for the parts side by side, and 0.004 s to add the four sums up.";
  s.modes = {
      {"one", "One", "add_up(0, NUMBERS)", true},
      {"split", "Split", "each part in a process"},
  };
  s.default_mode = "split";
  s.parameters = {
      count("numbers", "numbers", 1000, 10'000),
      {"cost", "adding a number", 0.001, 0.0, 0.01, 0.001, Unit::seconds},
      count("parts", "parts", 4, 16),
  };
  s.parameters.back().min = 1;
  s.parameters.back().modes = {"split"};
  s.nouns = {{"add_up", "adding up", "the sum"}, {"main", "adding up", "the sum"}};
  s.make = make;
  s.source = "scenarios/split_the_sum.cpp";
  return s;
}

}  // namespace interleave
