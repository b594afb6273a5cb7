#include <cstdio>

#include "runtime/as_completed.h"
#include "runtime/gather.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "runtime/task_group.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

const std::string kJohn = "John Doe";
const std::string kAnna = "Anna Herb";
const std::string kChris = "Chris Jakson";

Coro<std::string> send_message(Scope s, std::string to, Duration delay) {
  s.at("Sending message").print("Sending message to " + to);
  co_await sleep(s.at("asyncio.sleep"), delay);
  s.at("Message sent").print("Message sent to " + to);
  s.at("return");
  co_return "Completed message to " + to;
}

Coro<std::string> send(const Scope& s, const std::string& to, Duration delay) {
  return send_message(s.def("send_message", "send_message(\"" + to + "\")"), to, delay);
}
Coro<std::string> to_john(const Scope& s, const Settings& p) {
  return send(s, kJohn, duration(p, "john"));
}
Coro<std::string> to_anna(const Scope& s, const Settings& p) {
  return send(s, kAnna, duration(p, "anna"));
}
Coro<std::string> to_chris(const Scope& s, const Settings& p) {
  return send(s, kChris, duration(p, "chris"));
}

void print_time_taken(Scope& s, Duration start) {
  char text[64];
  const double seconds = static_cast<double>((s.time() - start).count()) / 1e9;
  std::snprintf(text, sizeof text, "Time taken %.1fs", seconds);
  s.at("print(f\"Time taken").print(text);
}

Coro<> main_one_by_one(Scope s, Settings p) {
  const Duration start = s.time();
  s.at("John Doe");
  co_await to_john(s, p);
  s.at("Anna Herb");
  co_await to_anna(s, p);
  print_time_taken(s, start);
}

Coro<> main_tasks(Scope s, Settings p) {
  const Duration start = s.time();
  const auto john = create_task(s.at("john = "), to_john(s, p));
  const auto anna = create_task(s.at("anna = "), to_anna(s, p));
  s.at("await john");
  co_await john;
  s.at("await anna");
  co_await anna;
  print_time_taken(s, start);
}

Coro<> main_taskgroup(Scope s, Settings p) {
  const Duration start = s.time();
  TaskGroup group(s.at("async with"));
  group.create_task(s.at("group.create_task", 1), to_john(s, p));
  group.create_task(s.at("group.create_task", 2), to_anna(s, p));
  s.at("async with");
  co_await group.exit();
  print_time_taken(s, start);
}

Coro<> main_gather(Scope s, Settings p) {
  const Duration start = s.time();
  s.at("asyncio.gather");
  co_await gather(s, to_john(s, p), to_anna(s, p));
  print_time_taken(s, start);
}

Coro<> main_as_completed(Scope s, Settings p) {
  const Duration start = s.time();
  std::vector<Coro<std::string>> sending;
  sending.push_back(to_john(s, p));
  sending.push_back(to_anna(s, p));
  sending.push_back(to_chris(s, p));
  auto done = as_completed(s.at("asyncio.as_completed"), std::move(sending));
  while (done.has_more()) {
    s.at("await done");
    const std::string result = co_await done.next();
    s.print(result);
  }
  print_time_taken(s, start);
}

template <Coro<> (*main_task)(Scope, Settings)>
Coro<> module(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main"), p));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  const std::string listing = send_messages_scenario().listing(mode);
  if (mode == "one-by-one") {
    return script(listing, p, module<main_one_by_one>);
  }
  if (mode == "taskgroup") {
    return script(listing, p, module<main_taskgroup>);
  }
  if (mode == "gather") {
    return script(listing, p, module<main_gather>);
  }
  return script(listing, p, mode == "tasks" ? module<main_tasks> : module<main_as_completed>);
}

}  // namespace

Scenario send_messages_scenario() {
  Scenario s;
  s.id = "send-messages";
  s.title = "Sending messages";
  s.short_title = "Sending messages";
  s.lesson = "Awaiting well";
  s.teaches = "await alone is sequential; tasks run side by side.";
  s.question =
      "Each message takes 2 s to send. main awaits one, then the other: how long does that "
      "take? And if both are tasks?";
  s.notice =
      "await waits for that one thing and starts nothing else: 4 s. As tasks both are under way "
      "before either is awaited: 2 s.";
  s.modes = {
      {"one-by-one", "One by one", "await, then await"},
      {"tasks", "Tasks", "asyncio.create_task(…)", true},
      {"taskgroup", "TaskGroup", "async with asyncio.TaskGroup()", true},
      {"gather", "Gather", "await asyncio.gather(…)", true},
      {"as-completed", "As completed", "asyncio.as_completed(…)", true, {{"anna", 1.0}}},
  };
  s.default_mode = "tasks";
  s.parameters = {
      seconds("john", "to John Doe", 2, 10),
      seconds("anna", "to Anna Herb", 2, 10),
      seconds("chris", "to Chris Jakson", 3, 10),
  };
  s.parameters.back().modes = {"as-completed"};
  s.nouns = {{"send_message", "sending", "a message"}};
  s.make = make;
  s.source = "scenarios/send_messages.cpp";
  return s;
}

}  // namespace interleave
