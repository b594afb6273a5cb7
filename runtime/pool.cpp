#include "runtime/pool.h"

#include <initializer_list>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace interleave {

namespace {

constexpr std::size_t kSlab = std::size_t{64} << 10U;
/// Slabs beyond the first ones are a huge page each: with a hundred thousand tasks it is the
/// processor's look-up of pages that takes the time.
constexpr std::size_t kHugeSlab = std::size_t{2} << 20U;
constexpr std::size_t kSmallSlabs = 16;
/// So many slabs stay when nothing is in use (3 MB).
constexpr std::size_t kKeptSlabs = kSmallSlabs + 1;

}  // namespace

/// Stands at the beginning of the memory that it cuts up.
struct alignas(64) Pool::Slab {
  Slab* next;
  std::size_t size;

  [[nodiscard]] std::byte* bytes() { return reinterpret_cast<std::byte*>(this + 1); }
  [[nodiscard]] std::size_t lines() const { return size / kLine - 1; }

  // Not written to before it is used.
  static Slab* make(std::size_t size) {
    void* memory = ::operator new (size, std::align_val_t{size});
#if defined(MADV_HUGEPAGE)
    if (size == kHugeSlab) {
      ::madvise(memory, size, MADV_HUGEPAGE);  // where it is refused, pages stay small
    }
#endif
    return ::new (memory) Slab{nullptr, size};
  }
  static void free(Slab* slab) noexcept {
    const std::size_t size = slab->size;
    ::operator delete (slab, size, std::align_val_t{size});
  }
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
    Slab* slab = here.spare;
    if (slab != nullptr) {
      here.spare = slab->next;
    } else {
      slab = Slab::make(here.slab_count < kSmallSlabs ? kSlab : kHugeSlab);
      ++here.slab_count;
    }
    slab->next = here.slabs;
    here.slabs = slab;
    here.next = slab->bytes();
    here.lines_left = slab->lines();
    end_use(here.next, here.lines_left * kLine);
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
    return;
  }
  const Thread before = here;
  here = Thread{};
  here.slabs_asked_for = before.slabs_asked_for;
  here.slab_count = before.slab_count;
  here.spare = before.spare;
  for (Slab* slab = before.slabs; slab != nullptr;) {
    Slab* const next = slab->next;
    slab->next = here.spare;
    here.spare = slab;
    slab = next;
  }
}

void Pool::free_slabs() noexcept {
  for (Slab* list : {here.slabs, here.spare}) {
    while (list != nullptr) {
      Slab* const slab = list;
      list = slab->next;
      begin_use(slab->bytes(), slab->lines() * kLine);
      Slab::free(slab);
    }
  }
  const Thread before = here;
  here = Thread{};
  here.ending = before.ending;
  here.slabs_asked_for = before.slabs_asked_for;
}

}  // namespace interleave
