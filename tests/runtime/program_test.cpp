#include "runtime/program.h"

#include "runtime/gather.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<> child(Scope s, int seconds) { co_await sleep(s.at("asyncio.sleep"), ms(1000 * seconds)); }
Coro<> main_task(Scope s) {
  s.at("asyncio.gather");
  co_await gather(s, child(s.def("child"), 1), child(s.def("child"), 2));
}
Coro<> module(Scope s) { co_await run(s.at("asyncio.run"), main_task(s.def("main"))); }
const Sample kTwoSleep("two sleep", R"(import asyncio

async def child(seconds):
    await asyncio.sleep(seconds)

async def main():
    await asyncio.gather(child(1), child(2))

asyncio.run(main())
)",
                       module);

}  // namespace

TEST_CASE("a step of a program ends with a suspension or an end of a task") {
  const auto program = kTwoSleep.program();
  REQUIRE(program->run_step());
  CHECK(steps(*program->log()) == "1 main");
  REQUIRE(program->run_step());
  REQUIRE(program->run_step());
  CHECK(steps(*program->log()) == "1 main, 2 child, 2 child 2");
  REQUIRE(program->run_step());
  CHECK(steps(*program->log()) == "1 main, 2 child, 2 child 2, 4 child @1000");
}

TEST_CASE("an iteration of a program runs what was ready, and no more") {
  const auto program = kTwoSleep.program();
  for (std::uint32_t iteration = 0; iteration < 5; ++iteration) {
    REQUIRE(program->run_iteration());
    CHECK(program->between_iterations());
    CHECK(program->log()->back().iteration == iteration);
  }
}

TEST_CASE("a program is run until a time, and not beyond the handle that reaches it") {
  const auto program = kTwoSleep.program();
  REQUIRE(program->run_until(ms(1000).count()));
  CHECK(program->log()->back().t_ns == ms(1000).count());
  REQUIRE(program->run_until(ms(1500).count()));
  CHECK(program->log()->back().t_ns == ms(2000).count());
  CHECK_FALSE(program->run_until(ms(9000).count()));
  CHECK(program->finished());
}

}  // namespace interleave::test
