#include "tests/programs/reader.h"

#include "tests/catch.h"
#include "tests/programs/build.h"
#include "tests/programs/writer.h"

namespace interleave::programs {

namespace {

const char* const kEverything = R"(import asyncio

class Odd(ValueError):
    pass

def plain(a, b=2, *rest, c, **more):
    global total
    total = a + (b * 3)
    return [x for x in rest if x]

async def main():
    x = y = 0
    x += -1.5
    a, b = (1, 2)
    named = {"k": [1, "two"], 3: None}
    try:
        async with lock as held, other:
            await asyncio.sleep(0.5)
    except (Odd, KeyError) as error:
        raise Odd(f"{error!r} {x:.2f}") from error
    except:
        raise
    else:
        pass
    finally:
        del named["k"]
    async for item in stream(*rest, **more):
        if (not item) and (x < 3 <= y) or (x is not None):
            continue
        else:
            break
    for i in range(3):
        assert i, "said"
    else:
        print(x if y else z, named[1:], sep="")
    while (n := next(x)):
        yield n
    with open(name) as file:
        call(lambda task, *rest: task.done())
    return

asyncio.run(main())
)";

}  // namespace

TEST_CASE("a text read and written is the same program on the same lines") {
  const Node program = read({{"everything.py", kEverything}}).at(0);
  Node again = program;
  const std::string text = write(again);
  CHECK(same(read({{"again.py", text}}).at(0), program));
  CHECK(text_of(read({{"again.py", text}}).at(0)) == text);
  CHECK(program.child(2).line == 6);
  CHECK(program.child(3).child(1).child(4).child(3).line == 19);
}

TEST_CASE("what a hand builds is what a text of it reads as") {
  using namespace build;
  Node program = module(
      {import("import asyncio"),
       async_def("main", {"n"},
                 {async_with("lock", "got", {expression(await(call("asyncio.sleep", real(0.5))))}),
                  return_(binary("n", "+", integer(-1)))}),
       expression(call("asyncio.run", call("main", integer(2))))});
  const std::string text = write(program);
  const Node read_back = read({{"built.py", text}}).at(0);
  CHECK(same(read_back, program));
  CHECK(read_back.child(1).child(1).child(1).line == program.child(1).child(1).child(1).line);
}

TEST_CASE("what goes beyond the subset is refused by file and line") {
  CHECK_THROWS_WITH(
      read({{"good.py", "x = 1\n"}, {"one.py", "x = 1\nmatch x:\n    case 1: pass\n"}}),
      "one.py:2: Match is beyond the subset");
  CHECK_THROWS_WITH(read({{"two.py", "x = 1\n\ny = (\n"}}), "two.py:3: '(' was never closed");
}

}  // namespace interleave::programs
