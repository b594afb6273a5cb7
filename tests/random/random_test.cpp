#include <iostream>

#include "tests/catch.h"
#include "tests/programs/writer.h"
#include "tests/random/comparison.h"
#include "tests/random/generator.h"

namespace interleave::random_programs {

namespace {

constexpr std::uint64_t kSeedsOfATest = 250;

// Every program of these seeds does here what it does on CPython.
void same_as_cpython(std::uint64_t first) {
  const auto found = compared_seeds(first, kSeedsOfATest);
  if (!found) {
    WARN("passed over: python3 is not CPython 3.11");
    return;
  }
  for (const Differing& differing : found->differing) {
    INFO("seed " << first + differing.at);
    CHECK(differing.told == "");
  }
  CHECK(found->exercised.programs() == kSeedsOfATest);
  CHECK(found->exercised.events() > 10 * kSeedsOfATest);
  CHECK(found->by_accident < kSeedsOfATest / 25);
  std::cout << found->exercised.programs() << " random programs, " << found->exercised.events()
            << " events compared with CPython's\n";
}

}  // namespace

// Apart, so that they can run beside each other.
TEST_CASE("random programs do on CPython what they do here, the first 250") { same_as_cpython(1); }
TEST_CASE("random programs do on CPython what they do here, the second 250") {
  same_as_cpython(251);
}
TEST_CASE("random programs do on CPython what they do here, the third 250") {
  same_as_cpython(501);
}
TEST_CASE("random programs do on CPython what they do here, the fourth 250") {
  same_as_cpython(751);
}
TEST_CASE("random programs do on CPython what they do here, the fifth 250") {
  same_as_cpython(1001);
}
TEST_CASE("random programs do on CPython what they do here, the sixth 250") {
  same_as_cpython(1251);
}
TEST_CASE("random programs do on CPython what they do here, the seventh 250") {
  same_as_cpython(1501);
}
TEST_CASE("random programs do on CPython what they do here, the eighth 250") {
  same_as_cpython(1751);
}

}  // namespace interleave::random_programs
