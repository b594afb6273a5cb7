#include "runtime/pool.h"

namespace interleave {

namespace {

constexpr std::size_t kSlabLines = 1024;
/// So many slabs stay when nothing is in use (2 MB).
constexpr std::size_t kKeptSlabs = 32;

}  // namespace

struct alignas(64) Pool::Slab {
  Slab* next;
  alignas(64) std::byte bytes[kSlabLines * 64];
};

struct Pool::AtThreadEnd {
  ~AtThreadEnd() {
    here.ending = true;
    if (here.in_use == 0) {
      free_slabs();
    }
  }
  void begin() {}
};

constinit thread_local Pool::Thread Pool::here{};

void* Pool::cut(std::size_t lines) {
  if (here.lines_left < lines) {
    thread_local AtThreadEnd at_thread_end;
    at_thread_end.begin();
    auto* slab = new Slab;  // not written to before it is used
    slab->next = here.slabs;
    here.slabs = slab;
    ++here.slab_count;
    here.next = here.slabs->bytes;
    here.lines_left = kSlabLines;
  }
  std::byte* block = here.next;
  here.next += lines * kLine;
  here.lines_left -= lines;
  return block;
}

// Nothing is in use any more.
void Pool::give_back() noexcept {
  if (here.ending || here.slab_count > kKeptSlabs) {
    free_slabs();
  }
}

void Pool::free_slabs() noexcept {
  while (here.slabs != nullptr) {
    Slab* slab = here.slabs;
    here.slabs = slab->next;
    delete slab;
  }
  const bool ending = here.ending;
  here = Thread{};
  here.ending = ending;
}

}  // namespace interleave
