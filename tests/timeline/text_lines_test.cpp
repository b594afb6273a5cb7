#include "app/timeline/text_lines.h"

#include "tests/timeline/approx.h"

using namespace interleave;

namespace {

std::vector<std::string> lines_of(std::string_view text, float room, std::size_t most = kAllLines) {
  return text_lines(embedded_measure(), text, Face::regular, 10, room, most);
}

float width_of(std::string_view text) { return embedded_measure().width(text, Face::regular, 10); }

}  // namespace

TEST_CASE("a text is broken between words, and no line is wider than the room") {
  const std::string text = "while one task waits another has the thread";
  for (const float room : {60.0F, 90.0F, 140.0F}) {
    std::string joined;
    for (const std::string& line : lines_of(text, room)) {
      CHECK(width_of(line) <= room);
      joined += (joined.empty() ? "" : " ") + line;
    }
    CHECK(joined == text);
  }
}

TEST_CASE("what fits is one line, nothing is none") {
  CHECK(lines_of("one task", width_of("one task")) == std::vector<std::string>{"one task"});
  CHECK(lines_of("", 100).empty());
}

TEST_CASE("the last line that is allowed tells by … that more would follow") {
  const auto lines = lines_of("one task waits for another one", width_of("one task"), 2);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == "one task");
  CHECK(lines[1].substr(lines[1].size() - 3) == "…");
  CHECK(width_of(lines[1]) <= width_of("one task"));
}

TEST_CASE("a word that is wider than the room goes on in the next line") {
  const auto lines = lines_of("a reading_pages_of_a_long_böok b", 40);
  std::string joined;
  for (const std::string& line : lines) {
    CHECK(width_of(line) <= 40);
    joined += line;
  }
  CHECK(lines.front() == "a");
  std::erase(joined, ' ');
  CHECK(joined == "areading_pages_of_a_long_böokb");
}

TEST_CASE("where lines are few a word that is wider than the room is shortened") {
  const auto lines = lines_of("a checking_messages b", 40, 9);
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].substr(0, 2) == "ch");
  CHECK(width_of(lines[1]) <= 40);
}
