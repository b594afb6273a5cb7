#include "runtime/executor.h"

#include <string>
#include <vector>

#include "runtime/errors.h"
#include "runtime/gather.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<> asks(Scope s, const ProcessPool* pool, int seconds) {
  s.at("run_in_executor");
  co_await run_in_executor(s, *pool, computing(ms(1000 * seconds)));
  s.at("print").print(std::to_string(seconds));
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
                         running<side_by_side>);

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
                        running<one_worker>);

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
                        running<equal_ends>);

Coro<> three_compute_in_threads(Scope s) {
  const ThreadPool pool(s.at("ThreadPoolExecutor"), 2);
  std::vector<JobFuture<int>> jobs;
  for (int i = 1; i <= 3; ++i) {
    jobs.push_back(run_in_executor(s.at("run_in_executor"), pool, [i](JobScope& job) {
      job.work(ms(1000));
      return i;
    }));
  }
  s.at("    work(0.5)").work(ms(500));
  for (const JobFuture<int>& job : jobs) {
    s.at("await job");
    const int number = co_await job;
    s.print(std::to_string(number));
  }
  s.at("for job");
}
const Sample kOneLock("threads that compute take turns, the loop with them", R"(import asyncio
from concurrent.futures import ThreadPoolExecutor

def compute(number):
    work(1)
    return number

async def main():
    loop = asyncio.get_running_loop()
    pool = ThreadPoolExecutor(2)
    jobs = [loop.run_in_executor(pool, compute, n) for n in (1, 2, 3)]
    work(0.5)
    for job in jobs:
        print(await job)

def work(seconds):
    pass

asyncio.run(main())
)",
                      running<three_compute_in_threads>);

// What a job that waits does: it says so, and the third has no answer.
auto asking(int number) {
  return [number](JobScope& job) {
    job.print("ask " + std::to_string(number));
    job.block(ms(1000));
    if (number == 3) {
      throw Error("OSError", "no answer");
    }
    return "id" + std::to_string(number);
  };
}
Coro<> three_wait_in_threads(Scope s) {
  const ThreadPool pool(s.at("ThreadPoolExecutor"), 2);
  std::vector<JobFuture<std::string>> jobs;
  for (int i = 1; i <= 3; ++i) {
    jobs.push_back(run_in_executor(s.at("run_in_executor"), pool, asking(i)));
  }
  s.at("work(0.5)").work(ms(500));
  try {
    for (const JobFuture<std::string>& job : jobs) {
      s.at("await job");
      const std::string answer = co_await job;
      s.print(answer);
    }
  } catch (const Error& error) {
    s.at("print(error").print(error.text());
  }
}
const Sample kThreadsWait("threads that wait do so side by side", R"(import asyncio
from concurrent.futures import ThreadPoolExecutor
import time

def ask(number):
    print("ask", number)
    time.sleep(1)
    if number == 3:
        raise OSError("no answer")
    return f"id{number}"

async def main():
    loop = asyncio.get_running_loop()
    pool = ThreadPoolExecutor(max_workers=2)
    jobs = [loop.run_in_executor(pool, ask, n) for n in (1, 2, 3)]
    work(0.5)
    try:
        for job in jobs:
            print(await job)
    except OSError as error:
        print(error)

def work(seconds):
    pass

asyncio.run(main())
)",
                          running<three_wait_in_threads>);

Coro<> default_pool(Scope s) {
  Coro<int> first = to_thread(s.at("asyncio.to_thread"), [](JobScope& job) {
    job.block(ms(1000));
    job.work(ms(500));
    return 1;
  });
  const int one = co_await first;
  s.at("print(await asyncio").print(std::to_string(one));
  const Executor threads = Executor::default_of(s.at("run_in_executor(None"));
  const auto job = run_in_executor(s, threads, waiting(ms(1000)));
  co_await job;
}
const Sample kDefault("the loop's own pool", R"(import asyncio
import time

def both():
    time.sleep(1)
    work(0.5)
    return 1

async def main():
    print(await asyncio.to_thread(both))
    await asyncio.get_running_loop().run_in_executor(None, time.sleep, 1)

def work(seconds):
    pass

asyncio.run(main())
)",
                      running<default_pool>);

Coro<> thread_of(Scope s, int seconds) {
  Coro<> thread = to_thread(s.at("to_thread"), waiting(ms(1000 * seconds)));
  co_await thread;
}
Coro<> cancels_who_waits(Scope s) {
  const Task<> task = create_task(s.at("create_task"), thread_of(s.def("waits"), 3));
  co_await sleep(s.at("asyncio.sleep(1)"), ms(1000));
  s.at("task.cancel").print(task.cancel() ? "True" : "False");
  try {
    s.at("await task");
    co_await task;
  } catch (const CancelledError&) {
    s.at("print(\"cancelled").print("cancelled");
  }
  co_await sleep(s.at("asyncio.sleep(5)"), ms(5000));
}
const Sample kCancelled("a job whose waiter is cancelled runs on", R"(import asyncio
import time

async def waits(seconds):
    await asyncio.to_thread(time.sleep, seconds)

async def main():
    task = asyncio.create_task(waits(3))
    await asyncio.sleep(1)
    print(task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    await asyncio.sleep(5)

asyncio.run(main())
)",
                        running<cancels_who_waits>);

