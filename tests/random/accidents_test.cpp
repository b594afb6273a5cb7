#include "tests/random/accidents.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/catch.h"
#include "tests/programs/build.h"
#include "tests/programs/writer.h"
#include "tests/random/comparison.h"

namespace interleave::random_programs {

using namespace programs::build;  // NOLINT: the language of these files
using differential::Events;
using programs::Node;

namespace {

const Accident& accident(std::string_view name) {
  const auto found = std::find_if(accidents().begin(), accidents().end(),
                                  [name](const Accident& one) { return one.name == name; });
  REQUIRE(found != accidents().end());
  return *found;
}

Nodes tried(Nodes body, const char* error) {
  Nodes told;
  told.push_back(expression(call("print", text(error))));
  Nodes handlers;
  handlers.push_back(handler(error, "", std::move(told)));
  Nodes out;
  out.push_back(try_(std::move(body), std::move(handlers), {}, {}));
  return out;
}

// main ends with an `if` that is not taken, within so many trys, and in the branch of one that is
// if it is to be.
Node ends_in_trys(int deep, bool in_a_branch = false) {
  static constexpr const char* kErrors[] = {"ValueError", "TypeError", "KeyError"};
  Nodes body;
  body.push_back(if_("number", {expression(call("print", integer(7)))}));
  if (in_a_branch) {
    Nodes branches;
    branches.push_back(if_(compare("number", "==", integer(0)), std::move(body),
                           {expression(call("print", integer(6)))}));
    body = std::move(branches);
  }
  for (int i = 0; i < deep; ++i) {
    body = tried(std::move(body), kErrors[i]);
  }
  body.insert(body.begin(), assign("number", integer(0)));
  Nodes out;
  out.push_back(import("import asyncio"));
  out.push_back(async_def("main", {}, std::move(body)));
  out.push_back(expression(call("asyncio.run", call("main"))));
  Node program = module(std::move(out));
  (void)programs::write(program);  // places it
  return program;
}

// main raises KeyError past a finally that ends with a handler, that with a finally, and that with
// an `if` that is not taken.
Node raises_past_handlers(const char* name) {
  Nodes cleaned;
  cleaned.push_back(if_("number", {expression(call("print", integer(7)))}));
  Nodes handled;
  handled.push_back(try_({expression(call("print", integer(8)))}, {}, {}, std::move(cleaned)));
  Nodes handlers;
  handlers.push_back(handler("ValueError", name, std::move(handled)));
  Nodes finally;
  finally.push_back(try_({raise("ValueError")}, std::move(handlers), {}, {}));
  Nodes body;
  body.push_back(assign("number", integer(0)));
  body.push_back(try_({raise("KeyError")}, {}, {}, std::move(finally)));
  Nodes out;
  out.push_back(import("import asyncio"));
  out.push_back(async_def("main", {}, std::move(body)));
  out.push_back(expression(call("asyncio.run", call("main"))));
  Node program = module(std::move(out));
  (void)programs::write(program);  // places it
  return program;
}

Events main_fails_on(std::optional<int> line) {
  Events out = {{{"kind", "program_started"}},
                {{"kind", "task_started"}, {"task", 1}, {"line", 3}},
                {{"kind", "task_failed"}, {"task", 1}, {"error", "KeyError"}},
                {{"kind", "program_failed"}, {"error", "KeyError"}}};
  if (line) {
    out[2]["line"] = *line;
  }
  return out;
}

// import, a blank line, then: main 3, number = 0 4, try 5, try 6, try 7, if 8, print 9, except 10.
Events main_ends_on(int line) {
  return {{{"kind", "program_started"}},
          {{"kind", "task_created"}, {"task", 1}, {"line", 18}, {"coroutine", "main"}},
          {{"kind", "task_started"}, {"task", 1}, {"line", 3}},
          {{"kind", "task_finished"}, {"task", 1}, {"line", line}},
          {{"kind", "warning"}, {"text", "late"}},
          {{"kind", "program_finished"}}};
}

// The first program does the same on both, the second by an accident that is listed.
void check_accident_in_second(Node first, Node second) {
  std::vector<Node> programs;
  programs.push_back(std::move(first));
  programs.push_back(std::move(second));
  const auto judged = Judged::of(std::move(programs));
  if (!judged) {
    WARN("passed over: python3 is not CPython 3.11");
    return;
  }
  for (const std::size_t which : {0U, 1U}) {
    const auto result = judged->run(which, nullptr);
    INFO("program " << which);
    CHECK(result.difference == "");
    CHECK(result.by_accident == (which == 1));
  }
}

}  // namespace

TEST_CASE("random accidents: a return nobody wrote stands elsewhere behind three trys, not two") {
  check_accident_in_second(ends_in_trys(2), ends_in_trys(3));
}

TEST_CASE("random accidents: and behind two trys and an if with an else, not one") {
  check_accident_in_second(ends_in_trys(1, true), ends_in_trys(2, true));
}

TEST_CASE("random accidents: each of several closings that are cancelled early may close twice") {
  const Accident& twice = accident("an async generator's closing, cancelled before it starts");
  const auto events = [](int resumed, const char* end) {
    Events out;
    for (const int task : {2, 3}) {
      out.push_back({{"kind", "task_created"}, {"task", task}, {"coroutine", "aclose"}});
      out.push_back({{"kind", "task_started"}, {"task", task}, {"thrown", "CancelledError"}});
    }
    out.push_back({{"kind", "task_created"}, {"task", 4}, {"coroutine", "aclose"}});
    out.push_back({{"kind", "task_started"}, {"task", 4}});
    out.push_back({{"kind", "task_resumed"}, {"task", resumed}});
    out.push_back({{"kind", end}, {"task", resumed}});
    return out;
  };
  for (const int task : {2, 3}) {
    CHECK(twice.explains({}, events(task, "task_finished"), events(task, "task_cancelled")));
  }
  CHECK_FALSE(twice.explains({}, events(4, "task_finished"), events(4, "task_cancelled")));
}

TEST_CASE("random accidents: the line of a return excuses that line only") {
  const Accident& line = accident("the line of a return that nobody has written");
  const Node three = ends_in_trys(3);
  const Events cpython = main_ends_on(10);
  const auto excused = [&](const Node& program, std::size_t at, const char* key, auto value) {
    Events ours = main_ends_on(8);
    ours.at(at)[key] = value;
    return line.explains(program, cpython, ours);
  };
  CHECK(excused(three, 3, "line", 8));
  CHECK_FALSE(excused(ends_in_trys(2), 3, "line", 8));
  CHECK_FALSE(excused(three, 3, "line", 4));  // before the nest
  CHECK_FALSE(excused(three, 3, "task", 2));
  CHECK_FALSE(excused(three, 3, "kind", "task_cancelled"));
  CHECK_FALSE(excused(three, 2, "line", 8));
  CHECK_FALSE(excused(three, 4, "text", "another"));
  CHECK_FALSE(excused(three, 5, "kind", "program_failed"));
}

TEST_CASE("random accidents: an exception goes on from no line behind a handler with a name") {
  check_accident_in_second(raises_past_handlers(""), raises_past_handlers("error"));
}

TEST_CASE("random accidents: no line excuses nothing but that") {
  const Accident& none = accident("an exception that goes on from no line");
  const Node program = raises_past_handlers("error");
  const Events ours = main_fails_on(9);
  CHECK(none.explains(program, main_fails_on(std::nullopt), ours));
  CHECK_FALSE(none.explains(program, main_fails_on(8), ours));
  CHECK_FALSE(none.explains(program, ours, main_fails_on(std::nullopt)));
  const auto excused = [&](std::size_t at, const char* key, auto value) {
    Events cpython = main_fails_on(std::nullopt);
    cpython.at(at)[key] = value;
    return none.explains(program, cpython, ours);
  };
  CHECK_FALSE(excused(2, "error", "ValueError"));
  CHECK_FALSE(excused(2, "kind", "task_finished"));
  CHECK_FALSE(excused(1, "line", 4));
  CHECK_FALSE(excused(3, "error", "ValueError"));
}

}  // namespace interleave::random_programs
