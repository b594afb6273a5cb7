#include "runtime/plain_call.h"

#include "runtime/executor.h"
#include "runtime/run.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

int half(Scope s, int number) {
  const PlainCall call(s);
  s.at("print").print("half of " + std::to_string(number));
  return number / 2;
}
int compute(Scope s) {
  const PlainCall call(s);
  s.at("work(1)").work(ms(1000));
  const int halved = half(s.at("half(8)").def("half"), 8);
  s.at("time.sleep").block(ms(500));
  return halved;
}
Coro<> main_task(Scope s) {
  const int number = compute(s.at("compute()").def("compute"));
  s.print(std::to_string(number));
  co_return;
}
Coro<> module(Scope s) {
  half(s.at("half(2)").def("half"), 2);
  co_await run(s.at("asyncio.run"), main_task(s.def("main")));
}
const Sample kPlain("plain functions", R"(import asyncio
import time

def half(number):
    print("half of", number)
    return number // 2

def compute():
    work(1)
    halved = half(8)
    time.sleep(0.5)
    return halved

async def main():
    print(compute())

def work(seconds):
    pass

half(2)
asyncio.run(main())
)",
                    module);

}  // namespace

TEST_CASE("a plain function is no task, and what it does stands on its lines") {
  const Log log = kPlain.run();
  CHECK(outputs(*log) == Lines{"half of 2", "half of 8", "4"});
  std::vector<int> lines;
  for (std::uint64_t seq = 0; seq < log->size(); ++seq) {
    const Kind kind = (*log)[seq].kind;
    if (kind == Kind::output || kind == Kind::worked || kind == Kind::blocked) {
      lines.push_back((*log)[seq].line);
    }
  }
  CHECK(lines == std::vector<int>{5, 9, 5, 11, 15});
  CHECK(count_of(*log, Kind::coroutine_entered) == 0);
}

}  // namespace interleave::test
