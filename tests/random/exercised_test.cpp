#include "tests/random/exercised.h"

#include <set>

#include "runtime/event_names.h"
#include "tests/catch.h"
#include "tests/programs/build.h"
#include "tests/programs/interpreter.h"
#include "tests/programs/writer.h"
#include "tests/random/comparison.h"

namespace interleave::random_programs {

namespace {

template <class Enum>
std::vector<std::string> names_of(const char* family, int count, const std::set<Enum>& without) {
  std::vector<std::string> names;
  for (int i = 0; i < count; ++i) {
    if (const auto one = static_cast<Enum>(i); !without.contains(one)) {
      names.push_back(std::string(family) + " " + std::string(name_of(one)));
    }
  }
  return names;
}

void all_ran(const Exercised& exercised, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    INFO(name);
    CHECK(exercised.of(name).ran > 0);
  }
}

void all_waited_and_were_cancelled(const Exercised& exercised,
                                   const std::vector<std::string>& names) {
  all_ran(exercised, names);
  for (const std::string& name : names) {
    INFO(name);
    CHECK(exercised.of(name).suspended > 0);
    CHECK(exercised.of(name).cancelled > 0);
  }
}

}  // namespace

TEST_CASE(
    "random programs reach every construct: it runs, suspends, is "
    "cancelled while it waits") {
  const Exercised exercised = exercised_by_seeds(1, 2000);
  INFO(exercised.table());
  CHECK(exercised.programs() == 2000);

  // What traces can say. No program is watched to an end time; calls and nested
  // runs belong to programs of another sort.
  all_ran(exercised, names_of<Kind>("kind", kKindCount, {Kind::program_stopped}));
  all_waited_and_were_cancelled(
      exercised, names_of<Reason>("reason", kReasonCount, {Reason::call, Reason::nested_run}));
  all_ran(exercised, names_of<Cause>("cause", kCauseCount, {}));
  all_ran(exercised, names_of<CallbackKind>("callback", kCallbackKindCount, {}));
  all_ran(exercised, names_of<TimerPurpose>("timer", kTimerPurposeCount, {}));
  all_ran(exercised, names_of<WaitType>("wait", kWaitTypeCount, {}));
  all_ran(exercised,
          {"resource lock acquired", "resource lock released", "resource semaphore acquired",
           "resource semaphore released", "resource event set", "resource event cleared",
           "resource condition acquired", "resource condition released",
           "resource condition notified", "resource queue put", "resource queue got",
           "resource barrier arrived", "resource barrier tripped", "resource barrier aborted",
           "resource barrier reset", "resource barrier left", "resource future resolved",
           "resource future failed", "resource future cancelled"});
  all_ran(exercised, {"end program_finished", "end deadlock", "end limit", "end ValueError",
                      "end TimeoutError", "end CancelledError", "end ExceptionGroup"});

  for (const std::string& name : names_of<TimerPurpose>("timer", kTimerPurposeCount, {})) {
    INFO(name);
    CHECK(exercised.of(name).cancelled > 0);
  }

  // What stands in programs.
  all_waited_and_were_cancelled(exercised, {"asyncio.sleep",
                                            "asyncio.gather",
                                            "asyncio.wait",
                                            "asyncio.wait_for",
                                            "asyncio.shield",
                                            "await t",
                                            "await future",
                                            "await next",
                                            "await g",
                                            "async with asyncio.TaskGroup",
                                            "async with lock",
                                            "async with slots",
                                            "async with condition",
                                            "async with barrier",
                                            "lock.acquire",
                                            "slots.acquire",
                                            "event.wait",
                                            "condition.wait",
                                            "condition.wait_for",
                                            "queue.get",
                                            "queue.put",
                                            "queue.join",
                                            "barrier.wait",
                                            "asyncio.to_thread",
                                            "asyncio.get_running_loop.run_in_executor",
                                            "finally",
                                            "except"});
  all_ran(exercised, {"asyncio.create_task",
                      "asyncio.as_completed",
                      "async with asyncio.timeout",
                      "async with asyncio.timeout_at",
                      "group.create_task",
                      "t.cancel",
                      "asyncio.current_task.cancel",
                      "asyncio.current_task.uncancel",
                      "async for",
                      "queue.put_nowait",
                      "queue.get_nowait",
                      "condition.notify",
                      "condition.notify_all",
                      "barrier.abort",
                      "barrier.reset",
                      "future.set_result",
                      "future.set_exception",
                      "asyncio.get_running_loop.call_later",
                      "asyncio.get_running_loop.call_at",
                      "h.cancel",
                      "yield",
                      "a.__anext__",
                      "a.aclose",
                      "asyncio.Lock",
                      "asyncio.Semaphore",
                      "asyncio.BoundedSemaphore",
                      "asyncio.Event",
                      "asyncio.Condition",
                      "asyncio.Queue",
                      "asyncio.LifoQueue",
                      "asyncio.PriorityQueue",
                      "asyncio.Barrier",
                      "futures.ThreadPoolExecutor",
                      "futures.ProcessPoolExecutor",
                      "raise"});
}

TEST_CASE("random programs: what a small one exercises is counted by its lines") {
  using namespace programs::build;  // NOLINT: the language of these tests
  using programs::Node;
  Node program =
      module({import("import asyncio"),
              async_def("child", {}, {expression(await(call("asyncio.sleep", real(0.002))))}),
              async_def("main", {},
                        {assign("t1", call("asyncio.create_task", call("child"))),
                         expression(await(call("asyncio.sleep", real(0.001)))),
                         expression(call("t1.cancel")),
                         try_({expression(await("t1"))},
                              {handler("asyncio.CancelledError", "",
                                       {expression(call("print", text("caught")))})},
                              {}, {})}),
              expression(call("asyncio.run", call("main")))});
  const std::string written = programs::write(program);
  Exercised exercised;
  exercised.add(program, *programs::run("small", program, written));
  CHECK(exercised.programs() == 1);
  CHECK(exercised.of("asyncio.sleep").suspended == 2);
  CHECK(exercised.of("asyncio.sleep").cancelled == 1);
  CHECK(exercised.of("await t").suspended == 1);
  CHECK(exercised.of("await t").cancelled == 1);
  CHECK(exercised.of("t.cancel").ran == 1);
  CHECK(exercised.of("except").ran > 0);
  CHECK(exercised.of("reason sleep").cancelled == 1);
  CHECK(exercised.of("reason task").cancelled == 1);
  CHECK(exercised.of("end program_finished").ran == 1);
  CHECK(exercised.of("asyncio.gather").ran == 0);

  Exercised twice = exercised;
  twice.add(exercised);
  CHECK(twice.programs() == 2);
  CHECK(twice.of("asyncio.sleep").suspended == 4);
  CHECK(twice.events() == 2 * exercised.events());
}

}  // namespace interleave::random_programs
