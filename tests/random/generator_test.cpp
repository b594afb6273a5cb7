#include "tests/random/generator.h"

#include <algorithm>
#include <set>
#include <string>

#include "tests/catch.h"
#include "tests/differential/judge.h"
#include "tests/programs/writer.h"

namespace interleave::random_programs {

TEST_CASE("random generator: a seed gives the same program, another seed another") {
  std::set<std::string> texts;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const std::string text = programs::text_of(random_program(seed));
    CHECK(programs::text_of(random_program(seed)) == text);
    texts.insert(text);
  }
  CHECK(texts.size() == 200);
}

TEST_CASE("random generator: programs are small") {
  std::ptrdiff_t longest = 0;
  std::ptrdiff_t sum = 0;
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    const std::string text = programs::text_of(random_program(seed));
    const auto lines = std::count(text.begin(), text.end(), '\n');
    longest = std::max(longest, lines);
    sum += lines;
  }
  CHECK(longest < 400);
  CHECK(sum / 500 < 150);
  CHECK(sum / 500 > 40);
}

// What would say that the generator does not know Python: such mistakes end a program before it
// has shown anything.
TEST_CASE("random generator: CPython finds no mistake in a program") {
  std::vector<differential::Asked> asked;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    differential::Asked one;
    one.name = "seed " + std::to_string(seed);
    one.listing = programs::text_of(random_program(seed));
    one.limit = kEventLimit;
    asked.push_back(std::move(one));
  }
  const auto traces = differential::recorded_texts(asked, 25);
  if (!traces) {
    WARN("passed over: python3 is not CPython 3.11");
    return;
  }
  for (std::size_t i = 0; i < traces->size(); ++i) {
    INFO(asked[i].name);
    for (const char* error : {"SyntaxError", "NameError", "UnboundLocalError", "AttributeError",
                              "TypeError", "IndexError", "RecursionError"}) {
      CHECK((*traces)[i].find(error) == std::string::npos);
    }
  }
}

}  // namespace interleave::random_programs
