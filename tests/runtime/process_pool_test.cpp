#include "runtime/process_pool.h"

#include "runtime/gather.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<> asks(Scope s, const ProcessPool* pool, int seconds) {
  s.at("run_in_executor");
  co_await run_in_executor(s, *pool, Job{ms(1000 * seconds), true});
  s.at("print").print(std::to_string(seconds));
}

template <Coro<> (*main_task)(Scope)>
Coro<> runs_main(Scope s) {
  s.at("__name__");
  co_await run(s.at("asyncio.run"), main_task(s.def("main")));
}

Coro<> side_by_side(Scope s) {
  const ProcessPool pool(s.at("ProcessPoolExecutor"), 2);
  s.at("asyncio.gather");
  co_await gather(s, asks(s.def("asks"), &pool, 2), asks(s.def("asks"), &pool, 1));
}
const Sample kSideBySide("processes side by side", R"(import asyncio
from concurrent.futures import ProcessPoolExecutor

def computes(seconds):
    work(seconds)

async def asks(pool, seconds):
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(pool, computes, seconds)
    print(seconds)

async def main():
    pool = ProcessPoolExecutor(2)
    await asyncio.gather(asks(pool, 2), asks(pool, 1))

def work(seconds):
    pass

if __name__ == "__main__":
    asyncio.run(main())
)",
                         runs_main<side_by_side>);

Coro<> one_worker(Scope s) {
  const ProcessPool pool(s.at("ProcessPoolExecutor"), 1);
  s.at("asyncio.gather");
  co_await gather(s, asks(s.def("asks"), &pool, 2), asks(s.def("asks"), &pool, 1),
                  asks(s.def("asks"), &pool, 1));
}
const Sample kOneWorker("jobs queue for a worker", R"(import asyncio
from concurrent.futures import ProcessPoolExecutor

def computes(seconds):
    work(seconds)

async def asks(pool, seconds):
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(pool, computes, seconds)
    print(seconds)

async def main():
    pool = ProcessPoolExecutor(1)
    await asyncio.gather(asks(pool, 2), asks(pool, 1), asks(pool, 1))

def work(seconds):
    pass

if __name__ == "__main__":
    asyncio.run(main())
)",
                        runs_main<one_worker>);

Coro<> sleeper(Scope s, int seconds) {
  co_await sleep(s.at("asyncio.sleep"), ms(1000 * seconds));
  s.at("print").print("slept");
}
Coro<> equal_ends(Scope s) {
  const ProcessPool pool(s.at("ProcessPoolExecutor"), 2);
  s.at("asyncio.gather");
  co_await gather(s, sleeper(s.def("sleeper"), 1), asks(s.def("asks"), &pool, 1),
                  sleeper(s.def("sleeper"), 1), asks(s.def("asks"), &pool, 1));
}
const Sample kEqualEnds("jobs and timers that end together", R"(import asyncio
from concurrent.futures import ProcessPoolExecutor

def computes(seconds):
    work(seconds)

async def asks(pool, seconds):
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(pool, computes, seconds)
    print(seconds)

async def sleeper(seconds):
    await asyncio.sleep(seconds)
    print("slept")

async def main():
    pool = ProcessPoolExecutor(2)
    await asyncio.gather(sleeper(1), asks(pool, 1), sleeper(1), asks(pool, 1))

def work(seconds):
    pass

if __name__ == "__main__":
    asyncio.run(main())
)",
                        runs_main<equal_ends>);

Coro<> makes_a_pool_of_nobody(Scope s) {
  const ProcessPool pool(s.at("pool"), 0);
  co_return;
}

}  // namespace

TEST_CASE("jobs in a pool of two compute side by side") {
  const Log log = kSideBySide.run();
  CHECK(outputs(*log) == Lines{"1", "2"});
  CHECK(log->back().t_ns == ms(2000).count());
  CHECK(told(*log, {Kind::resource_created}) == Lines{"main resource_created processes of 2"});
  CHECK(told(*log, {Kind::job_started}) ==
        Lines{"asks job_started 1 by worker 1", "asks 2 job_started 2 by worker 2"});
}

TEST_CASE("a job's waiter resumes one iteration after the job's handle has run") {
  CHECK(steps(*kSideBySide.run()) ==
        "1 main, 2 asks, 2 asks 2, 4 asks 2 @1000, 7 asks @2000, 9 main @2000");
}

TEST_CASE("jobs that find no worker free wait their turn") {
  const Log log = kOneWorker.run();
  CHECK(told(*log, {Kind::job_submitted, Kind::job_started, Kind::job_finished}) ==
        Lines{"asks job_submitted 1", "asks job_started 1 by worker 1", "asks 2 job_submitted 2",
              "asks 3 job_submitted 3", "asks job_finished 1 by worker 1",
              "asks 2 job_started 2 by worker 1", "asks 2 job_finished 2 by worker 1",
              "asks 3 job_started 3 by worker 1", "asks 3 job_finished 3 by worker 1"});
  CHECK(log->back().t_ns == ms(4000).count());
}

TEST_CASE("jobs and timers that end together are heard of in the order in which they were set") {
  CHECK(outputs(*kEqualEnds.run()) == Lines{"slept", "1", "slept", "1"});
}

TEST_CASE("a pool without a worker is refused") {
  const Log log = run_alone("pool\n", makes_a_pool_of_nobody);
  CHECK(told(*log, {Kind::program_failed}) ==
        Lines{"the loop program_failed ValueError: max_workers must be greater than 0"});
}

}  // namespace interleave::test
