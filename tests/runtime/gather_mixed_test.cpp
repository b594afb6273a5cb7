#include "runtime/gather_mixed.h"

#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<int> number(Scope s) {
  co_await sleep(s.at("asyncio.sleep"), ms(2000));
  s.at("return");
  co_return 7;
}
Coro<std::string> text(Scope s) {
  co_await sleep(s.at("asyncio.sleep"), ms(1000));
  s.at("return");
  co_return "seven";
}
Coro<> nothing(Scope s) { co_await sleep(s.at("asyncio.sleep"), ms(0)); }

Coro<> of_three_types(Scope s) {
  const auto task = create_task(s.at("task ="), text(s.def("text")));
  s.at("await asyncio.gather");
  const auto [first, second, third] =
      co_await gather_mixed(s, number(s.def("number")), task, nothing(s.def("nothing")));
  static_assert(std::is_same_v<decltype(third), const std::monostate>);
  s.at("print").print(repr(first) + " " + second);
}
const Sample kOfThree("gather of three types", R"(import asyncio

async def number():
    await asyncio.sleep(2)
    return 7

async def text():
    await asyncio.sleep(1)
    return "seven"

async def nothing():
    await asyncio.sleep(0)

async def main():
    task = asyncio.create_task(text())
    first, second, third = await asyncio.gather(number(), task, nothing())
    print(first, second)

asyncio.run(main())
)",
                      running<of_three_types>);

}  // namespace

TEST_CASE("gather of different types gives each result in its place") {
  CHECK(outputs(*kOfThree.run()) == Lines{"7 seven"});
}

}  // namespace interleave::test
