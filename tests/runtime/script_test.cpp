#include "runtime/script.h"

#include <algorithm>
#include <optional>

#include "runtime/future.h"
#include "runtime/gather.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "runtime/task.h"
#include "tests/catch.h"
#include "tests/invariants.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<> waits_forever(Scope s) {
  FutureAwait never(make_counted<FutureOf<int>>(s.at("await").loop()), Reason::future, 0);
  co_await never;
}
Coro<> waits_for_waiters(Scope s) {
  s.at("gather");
  co_await gather(s, waits_forever(s.def("waits")), waits_forever(s.def("waits")));
}
constexpr std::string_view kDeadlock = R"(import asyncio

async def waits():
    await asyncio.get_running_loop().create_future()

async def main():
    await asyncio.gather(waits(), waits())

asyncio.run(main())
)";

Coro<> ping(Scope s, std::optional<Task<>>* other) {
  s.at("await");
  co_await **other;
}
Coro<> two_await_each_other(Scope s) {
  std::optional<Task<>> a;
  std::optional<Task<>> b;
  a = create_task(s.at("create_task", 1), ping(s.def("ping"), &b));
  b = create_task(s.at("create_task", 2), ping(s.def("ping"), &a));
  s.at("await a");
  co_await *a;
}

Coro<> runs_forever(Scope s) { co_await run_forever(s.at("pass")); }

Coro<> yields_forever(Scope s) {
  while (true) {
    co_await sleep(s.at("pass"), ms(0));
  }
}

Coro<> sleeps_a_little(Scope s) {
  co_await sleep(s.at("pass"), ms(2));
  s.print("awake");
}

constexpr std::string_view kPass = "async def main():\n    pass\n\nasyncio.run(main())\npass\n";

std::string failure_of(std::string_view listing, Coro<> (*module)(Scope)) {
  const Log log = run_alone(listing, module);
  CHECK(broken_rules(*log) == Lines{});
  REQUIRE(log->back().kind == Kind::program_failed);
  return std::string(log->text(log->back().a));
}

void run_handles(Program& program, std::uint64_t handles) {
  for (std::uint64_t i = 0; i < handles; ++i) {
    program.run_handle();
  }
}

int handles_of(const Sample& sample) {
  const auto program = sample.program();
  int handles = 1;
  while (program->run_handle()) {
    ++handles;
  }
  return handles;
}

}  // namespace

TEST_CASE("a deadlock ends the run and says who waits for what") {
  CHECK(told(*run_alone(kDeadlock, running<waits_for_waiters>), {Kind::program_failed}) ==
        Lines{"the loop program_failed deadlock: main waits for gather; waits waits for future; "
              "waits 2 waits for future"});
  CHECK(failure_of(kPass, runs_forever) ==
        "deadlock: nothing is ready, no timer is set and no job is under way");
}

TEST_CASE("tasks that wait for each other are a deadlock, and leave nothing behind") {
  CHECK(failure_of("async def ping():\n    await\n\nasync def main():\n    create_task\n"
                   "    create_task\n    await a\n\nasyncio.run(main())\n",
                   running<two_await_each_other>) ==
        "deadlock: main waits for ping; ping waits for ping 2; ping 2 waits for ping");
}

TEST_CASE("a run that comes to its limit of events fails and says so") {
  const Log log = run_alone(kPass, running<yields_forever>, Limits{1000});
  CHECK(log->size() == 1000);
  CHECK(told(*log, {Kind::program_failed}) ==
        Lines{"the loop program_failed the limit of 1000 events was reached"});
}

TEST_CASE("a loop told to run for ever is watched to its end time") {
  Limits limits;
  limits.until_ns = ms(3000).count();
  const Log log = run_alone(kPass, runs_forever, limits);
  CHECK(log->back().kind == Kind::program_stopped);
  CHECK(log->back().t_ns == limits.until_ns);
  CHECK(count_of(*log, Kind::loop_stopped) == 0);
}

TEST_CASE("what must hold of every run holds of every small program") {
  REQUIRE(samples().size() > 30);
  for (const Sample* sample : samples()) {
    INFO(sample->name());
    CHECK(broken_rules(*sample->run()) == Lines{});
  }
}

TEST_CASE("a program gives the same events every time, however it is driven") {
  for (const Sample* sample : samples()) {
    INFO(sample->name());
    const Lines expected = everything(*sample->run());
    const auto by_step = sample->program();
    while (by_step->run_step()) {
    }
    CHECK(everything(*by_step->log()) == expected);
    const auto by_iteration = sample->program();
    while (by_iteration->run_iteration()) {
    }
    CHECK(everything(*by_iteration->log()) == expected);
    const auto by_time = sample->program();
    for (std::int64_t t_ns = 0; by_time->run_until(t_ns); t_ns += ms(300).count()) {
    }
    CHECK(everything(*by_time->log()) == expected);
  }
}

TEST_CASE("a program can be dropped after any number of handles") {
  for (const Sample* sample : samples()) {
    const int handles = handles_of(*sample);
    for (int i = 0; i <= handles; ++i) {
      const auto program = sample->program();
      run_handles(*program, static_cast<std::uint64_t>(i));
    }
  }
  SUCCEED("the sanitizers have nothing to say");
}

TEST_CASE("a program ends well at any limit of events, with the events that it would have had") {
  for (const Sample* sample : samples()) {
    INFO(sample->name());
    const Log whole = sample->run();
    const Lines expected = everything(*whole);
    for (std::uint64_t limit = 2; limit < whole->size(); ++limit) {
      const Log log = sample->run(Limits{limit});
      REQUIRE(log->size() == limit);
      REQUIRE(log->back().kind == Kind::program_failed);
      const Lines cut = everything(*log);
      REQUIRE(std::equal(cut.begin(), cut.end() - 1, expected.begin()));
    }
    CHECK(everything(*sample->run(Limits{whole->size()})) == expected);
  }
}

TEST_CASE("a program can be stopped at any of its times") {
  for (const Sample* sample : samples()) {
    INFO(sample->name());
    const Log whole = sample->run();
    for (Limits limits{1'000'000, ms(500).count()}; limits.until_ns <= whole->back().t_ns;
         limits.until_ns += ms(500).count()) {
      const Log log = sample->run(limits);
      CHECK(log->back().kind == Kind::program_stopped);
      CHECK(log->back().t_ns == limits.until_ns);
      CHECK(broken_rules(*log) == Lines{});
    }
  }
}

TEST_CASE("a program that has ended is driven no further") {
  const auto program = samples().front()->program();
  program->run_to_end();
  const std::uint64_t size = program->log()->size();
  CHECK(program->finished());
  CHECK_FALSE(program->run_handle());
  CHECK_FALSE(program->run_step());
  CHECK_FALSE(program->run_iteration());
  CHECK(program->log()->size() == size);
}

TEST_CASE("on the wall clock the order is the same") {
  for (const auto waiting : {WallClock::Waiting::sleep, WallClock::Waiting::poll}) {
    Script::Options options;
    options.clock = std::make_unique<WallClock>(waiting);
    Script script(kPass, running<sleeps_a_little>, std::move(options));
    script.run_to_end();
    CHECK(outputs(*script.log()) == Lines{"awake"});
    CHECK(script.log()->back().kind == Kind::program_finished);
  }
}

}  // namespace interleave::test
