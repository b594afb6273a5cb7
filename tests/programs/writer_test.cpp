#include "tests/programs/writer.h"

#include <stdexcept>

#include "tests/catch.h"
#include "tests/programs/build.h"
#include "tests/programs/expression_writer.h"

namespace interleave::programs {

using namespace build;

TEST_CASE("a program is written a statement a line and knows its lines") {
  Node program = module(
      {import("import asyncio"),
       async_def("main", {"n"},
                 {async_with("lock", "got", {expression(await(call("asyncio.sleep", real(0.5))))}),
                  return_(binary("n", "+", integer(-1)))}),
       expression(call("asyncio.run", call("main", integer(2))))});
  CHECK(write(program) == R"(import asyncio

async def main(n):
    async with lock as got:
        await asyncio.sleep(0.5)
    return n + (-1)

asyncio.run(main(2))
)");
  CHECK(program.child(0).line == 1);
  CHECK(program.child(1).line == 3);
  CHECK(program.child(1).child(1).child(0).line == 4);
  CHECK(program.child(1).child(1).child(1).line == 6);
  CHECK(program.child(2).child(0).line == 8);
}

TEST_CASE("each branch of a try stands where it is written") {
  Node program = module(
      {try_({pass()}, {handler("ValueError", "error", {raise()})}, {break_()}, {continue_()})});
  CHECK(write(program) == R"(try:
    pass
except ValueError as error:
    raise
else:
    break
finally:
    continue
)");
  const Node& statement = program.child(0);
  CHECK(statement.child(3).line == 3);
  CHECK(statement.child(3).child(1).child(0).line == 4);
  CHECK(statement.child(1).child(0).line == 6);
  CHECK(statement.child(2).child(0).line == 8);
}

TEST_CASE("an empty block gets a pass, which stands on a line as CPython's does") {
  Node program = module({async_def("main", {}, {})});
  CHECK(write(program) == "async def main():\n    pass\n\n");
  REQUIRE(program.child(0).child(1).children.size() == 1);
  CHECK(program.child(0).child(1).child(0).kind == NodeKind::pass);
  CHECK(program.child(0).child(1).child(0).line == 2);
}

TEST_CASE("an expression keeps its meaning in brackets") {
  CHECK(expression_text(binary(binary("a", "+", "b"), "*", "c")) == "(a + b) * c");
  CHECK(expression_text(unary("not", await("task"))) == "not (await task)");
  CHECK(expression_text(call("print", starred(list({integer(1)})), keyword("sep", text("\"")))) ==
        R"(print(*[1], sep="\""))");
  CHECK(expression_text(tuple({dotted("a")})) == "(a,)");
  CHECK(expression_text(fstring({text("{x} "), formatted(subscript("d", text("k")), ":.2f")})) ==
        R"(f"{{x}} {d['k']:.2f}")");
  CHECK(expression_text(lambda({"task"}, call("done", "task"))) == "lambda task: done(task)");
}

TEST_CASE("a statement among expressions is refused") {
  CHECK_THROWS_AS(expression_text(pass()), std::invalid_argument);
  CHECK_THROWS_AS(text_of(module({integer(1)})), std::invalid_argument);
}

}  // namespace interleave::programs
