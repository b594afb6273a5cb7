#include "app/timeline/one_line.h"

#include "app/timeline/measure.h"
#include "tests/catch.h"

using namespace interleave;

TEST_CASE("a text becomes one line, and what can't be shown is seen to be missing") {
  CHECK(one_line("two\nlines\r\nand\ta tab") == "two lines and a tab");
  CHECK(one_line("bell\x07 esc\x1b[31m") == "bell\uFFFD esc\uFFFD[31m");
  CHECK(one_line("x\u202Egnirts\u202C y") == "x\uFFFDgnirts\uFFFD y");
  CHECK(one_line("a\xC2\x85"
                 "b\u2028c") == "a b c");
  CHECK(one_line("\xFF\xC3(") == "\uFFFD\uFFFD(");
}

TEST_CASE("one line stays as it is, whatever it is written in") {
  for (const std::string text : {"", "<b>&\"x\"</b> 'y'", "שלום עולם",
                                 "🎉 party 👩‍👩‍👧", "e\u0301te\u0301", "日本語"}) {
    CHECK(one_line(text) == text);
  }
}

TEST_CASE("lines stay lines where there may be several") {
  CHECK(plain_lines("two\r\nlines\n\nand\ta tab\n") == "two\nlines\n\nand a tab\n");
  CHECK(plain_lines("").empty());
}

TEST_CASE("what is written in a picture is one line") {
  CHECK(shortened(embedded_measure(), "two\nlines", Face::regular, 10, 1000) == "two lines");
  CHECK(shortened(embedded_measure(), "two\nlines", Face::regular, 10, 30).find('\n') ==
        std::string::npos);
}
