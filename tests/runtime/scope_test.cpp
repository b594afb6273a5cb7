#include "runtime/scope.h"

#include <stdexcept>

#include "runtime/call_stack.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

constexpr std::string_view kListing = "def f():\n    print(1)\n    print(2)\n\nf()\n";

Coro<> f(Scope s) {
  s.at("print", 2).print("two\nlines");
  s.at_line(7).work(ms(5));
  s.block(ms(6));
  s.at("print", 1).print(std::to_string(s.time() / ms(1)));
  co_return;
}
Coro<> calls_f(Scope s) {
  s.at("f()");
  co_await call(s, f(s.def("f", "f(\"label\")")));
}
Coro<> asks_for_what_is_not_there(Scope s) {
  bool refused = false;
  try {
    s.at("no such line");
  } catch (const std::out_of_range&) {
    refused = true;
  }
  s.at("f()").print(refused ? "refused" : "found");
  co_return;
}

Lines lines_of(const EventLog& log) {
  Lines lines;
  for (std::uint64_t seq = 0; seq < log.size(); ++seq) {
    if (log[seq].kind == Kind::output || log[seq].kind == Kind::worked ||
        log[seq].kind == Kind::blocked) {
      lines.push_back(std::to_string(log[seq].line));
    }
  }
  return lines;
}

}  // namespace

TEST_CASE("what code does stands on the line that it has come to") {
  const Log log = run_alone(kListing, calls_f);
  CHECK(outputs(*log) == Lines{"two", "lines", "11"});
  CHECK(lines_of(*log) == Lines{"3", "3", "7", "7", "2"});
  CHECK(told(*log, {Kind::worked, Kind::blocked}) == Lines{"f worked 5", "f blocked 6"});
}

TEST_CASE("a task's label is the one given with its def") {
  const Log log = run_alone(kListing, calls_f);
  CHECK(log->text(log->task(1).label) == "f(\"label\")");
  CHECK(log->text(log->task(1).name) == "f");
}

TEST_CASE("a line that the listing lacks is refused") {
  CHECK(outputs(*run_alone(kListing, asks_for_what_is_not_there)) == Lines{"refused"});
}

}  // namespace interleave::test