Coro<> ends_before_its_job(Scope s) {
  const ThreadPool pool(s.at("ThreadPoolExecutor"), 1);
  const auto job = run_in_executor(s.at("run_in_executor"), pool, waiting(ms(9000)));
  s.at("print").print(job.cancel() ? "True" : "False");
  s.at("job.cancelled").print(job.cancelled() ? "True" : "False");
  co_return;
}
const Sample kLeftBehind("a job that main leaves behind", R"(import asyncio
from concurrent.futures import ThreadPoolExecutor
import time

async def main():
    pool = ThreadPoolExecutor(1)
    job = asyncio.get_running_loop().run_in_executor(pool, time.sleep, 9)
    print(job.cancel())
    print(job.cancelled())

asyncio.run(main())
)",
                         running<ends_before_its_job>);

Coro<> cancels_a_queued_job(Scope s) {
  const ThreadPool pool(s.at("ThreadPoolExecutor"), 1);
  const auto first = run_in_executor(s.at("first ="), pool, waiting(ms(1000)));
  const auto second = run_in_executor(s.at("second ="), pool, waiting(ms(1000)));
  const auto third = run_in_executor(s.at("third ="), pool, waiting(ms(1000)));
  s.at("print(second").print(second.cancel() ? "True" : "False");
  s.at("await first");
  co_await first;
  s.at("await third");
  co_await third;
}
const Sample kQueued("a job that is cancelled before a worker takes it", R"(import asyncio
from concurrent.futures import ThreadPoolExecutor
import time

async def main():
    loop = asyncio.get_running_loop()
    pool = ThreadPoolExecutor(1)
    first = loop.run_in_executor(pool, time.sleep, 1)
    second = loop.run_in_executor(pool, time.sleep, 1)
    third = loop.run_in_executor(pool, time.sleep, 1)
    print(second.cancel())
    await first
    await third

asyncio.run(main())
)",
                     running<cancels_a_queued_job>);

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

TEST_CASE("threads that compute hold the interpreter's lock one after the other") {
  const Log log = kOneLock.run();
  CHECK(told(*log, {Kind::job_started, Kind::job_waiting, Kind::job_finished}) ==
        Lines{"main job_started 1 by worker 1", "main job_started 2 by worker 2",
              "main job_waiting", "main job_finished 1 by worker 1",
              "main job_started 3 by worker 1", "main job_finished 2 by worker 2",
              "main job_finished 3 by worker 1"});
}

TEST_CASE("the loop's own work waits for threads that have begun to compute") {
  const Log log = kOneLock.run();
  CHECK(told(*log, {Kind::blocked, Kind::worked}) == Lines{"main blocked 2000", "main worked 500"});
  CHECK(outputs(*log) == Lines{"1", "2", "3"});
  CHECK(log->back().t_ns == ms(3500).count());
}

TEST_CASE("threads that wait need no lock, and bring back what they printed, gave or raised") {
  const Log log = kThreadsWait.run();
  CHECK(count_of(*log, Kind::job_waiting) == 0);
  CHECK(outputs(*log) == Lines{"ask 1", "ask 2", "id1", "id2", "ask 3", "no answer"});
  CHECK(log->back().t_ns == ms(2000).count());
}

TEST_CASE("the loop's own pool has four threads and is made at its first use, once") {
  const Log log = kDefault.run();
  CHECK(told(*log, {Kind::resource_created}) == Lines{"main resource_created threads of 4"});
  CHECK(log->job(1).computes);
  CHECK_FALSE(log->job(2).computes);
  CHECK(log->back().t_ns == ms(2500).count());
}

TEST_CASE("a job whose waiter is cancelled runs on, for nobody") {
  const Log log = kCancelled.run();
  CHECK(outputs(*log) == Lines{"True", "cancelled"});
  CHECK(told(*log, {Kind::job_finished}) == Lines{"waits job_finished 1 by worker 1"});
}

TEST_CASE("a job that the loop's end leaves behind is not heard of again") {
  CHECK(count_of(*kLeftBehind.run(), Kind::job_finished) == 0);
}

TEST_CASE("a job that is cancelled in the queue is never started") {
  const Log log = kQueued.run();
  CHECK(told(*log, {Kind::job_started}) ==
        Lines{"main job_started 1 by worker 1", "main job_started 3 by worker 1"});
  CHECK(log->back().t_ns == ms(2000).count());
}

TEST_CASE("a pool without a worker is refused") {
  const Log log = run_alone("pool\n", makes_a_pool_of_nobody);
  CHECK(told(*log, {Kind::program_failed}) ==
        Lines{"the loop program_failed ValueError: max_workers must be greater than 0"});
}

}  // namespace interleave::test
