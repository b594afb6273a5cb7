#include "runtime/generator.h"

#include "runtime/errors.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<> counts(Scope s, std::string name) {
  s.at("print", 1).print(name + " 1");
  co_await yield(s.at("yield"));
  s.at("print", 2).print(name + " 2");
}
Coro<> takes_turns(Scope s) {
  const Generator a = generator(s.at("a = "), counts(s.def("counts"), "a"));
  const Generator b = generator(s.at("b = "), counts(s.def("counts"), "b"));
  co_await next(s.at("next(a)"), a);
  co_await next(s.at("next(b)"), b);
  const bool more_a = co_await next(s.at("next(a, None)"), a);
  const bool more_b = co_await next(s.at("next(b, None)"), b);
  const bool again = co_await next(s.at("next(b, None)", 2), b);
  s.at("print").print(more_a || more_b || again ? "more" : "no more");
}
const Sample kTakesTurns("generators in turns", R"(def counts(name):
    print(name, 1)
    yield
    print(name, 2)

a = counts("a")
b = counts("b")
next(a)
next(b)
next(a, None)
next(b, None)
next(b, None)
print("no more")
)",
                         takes_turns);

Coro<> raises(Scope s) {
  co_await yield(s.at("yield"));
  s.at("raise");
  throw Error("ValueError", "no");
}
Coro<> one_raises(Scope s) {
  const Generator a = generator(s.at("a = "), raises(s.def("raises")));
  co_await next(s.at("next(a)"), a);
  try {
    co_await next(s.at("next(a)", 2), a);
  } catch (const Error& error) {
    s.at("print(error)").print(error.text());
  }
  const bool more = co_await next(s.at("next(a, None)"), a);
  s.at("print(\"none").print(more ? "more" : "none");
}
const Sample kRaises("a generator that raises", R"(def raises():
    yield
    raise ValueError("no")

a = raises()
next(a)
try:
    next(a)
except ValueError as error:
    print(error)
next(a, None)
print("none")
)",
                     one_raises);

}  // namespace

TEST_CASE("nothing of a generator runs until next is called, and then only to its yield") {
  const Log log = kTakesTurns.run();
  CHECK(outputs(*log) == Lines{"a 1", "b 1", "a 2", "b 2", "no more"});
  CHECK(steps(*log) == "0 counts, 0 counts 2, 0 counts, 0 counts 2");
}

TEST_CASE("a generator that has yielded could go on: it is ready") {
  const Log log = kTakesTurns.run();
  CHECK(told(*log, {Kind::task_suspended, Kind::task_ready}) ==
        Lines{"counts task_suspended yield", "counts task_ready yield by counts",
              "counts 2 task_suspended yield", "counts 2 task_ready yield by counts 2"});
}

TEST_CASE("what a generator raises comes out of next, once") {
  const Log log = kRaises.run();
  CHECK(outputs(*log) == Lines{"no", "none"});
  CHECK(log->back().kind == Kind::program_finished);
}

}  // namespace interleave::test
