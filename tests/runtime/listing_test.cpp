#include "runtime/listing.h"

#include <stdexcept>

#include "tests/catch.h"

namespace interleave::test {

namespace {

constexpr std::string_view kText = R"(import asyncio

async def outer(n):
    print("a")

    def inner():
        print("b")
    print("c")

class Server:
    def serve(self):
        print("d")

outer(1)
print("e")
)";

}  // namespace

TEST_CASE("a listing knows its defs, those within others too") {
  const Listing listing(kText);
  CHECK(listing.line_count() == 15);
  CHECK(listing.line(1) == "import asyncio");
  CHECK(listing.def("outer").def_line == 3);
  CHECK(listing.def("inner").def_line == 6);
  CHECK(listing.def("serve").def_line == 11);
  CHECK(listing.def("").def_line == 0);
}

TEST_CASE("a line is found by a piece of its text within its def") {
  const Listing listing(kText);
  CHECK(listing.line_of(listing.def("outer"), "print") == 4);
  CHECK(listing.line_of(listing.def("outer"), "print", 2) == 8);
  CHECK(listing.line_of(listing.def("inner"), "print") == 7);
  CHECK(listing.line_of(listing.def("serve"), "print") == 12);
  CHECK(listing.line_of(listing.def(""), "print") == 15);
  CHECK(listing.line_of(listing.def(""), "outer(1)") == 14);
}

TEST_CASE("what a listing lacks is named") {
  using Catch::Matchers::ContainsSubstring;
  const Listing listing(kText);
  CHECK_THROWS_AS(listing.def("main"), std::out_of_range);
  CHECK_THROWS_WITH(listing.def("main"), ContainsSubstring("main"));
  CHECK_THROWS_AS(listing.line_of(listing.def("inner"), "\"a\""), std::out_of_range);
  CHECK_THROWS_WITH(listing.line_of(listing.def("inner"), "print", 2),
                    ContainsSubstring("inner") && ContainsSubstring("print"));
  CHECK_THROWS_WITH(listing.line_of(listing.def(""), "nowhere"), ContainsSubstring("module"));
}

TEST_CASE("a def is found by its line") {
  const Listing listing(kText);
  CHECK(listing.def_at(6).name == "inner");
  CHECK_THROWS_AS(listing.def_at(4), std::out_of_range);
}

TEST_CASE("a listing without a last line end, or without anything, is one too") {
  CHECK(Listing("print()").line_count() == 1);
  CHECK(Listing("").line_count() == 0);
  CHECK(Listing("").def("").lines.empty());
}

}  // namespace interleave::test
