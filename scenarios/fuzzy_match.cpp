#include <algorithm>
#include <numeric>

#include "runtime/executor.h"
#include "runtime/gather.h"
#include "runtime/plain_call.h"
#include "runtime/run.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

int match(Scope s, int count, Duration cost) {
  const PlainCall call(s);
  s.at("work(").work(count * cost);
  return count;
}

Coro<int> match_chunk(Scope s, int count, Duration cost) {
  s.at("return match");
  co_return match(s.def("match"), count, cost);
}

// The same by a worker.
auto matching(int count, Duration cost) {
  return [count, cost](JobScope& job) {
    job.work(count * cost);
    return count;
  };
}

// How many pairs each chunk has: 10, 10, …, 5.
std::vector<int> chunks(const Settings& p) {
  std::vector<int> counts;
  for (int start = 0; start < p.count("pairs"); start += p.count("chunk")) {
    counts.push_back(std::min(p.count("chunk"), p.count("pairs") - start));
  }
  return counts;
}

void print_sum(Scope& s, const std::vector<int>& matched) {
  const int sum = std::accumulate(matched.begin(), matched.end(), 0);
  s.at("pairs matched").print(std::to_string(sum) + " pairs matched");
}

Coro<> main_inline(Scope s, Settings p) {
  std::vector<Coro<int>> matching_chunks;
  for (const int count : chunks(p)) {
    matching_chunks.push_back(
        match_chunk(s.def("match_chunk", "match_chunk(" + std::to_string(count) + ")"), count,
                    duration(p, "cost")));
  }
  s.at("asyncio.gather");
  const std::vector<int> matched = co_await gather(s, std::move(matching_chunks));
  print_sum(s, matched);
}

template <class Pool>
Coro<> main_in_pool(Scope s, Settings p) {
  const Pool pool(s.at("PoolExecutor"), static_cast<std::uint32_t>(p.count("workers")));
  std::vector<JobFuture<int>> jobs;
  s.at("run_in_executor");
  for (const int count : chunks(p)) {
    jobs.push_back(run_in_executor(s, pool, matching(count, duration(p, "cost"))));
  }
  s.at("asyncio.gather");
  const std::vector<int> matched = co_await gather(s, jobs);
  print_sum(s, matched);
}

template <Coro<> (*main_task)(Scope, Settings)>
Coro<> module(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  const std::string listing = fuzzy_match_scenario().listing(mode);
  if (mode == "inline") {
    return script(listing, p, module<main_inline>);
  }
  return script(
      listing, p,
      mode == "threads" ? module<main_in_pool<ThreadPool>> : module<main_in_pool<ProcessPool>>);
}

}  // namespace

Scenario fuzzy_match_scenario() {
  Scenario s;
  s.id = "fuzzy-match";
  s.title = "Matching names: computing in chunks";
  s.short_title = "Fuzzy matching";
  s.lesson = "Threads and processes";
  s.teaches = "Computing gains nothing from coroutines, nor from threads under one lock.";
  s.question =
      "225 pairs to compare, 0.01 s of computing each. How much faster are four threads than "
      "coroutines? And four processes?";
  s.notice =
      "Threads computed one at a time, under the one interpreter lock: 2.25 s as before. Four "
      "processes took 0.6 s.";
  s.modes = {
      {"inline", "Inline", "await asyncio.gather(…)", true},
      {"threads", "Threads", "ThreadPoolExecutor(…)", true},
      {"processes", "Processes", "ProcessPoolExecutor(…)", true},
  };
  s.default_mode = "processes";
  s.parameters = {
      count("pairs", "pairs", 225, 1000),
      {"cost", "computing a pair", 0.01, 0.0, 0.1, 0.005, Unit::seconds},
      count("chunk", "pairs a chunk", 10, 225),
      count("workers", "workers", 4, 16),
  };
  s.parameters[2].min = 1;
  s.parameters[3].min = 1;
  s.parameters[3].modes = {"threads", "processes"};
  s.presets = {{"one-chunk", "one chunk", {{"chunk", 225}}, ""}};
  s.nouns = {{"match_chunk", "matching", "the matching"}, {"main", "matching", "the matching"}};
  s.make = make;
  s.source = "scenarios/fuzzy_match.cpp";
  return s;
}

}  // namespace interleave
