#include "tests/random/shrinker.h"

#include <algorithm>

#include "tests/catch.h"
#include "tests/programs/writer.h"
#include "tests/random/generator.h"

namespace interleave::random_programs {

using programs::Node;

namespace {

bool calls(const Node& node, const std::string& method) {
  if (node.kind == programs::NodeKind::call && node.child(0).text == method) {
    return true;
  }
  return std::any_of(node.children.begin(), node.children.end(),
                     [&method](const Node& child) { return calls(child, method); });
}

// Those that call `method` fail.
StillFail fails_if_it_calls(const std::string& method, int& asked) {
  return [method, &asked](const std::vector<Node>& programs) {
    asked += static_cast<int>(programs.size());
    std::vector<bool> out;
    for (const Node& program : programs) {
      out.push_back(calls(program, method));
    }
    return out;
  };
}

// A random program that calls it.
Node program_calling(const std::string& method) {
  std::uint64_t seed = 1;
  while (!calls(random_program(seed), method)) {
    ++seed;
  }
  return random_program(seed);
}

}  // namespace

TEST_CASE("random shrinker: of a failing program only what makes it fail is left") {
  for (const std::string method : {"gather", "wait_for", "Barrier"}) {
    INFO(method);
    const Node program = program_calling(method);
    int asked = 0;
    const Node small = shrunk(program, fails_if_it_calls(method, asked), 20000);
    INFO(programs::text_of(small));
    CHECK(calls(small, method));
    CHECK(size_of(small) <= 12);
    CHECK(size_of(small) < size_of(program));
  }
}

TEST_CASE("random shrinker: it asks no more often than it may") {
  const Node program = program_calling("gather");
  int asked = 0;
  const Node small = shrunk(program, fails_if_it_calls("gather", asked), 100);
  CHECK(asked <= 128);  // a batch is asked whole
  CHECK(calls(small, "gather"));
}

TEST_CASE("random shrinker: a program that nothing can be left out of stays as it is") {
  const Node program = random_program(3);
  const StillFail never = [](const std::vector<Node>& programs) {
    return std::vector<bool>(programs.size());
  };
  CHECK(same(shrunk(program, never, 100000), program));
}

TEST_CASE("random shrinker: what is simpler is smaller, the smallest first") {
  const Node program = random_program(5);
  const std::vector<Node> found = simpler(program);
  REQUIRE(found.size() > 20);
  for (const Node& one : found) {
    CHECK_FALSE(same(one, program));
    CHECK(size_of(one) <= size_of(program));
  }
  CHECK(size_of(found.front()) <= size_of(found.back()));
}

}  // namespace interleave::random_programs
