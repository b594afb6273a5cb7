#include "runtime/pool.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

struct Block {
  void* place;
  std::size_t size;
};

// So many blocks of all sizes, each filled with a byte of its own.
std::vector<Block> take(std::size_t count) {
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t size = 1 + i * 37 % 1500;
    blocks.push_back({Pool::allocate(size), size});
    std::memset(blocks.back().place, static_cast<int>(i % 251), size);
  }
  return blocks;
}

bool intact(const std::vector<Block>& blocks) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const auto* bytes = static_cast<const unsigned char*>(blocks[i].place);
    for (std::size_t at = 0; at < blocks[i].size; ++at) {
      if (bytes[at] != i % 251) {
        return false;
      }
    }
  }
  return true;
}

void give_back(const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    Pool::free(block.place, block.size);
  }
}

}  // namespace

TEST_CASE("the pool's blocks do not overlap, whatever their sizes, the second time too") {
  for (int round = 0; round < 2; ++round) {
    const auto blocks = take(10'000);
    CHECK(intact(blocks));
    give_back(blocks);
  }
}

TEST_CASE("each thread has a pool of its own, and ends without leaving anything") {
  const auto outside = take(100);
  std::thread other([] {
    Pool::use_slabs_in_this_thread();
    give_back(take(5'000));
  });
  other.join();
  CHECK(intact(outside));
  give_back(outside);
}

TEST_CASE("what one use of the pool left scattered does not scatter the next") {
  // In a thread of its own, where nothing else is in use.
  std::vector<std::ptrdiff_t> gaps;
  std::thread other([&gaps] {
    Pool::use_slabs_in_this_thread();
    constexpr std::size_t kSize = 64;
    std::vector<void*> places(200);
    for (void*& place : places) {
      place = Pool::allocate(kSize);
    }
    for (const std::size_t stride : {2U, 1U}) {  // every other one, then the rest
      for (std::size_t i = 0; i < places.size(); i += stride) {
        if (places[i] != nullptr) {
          Pool::free(std::exchange(places[i], nullptr), kSize);
        }
      }
    }
    const char* before = nullptr;
    for (void*& place : places) {
      place = Pool::allocate(kSize);
      const char* here = static_cast<const char*>(place);
      gaps.push_back(before == nullptr ? std::ptrdiff_t{64} : here - before);
      before = here;
    }
    for (void* place : places) {
      Pool::free(place, kSize);
    }
  });
  other.join();
  CHECK(gaps == std::vector<std::ptrdiff_t>(200, 64));
}

#if INTERLEAVE_ASAN
TEST_CASE("AddressSanitizer is told what of the pool's slabs is in use") {
  bool ends_with_its_size = false;
  bool is_gone_when_freed = false;
  bool is_there_again = false;
  std::thread other([&] {
    Pool::use_slabs_in_this_thread();
    void* const kept = Pool::allocate(1);
    auto* const block = static_cast<char*>(Pool::allocate(100));
    ends_with_its_size = __asan_region_is_poisoned(block, 100) == nullptr &&
                         __asan_address_is_poisoned(block + 100) != 0;
    Pool::free(block, 100);
    is_gone_when_freed = __asan_address_is_poisoned(block) != 0;
    void* const again = Pool::allocate(120);
    is_there_again = again == block && __asan_region_is_poisoned(again, 120) == nullptr;
    Pool::free(again, 120);
    Pool::free(kept, 1);
  });
  other.join();
  CHECK(ends_with_its_size);
  CHECK(is_gone_when_freed);
  CHECK(is_there_again);
}
#endif

TEST_CASE("every program gives back what it takes from the pool's slabs") {
  std::uint64_t events = 0;
  std::vector<std::string_view> keep_something;
  std::thread other([&] {
    Pool::use_slabs_in_this_thread();
    for (int round = 0; round < 2; ++round) {
      for (const Sample* sample : samples()) {
        events += sample->run()->size();
        if (Pool::in_use() > 0) {
          keep_something.push_back(sample->name());
        }
      }
    }
  });
  other.join();
  CHECK(events > 1'000);
  CHECK(keep_something == std::vector<std::string_view>());
}

}  // namespace interleave::test
