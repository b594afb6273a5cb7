#include "app/trace/gallop.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "tests/catch.h"

namespace interleave {

TEST_CASE("gallop finds what a plain search does, from anywhere, with any stride") {
  for (std::size_t size = 0; size < 40; ++size) {
    for (std::size_t first = 0; first <= size; ++first) {
      for (std::size_t from = 0; from <= size; ++from) {
        for (std::size_t stride = 0; stride < 9; ++stride) {
          std::size_t told = stride;
          const std::size_t found =
              gallop(from, size, told, [&](std::size_t index) { return index < first; });
          const std::size_t expected = std::max(from, first);
          if (found != expected || told != expected - from) {
            FAIL("size " << size << ", first " << first << ", from " << from << ", stride "
                         << stride << ": " << found << ", told " << told);
          }
        }
      }
    }
  }
  SUCCEED();
}

TEST_CASE("gallop looks at few where it lies about as far on each time") {
  constexpr std::size_t kSize = 100'000;
  constexpr std::size_t kStep = 100;
  std::size_t looked = 0;
  std::size_t stride = kStep;
  std::size_t at = 0;
  for (std::size_t wanted = kStep; wanted < kSize; wanted += kStep) {
    at = gallop(at, kSize, stride, [&](std::size_t index) {
      ++looked;
      return index < wanted;
    });
    CHECK(at == wanted);
  }
  CHECK(looked < 12 * (kSize / kStep));
}

}  // namespace interleave
