#include "runtime/call_stack.h"
#include "runtime/gather.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "runtime/task_group.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"
#include "scenarios/taking_turns.h"

namespace interleave {

namespace {

Coro<> boiling_water(Scope s, Settings p) {
  s.at("for 1 sec").print("boiling for 1 sec");
  co_await sleep(s.at("sleep(FIRST_BOIL)"), duration(p, "first_boil"));
  s.at("for 3 sec").print("boiling for 3 sec");
  co_await sleep(s.at("sleep(SECOND_BOIL)"), duration(p, "second_boil"));
  s.at("for 5 sec").print("boiling for 5 sec");
}

Coro<> boiling_water_blocking(Scope s, Settings p) {
  s.at("for 1 sec").print("boiling for 1 sec");
  s.at("sleep(FIRST_BOIL)").block(duration(p, "first_boil"));
  s.at("for 3 sec").print("boiling for 3 sec");
  s.at("sleep(SECOND_BOIL)").block(duration(p, "second_boil"));
  s.at("for 5 sec").print("boiling for 5 sec");
  co_return;
}

Coro<> main_gathers(Scope s, Settings p) {
  s.at("asyncio.gather");
  co_await gather(s, boiling_water(s.def("boiling_water"), p),
                  reading_book(s.def("reading_book"), p, Turns::sleep0),
                  checking_messages(s.def("checking_messages"), p, Turns::sleep0));
}

Coro<> main_groups(Scope s, Settings p) {
  TaskGroup group(s.at("async with"));
  s.at("create_task(boiling_water");
  group.create_task(s, boiling_water(s.def("boiling_water"), p));
  s.at("create_task(reading_book");
  group.create_task(s, reading_book(s.def("reading_book"), p, Turns::sleep0));
  s.at("create_task(checking_messages");
  group.create_task(s, checking_messages(s.def("checking_messages"), p, Turns::sleep0));
  s.at("async with");
  co_await group.exit();
}

Coro<> concurrent(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_gathers(s.def("main"), p));
}

Coro<> taskgroup(Scope s, Settings p) {
  co_await run(s.at("asyncio.run"), main_groups(s.def("main"), p));
}

Coro<> sequential(Scope s, Settings p) {
  s.at("boiling_water()");
  co_await call(s, boiling_water_blocking(s.def("boiling_water"), p));
  s.at("reading_book()");
  co_await call(s, reading_book(s.def("reading_book"), p, Turns::none));
  s.at("checking_messages()");
  co_await call(s, checking_messages(s.def("checking_messages"), p, Turns::none));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  const std::string listing = boiling_water_scenario().listing(mode);
  if (mode == "sequential") {
    return script(listing, p, sequential);
  }
  return script(listing, p, mode == "taskgroup" ? taskgroup : concurrent);
}

}  // namespace

Scenario boiling_water_scenario() {
  Scenario s;
  s.id = "boiling-water";
  s.title = "Reading, messages and boiling water";
  s.short_title = "…and boiling water";
  s.lesson = "Everyday life";
  s.teaches = "While one task waits, another has the thread: that is where the time is saved.";
  s.question =
      "Water boils for 3 s, reading and messages take 1.6 s. How long does all of it take if "
      "you read while the water heats?";
  s.notice =
      "The 1.6 s of reading and messages fit into the time in which the water was waited for: "
      "3.0 s instead of 4.6 s.";
  s.modes = {
      {"sequential", "Sequential", "one call after the other"},
      {"concurrent", "Concurrent", "await asyncio.gather(…)", true},
      {"taskgroup", "TaskGroup", "async with asyncio.TaskGroup()", true},
  };
  s.default_mode = "concurrent";
  s.parameters = {
      count("pages", "pages", 4, 40),
      count("messages", "messages", 4, 40),
      seconds("page_time", "time per page", 0.2, 2),
      seconds("message_time", "time per message", 0.2, 2),
      seconds("first_boil", "first boil", 2, 10),
      seconds("second_boil", "second boil", 1, 10),
  };
  s.presets = {{"late-timer", "late timer", {{"page_time", 0.3}}, ""}};
  s.nouns = {{"boiling_water", "the water", "the water"},
             {"reading_book", "reading", "the book"},
             {"checking_messages", "messages", "the messages"}};
  s.make = make;
  s.source = "scenarios/boiling_water.cpp";
  return s;
}

}  // namespace interleave
