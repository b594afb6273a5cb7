#pragma once

#include <cstddef>
#include <cstdint>
#include <new>

#if defined(__SANITIZE_ADDRESS__)
#define INTERLEAVE_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define INTERLEAVE_ASAN 1
#endif
#endif
#ifdef INTERLEAVE_ASAN
#include <sanitizer/asan_interface.h>
#else
#define INTERLEAVE_ASAN 0
#endif

namespace interleave {

/// Memory for what a running program makes and drops by the thousand: tasks, coroutine frames,
/// futures, callbacks. Blocks are whole cache lines, cut from slabs in a row and used again by
/// size. When nothing is in use any more, slabs are given back but for a few, which are cut anew:
/// what one run leaves scattered does not slow down the next. Each thread has its own.
///
/// With AddressSanitizer it is plain operator new, which sees more (a leak, a block used again
/// after long), but for threads that ask for slabs; there it is told what of them is in use.
class Pool {
 public:
  static void* allocate(std::size_t size) {
    if (size <= kLargest && has_slabs()) {
      const std::size_t lines = (size + kLine - 1) / kLine;
      ++here.in_use;
      Free* block = here.free[lines];
      if (block == nullptr) {
        block = static_cast<Free*>(cut(lines));
        begin_use(block, size);
      } else {
        begin_use(block, size);
        here.free[lines] = block->next;
      }
      return block;
    }
    return ::operator new(size);
  }
  static void free(void* block, std::size_t size) noexcept {
    if (size <= kLargest && has_slabs()) {
      const std::size_t lines = (size + kLine - 1) / kLine;
      begin_use(block, sizeof(Free));
      here.free[lines] = ::new (block) Free{here.free[lines]};
      end_use(block, lines * kLine);
      if (--here.in_use == 0) {
        give_back();
      }
      return;
    }
    ::operator delete(block, size);
  }
  /// To be said in a thread before it takes anything: it takes from slabs with AddressSanitizer,
  /// too.
  static void use_slabs_in_this_thread() { here.slabs_asked_for = true; }
  /// Blocks in this thread that have not been given back.
  [[nodiscard]] static std::size_t in_use() { return here.in_use; }

 private:
  static constexpr std::size_t kLine = 64;
  static constexpr std::size_t kLargest = 16 * kLine;

  struct Free {
    Free* next;
  };
  struct Slab;
  // No destructor: what is dropped after the thread's other objects finds it still here.
  struct Thread {
    Free* free[kLargest / kLine + 1];
    std::byte* next;
    std::size_t lines_left;
    Slab* slabs;
    Slab* spare;
    std::size_t slab_count;
    std::size_t in_use;
    bool ending;
    bool slabs_asked_for;
  };
  struct AtThreadEnd;

  [[nodiscard]] static bool has_slabs() { return !INTERLEAVE_ASAN || here.slabs_asked_for; }
#if INTERLEAVE_ASAN
  static void begin_use(const void* at, std::size_t size) { ASAN_UNPOISON_MEMORY_REGION(at, size); }
  static void end_use(const void* at, std::size_t size) { ASAN_POISON_MEMORY_REGION(at, size); }
#else
  static void begin_use(const void*, std::size_t) {}
  static void end_use(const void*, std::size_t) {}
#endif
  static void* cut(std::size_t lines);
  static void give_back() noexcept;
  static void free_slabs() noexcept;

  static constinit thread_local Thread here;
};

/// For containers that come and go with them.
template <class T>
struct PoolAllocator {
  using value_type = T;
  PoolAllocator() = default;
  template <class U>
  PoolAllocator(const PoolAllocator<U>&) {}  // NOLINT: as allocators are converted
  T* allocate(std::size_t count) { return static_cast<T*>(Pool::allocate(count * sizeof(T))); }
  void deallocate(T* place, std::size_t count) noexcept { Pool::free(place, count * sizeof(T)); }
  friend bool operator==(const PoolAllocator&, const PoolAllocator&) { return true; }
};

/// Base of classes whose objects lie in the Pool.
struct Pooled {
  static void* operator new(std::size_t size) { return Pool::allocate(size); }
  static void operator delete(void* object, std::size_t size) noexcept { Pool::free(object, size); }
};

}  // namespace interleave
