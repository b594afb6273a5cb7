#include "app/window/code_words.h"

#include <set>
#include <string>

#include "app/window/goto_text.h"
#include "app/window/panel.h"
#include "app/window/text_field.h"
#include "tests/catch.h"

namespace interleave {
namespace {

TEST_CASE("go to: a whole number is a step, a unit makes a time") {
  CHECK(std::get<command::GoToStep>(*goto_command("8")).step == 8);
  CHECK(std::get<command::GoToTime>(*goto_command("1.2 s")).t_ns == 1'200'000'000);
  CHECK(std::get<command::GoToTime>(*goto_command("1,2s")).t_ns == 1'200'000'000);
  CHECK(std::get<command::GoToTime>(*goto_command("300 ms")).t_ns == 300'000'000);
  for (const char* bad : {"", "x", "1.5", "-1", "8 miles", "1e99 s"}) {
    INFO(bad);
    CHECK_FALSE(goto_command(bad));
  }
}

TEST_CASE("code is cut into stretches that join to the line again") {
  for (const std::string_view line :
       {"async def main():  # starts", "    await f(\"a \\\" b\", 'c')", "", "x = 'no end"}) {
    std::string joined;
    for (const CodeToken& token : python_words(line)) {
      joined += token.text;
    }
    CHECK(joined == line);
  }
  const auto tokens = python_words("await sleep(1)  # here");
  CHECK(tokens.front().word == CodeWord::keyword);
  CHECK(tokens.back().word == CodeWord::comment);
  CHECK(cpp_words("co_await f(); // x").front().word == CodeWord::keyword);
}

TEST_CASE("a text field takes letters of several bytes as one") {
  TextField field;
  field.type('a');
  field.type(U'ü');
  field.type(U'…');
  CHECK(field.text() == "aü…");
  field.press({key::left, 0});
  field.press({key::backspace, 0});
  CHECK(field.text() == "a…");
  field.press({key::del, 0});
  CHECK(field.text() == "a");
  field.press({'A', kCtrl});
  field.type('b');
  CHECK(field.text() == "b");
  CHECK_FALSE(field.press({key::enter, 0}));
}

TEST_CASE("every panel of the registry has a name of its own") {
  std::set<std::string> names;
  for (const Panel* panel : panels()) {
    CHECK(names.insert(panel->name).second);
  }
}

}  // namespace
}  // namespace interleave
