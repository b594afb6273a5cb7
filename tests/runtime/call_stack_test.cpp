#include "runtime/call_stack.h"

#include "runtime/errors.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<int> inner(Scope s) {
  s.at("work").work(ms(1000));
  s.at("return");
  co_return 7;
}
Coro<int> outer(Scope s) {
  s.at("inner()");
  const int got = co_await call(s, inner(s.def("inner")));
  s.at("print").print(std::to_string(got));
  s.at("return");
  co_return got + 1;
}
Coro<> calls(Scope s) {
  s.at("outer()", 1);
  co_await call(s, outer(s.def("outer")));
  s.at("outer()", 2);
  co_await call(s, outer(s.def("outer")));
  s.at("print").print("end");
}
const Sample kCalls("calls", R"(def inner():
    work(1)
    return 7

def outer():
    got = inner()
    print(got)
    return got + 1

def work(seconds):
    pass

outer()
outer()
print("end")
)",
                    calls);

Coro<> raises(Scope s) {
  s.at("raise");
  throw Error("ValueError", "no");
  co_return;
}
Coro<> catches(Scope s) {
  try {
    s.at("raises()");
    co_await call(s, raises(s.def("raises")));
  } catch (const Error& error) {
    s.at("print").print(error.text());
  }
}
Coro<> one_raises(Scope s) {
  s.at("catches()");
  co_await call(s, catches(s.def("catches")));
  s.at("raises()");
  co_await call(s, raises(s.def("raises")));
}
const Sample kRaises("a call that raises", R"(def raises():
    raise ValueError("no")

def catches():
    try:
        raises()
    except ValueError as error:
        print(error)

catches()
raises()
)",
                     one_raises);

Coro<> counts_down(Scope s, int n) {
  if (n > 0) {
    s.at("down(n - 1)");
    co_await call(s, counts_down(s.def("down"), n - 1));
  }
}
Coro<> deep(Scope s) {
  s.at("down(");
  co_await call(s, counts_down(s.def("down"), 20'000));
}

}  // namespace

TEST_CASE("a sequential call is a task, and its caller is suspended until it returns") {
  const Log log = kCalls.run();
  CHECK(outputs(*log) == Lines{"7", "7", "end"});
  CHECK(steps(*log) ==
        "0 outer, 0 inner, 0 outer @1000, 0 outer 2 @1000, 0 inner 2 @1000, 0 outer 2 @2000");
  CHECK(told(*log, {Kind::task_suspended, Kind::task_finished}) ==
        Lines{"outer task_suspended call on inner", "inner task_finished 7",
              "outer task_finished 8", "outer 2 task_suspended call on inner 2",
              "inner 2 task_finished 7", "outer 2 task_finished 8"});
}

TEST_CASE("what a call raises comes out at its caller, and in the end of the program") {
  const Log log = kRaises.run();
  CHECK(outputs(*log) == Lines{"no"});
  CHECK(told(*log, {Kind::task_failed, Kind::program_failed}) ==
        Lines{"raises task_failed ValueError: no", "raises 2 task_failed ValueError: no",
              "the loop program_failed ValueError: no"});
}

TEST_CASE("calls within calls don't grow the stack") {
  const std::string listing = "def down(n):\n    down(n - 1)\n\ndown(20000)\n";
  Script script(listing, deep);
  script.run_to_end();
  CHECK(script.log()->task_count() == 20'001);
  CHECK(script.log()->back().kind == Kind::program_finished);
}

}  // namespace interleave::test
