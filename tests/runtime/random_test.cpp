#include "runtime/random.h"

#include "runtime/run.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<> waits(Scope s) {
  for (const int seed : {0, 1, 12345}) {
    for (const int i : {0, 1, 2, 999}) {
      co_await sleep(s.at("asyncio.sleep"), random_delay(seed, i));
    }
    s.at("for i in");
  }
  s.at("for seed in");
}
Coro<> module(Scope s) { co_await run(s.at("asyncio.run"), waits(s.def("main"))); }
const Sample kRandom("random delays by a shared formula", R"(import asyncio

async def main():
    for seed in (0, 1, 12345):
        for i in (0, 1, 2, 999):
            await asyncio.sleep((500 + (seed * 7919 + i * 104729) % 1000) / 1000)

asyncio.run(main())
)",
                     module);

}  // namespace

TEST_CASE("random delays are those of the listing's formula, half a second to one and a half") {
  CHECK(random_delay(0, 0) == ms(500));
  CHECK(random_delay(1, 0) == ms(1419));
  CHECK(random_delay(1, 1) == ms(1148));
  CHECK(count_of(*kRandom.run(), Kind::timer_set) == 12);
}

}  // namespace interleave::test
