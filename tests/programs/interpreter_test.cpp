#include "tests/programs/interpreter.h"

#include <stdexcept>

#include "tests/catch.h"
#include "tests/programs/compare.h"

namespace interleave::programs {

namespace {

std::shared_ptr<const EventLog> run_text(const std::string& text, const RunLimits& limits) {
  const Program program = programs_of({{"program.py", text}}).at(0);
  return run("program.py", program.module, text, limits);
}

constexpr const char* kLanguage = R"(import asyncio

class Box:
    def __init__(self, size, *rest, label="none", **more):
        self.size = size
        self.rest = [size, *rest]
        self.label = f"{label!r:>8}|{size:.2f}|{more}"

    async def __aenter__(self):
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, kind, error, trace):
        print(kind is None, error)
        return isinstance(error, KeyError)

class Odd(ValueError):
    pass

def counter():
    count = 0
    def more(by=1):
        nonlocal count
        count += by
        return count
    return more

async def main():
    more = counter()
    print(more(), more(2), [more() for _ in range(3)], -7 // 2, -7 % 3, 2 ** 10, 7 / 2)
    async with Box(1.5, 2, 3, label="a", x=1) as box:
        print(box.rest, box.label, box.rest[::-1], box.rest[-1])
        raise KeyError("gone")
    first, *others = sorted({"b": 2, "a": 1}.items(), key=lambda pair: pair[1], reverse=True)
    print(first, others, {1, 2} | {3}, (1,), [], {}, not [], None or "so", 1 < 2 <= 2 != 3)
    try:
        raise Odd("one", 2)
    except (KeyError, ValueError) as error:
        print(repr(error), error, error.args, type(error).__name__, isinstance(error, Odd))
    try:
        raise ExceptionGroup("several", [Odd(1), KeyError("k")])
    except ExceptionGroup as group:
        print(group, group.exceptions)
    for place, (letter, number) in enumerate(zip("abc", [3, 2, 1])):
        if number == 1:
            break
    else:
        print("not")
    print(place, letter, number, sum([1, 2.5]), max(3, 1), round(2.5), "-".join(["x", "y"]))
    total = [x async for x in ticks(3)]
    print(total, await first_of(ticks(2)), {n: n * n for n in total if n})

async def ticks(n):
    for i in range(n):
        await asyncio.sleep(0.1)
        yield i

async def first_of(some):
    async for one in some:
        return one

asyncio.run(main())
)";

}  // namespace

TEST_CASE("the language means to the interpreter what it means to Python") {
  const auto found = differences(programs_of({{"language.py", kLanguage}}));
  if (found) {
    CHECK((*found)[0] == "");
  }
}

TEST_CASE("a program that never ends, and never awaits, is given up with its line") {
  const std::string text =
      "import asyncio\n\nasync def main():\n    while True:\n        pass\n\nasyncio.run(main())\n";
  RunLimits limits;
  limits.statements = 1000;
  CHECK_THROWS_WITH(
      run_text(text, limits),
      Catch::Matchers::ContainsSubstring(": the limit of interpreted statements was reached"));
}

TEST_CASE("a program that calls itself without end is given up") {
  const std::string text =
      "import asyncio\n\ndef deep():\n    deep()\n\nasync def main():\n    deep()\n\n"
      "asyncio.run(main())\n";
  CHECK_THROWS_WITH(run_text(text, RunLimits()),
                    "program.py:3: functions call each other too deep");
}

TEST_CASE("an endless program ends at its limit of events") {
  const std::string text =
      "import asyncio\n\nasync def main():\n    while True:\n        await asyncio.sleep(0)\n\n"
      "asyncio.run(main())\n";
  RunLimits limits;
  limits.events.events = 100;
  CHECK(run_text(text, limits)->size() == 100);
}

}  // namespace interleave::programs
