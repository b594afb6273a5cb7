#include "runtime/function_scope.h"

#include <stdexcept>

#include "runtime/errors.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

void inner(const Scope& caller) {
  FunctionScope s(caller, "inner");
  s.at("print").print("inner");
  s.at("raise");
  throw Error("ValueError", "from inside");
}
void outer(const Scope& caller) {
  FunctionScope s(caller, "outer");
  s.at("work(0.5)").work(ms(500));
  s.at("inner()");
  inner(s);
}
Coro<> calls(Scope s) {
  s.at("try:");
  bool raised = false;
  try {
    s.at("outer()");
    outer(s);
  } catch (const Error&) {
    raised = true;
  }
  if (raised) {
    co_await sleep(s.at("asyncio.sleep"), ms(1000));
  }
  s.at("outer()", 2);
  outer(s);
}
Coro<> module(Scope s) { co_await run(s.at("asyncio.run"), calls(s.def("main"))); }

const Sample kCalls("plain functions within a step", R"(import asyncio
import time

def inner():
    print("inner")
    raise ValueError("from inside")

def outer():
    work(0.5)
    inner()

async def main():
    try:
        outer()
    except ValueError:
        await asyncio.sleep(1)
    outer()

def work(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass

asyncio.run(main())
)",
                    module);

Coro<> asks_for_what_is_not_there(Scope s) {
  const bool refused = [&s] {
    try {
      const FunctionScope none(s, "none");
    } catch (const std::out_of_range&) {
      return true;
    }
    return false;
  }();
  s.at("f()").print(refused ? "refused" : "found");
  co_return;
}

Lines kinds_and_lines(const EventLog& log) {
  Lines lines;
  for (std::uint64_t seq = 0; seq < log.size(); ++seq) {
    const Event& event = log[seq];
    if (event.kind == Kind::output || event.kind == Kind::worked ||
        event.kind == Kind::task_suspended || event.kind == Kind::task_failed) {
      lines.push_back(std::to_string(event.line));
    }
  }
  return lines;
}

}  // namespace

TEST_CASE("a plain function's doings stand on its own lines, the coroutine's on the call's again") {
  const Log log = kCalls.run();
  CHECK(outputs(*log) == Lines{"inner", "inner"});
  CHECK(kinds_and_lines(*log) == Lines{"9", "5", "16", "9", "5", "17"});
}

TEST_CASE("a plain function that the listing lacks is refused") {
  CHECK(outputs(*run_alone("def f():\n    pass\n\nf()\n", asks_for_what_is_not_there)) ==
        Lines{"refused"});
}

}  // namespace interleave::test
