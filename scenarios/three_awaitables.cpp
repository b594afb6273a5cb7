#include "runtime/create_future.h"
#include "runtime/plain_call.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "runtime/task.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

Coro<int> answer(Scope s, Settings p) {
  co_await sleep(s.at("asyncio.sleep"), duration(p, "delay"));
  s.at("return 42");
  co_return 42;
}

Coro<> resolve(Scope s, Settings p, Future<int> future) {
  co_await sleep(s.at("asyncio.sleep"), duration(p, "delay"));
  s.at("set_result");
  future.set_result(42);
}

void ask_coroutine(Scope s) {
  const PlainCall call(s);
  s.at("can only be awaited").print("coroutine: can only be awaited");
}

// A task or a future: both can be asked.
template <class Awaitable>
void ask(Scope s, const std::string& name, const Awaitable& awaitable) {
  const PlainCall call(s);
  if (!awaitable.done()) {
    s.at("not done").print(name + ": not done, no result yet");
    return;
  }
  s.at("done, result");
  const std::string result = std::to_string(awaitable.result());
  const std::string cancel = awaitable.cancel() ? "True" : "False";
  s.print(name + ": done, result " + result + ", cancel says " + cancel);
}

Coro<> main_task(Scope s, Settings p) {
  Coro<int> coroutine = answer(s.def("answer"), p);
  ask_coroutine(s.at("ask(\"coroutine\"", 1).def("ask"));
  s.at("await coroutine");
  const int from_coroutine = co_await coroutine;
  s.print(std::to_string(from_coroutine));
  ask_coroutine(s.at("ask(\"coroutine\"", 2).def("ask"));

  const Task<int> task = create_task(s.at("task = "), answer(s.def("answer"), p));
  ask(s.at("ask(\"task\"", 1).def("ask"), "task", task);
  s.at("await task");
  const int from_task = co_await task;
  s.print(std::to_string(from_task));
  ask(s.at("ask(\"task\"", 2).def("ask"), "task", task);

  const Future<int> future = create_future<int>(s.at("create_future"), "future");
  s.at("resolving = ");
  const Task<> resolving = create_task(s, resolve(s.def("resolve"), p, future));
  ask(s.at("ask(\"future\"", 1).def("ask"), "future", future);
  s.at("await future");
  const int from_future = co_await future;
  s.print(std::to_string(from_future));
  ask(s.at("ask(\"future\"", 2).def("ask"), "future", future);
}

Coro<> concurrent(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  return script(three_awaitables_scenario().listing(mode), p, concurrent);
}

}  // namespace

Scenario three_awaitables_scenario() {
  Scenario s;
  s.id = "three-awaitables";
  s.title = "Coroutine, task, future";
  s.short_title = "What can be awaited";
  s.lesson = "Awaiting well";
  s.teaches = "Coroutines, tasks and futures can be awaited; only the latter two can be asked.";
  s.question =
      "main awaits a coroutine, a task and a future. Which of them is under way before it is "
      "awaited, and which can be asked whether it is done?";
  s.notice =
      "The coroutine ran inside main, as part of it. The task ran on its own; a future runs "
      "nothing at all: somebody else puts the result in.";
  s.modes = {{"concurrent", "Concurrent", "await each in turn"}};
  s.default_mode = "concurrent";
  s.parameters = {seconds("delay", "each takes", 1, 10)};
  s.nouns = {{"answer", "answering", "the answer"},
             {"resolve", "resolving the future", "whoever resolves the future"}};
  s.make = make;
  s.source = "scenarios/three_awaitables.cpp";
  return s;
}

}  // namespace interleave
