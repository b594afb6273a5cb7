#include "runtime/strand.h"

#include "runtime/sleep.h"
#include "runtime/task.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

constexpr int kMany = 1'000'000;
constexpr std::string_view kListing = "async def main():\n    pass\n\nasyncio.run(main())\n";

// Where the stack ends, seen from here; a frame's distance is what a call more would add.
std::uintptr_t lowest_place = 0;
[[gnu::noinline]] void look_at_the_stack() {
  const auto place = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
  lowest_place = lowest_place == 0 || place < lowest_place ? place : lowest_place;
}

// The library's own coroutines: they leave no events, so that the chain itself is what is tried.
Coro<int> chained(int depth) {
  look_at_the_stack();
  if (depth == 0) {
    co_return 0;
  }
  Coro<int> inner = chained(depth - 1);
  const int below = co_await inner;
  look_at_the_stack();
  co_return below + 1;
}
Coro<int> chained_and_sleeping(const Scope& s, int depth) {
  if (depth == 0) {
    co_await sleep(s, ms(1000));
    look_at_the_stack();
    co_return 0;
  }
  Coro<int> inner = chained_and_sleeping(s, depth - 1);
  const int below = co_await inner;
  look_at_the_stack();
  co_return below + 1;
}
Coro<int> chained_and_failing(int depth) {
  if (depth == 0) {
    throw Error("ValueError", "deep down");
  }
  Coro<int> inner = chained_and_failing(depth - 1);
  co_return co_await inner;
}
Coro<int> one() {
  look_at_the_stack();
  co_return 1;
}

int result = 0;

Coro<> awaits_a_chain(Scope s) {
  Coro<int> chain = chained(kMany);
  result = co_await chain;
  s.at("pass");
}
Coro<> awaits_a_sleeping_chain(Scope s) {
  Coro<int> chain = chained_and_sleeping(s, kMany);
  result = co_await chain;
  s.at("pass");
}
Coro<> awaits_a_failing_chain(Scope s) {
  try {
    Coro<int> chain = chained_and_failing(10'000);
    result = co_await chain;
  } catch (const Error&) {
    result = -1;
  }
  s.at("pass");
}
Coro<> awaits_one_by_one(Scope s) {
  for (int i = 0; i < kMany; ++i) {
    Coro<int> coro = one();
    result += co_await coro;
  }
  s.at("pass");
}

// The stack used below here, in bytes, by a run of that program.
template <Coro<> (*main_task)(Scope)>
std::uintptr_t stack_used_by() {
  result = 0;
  lowest_place = 0;
  const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
  Script script(kListing, running<main_task>);
  script.run_to_end();
  CHECK(script.log()->back().kind == Kind::program_finished);
  return lowest_place == 0 ? 0 : here - lowest_place;
}

constexpr std::uintptr_t kLittle = 64 * 1024;

}  // namespace

TEST_CASE("a million coroutines that await each other don't grow the stack") {
  CHECK(stack_used_by<awaits_a_chain>() < kLittle);
  CHECK(result == kMany);
}

TEST_CASE("a million coroutines suspended below each other resume without growing the stack") {
  CHECK(stack_used_by<awaits_a_sleeping_chain>() < kLittle);
  CHECK(result == kMany);
}

TEST_CASE("a million awaits one after the other that never suspend don't grow the stack") {
  CHECK(stack_used_by<awaits_one_by_one>() < kLittle);
  CHECK(result == kMany);
}

TEST_CASE("an exception passes through ten thousand coroutines") {
  stack_used_by<awaits_a_failing_chain>();
  CHECK(result == -1);
}

}  // namespace interleave::test
