#include "tests/bench/bare_ring.h"

#include <bit>
#include <coroutine>
#include <exception>
#include <vector>

namespace interleave::bench {

namespace {

struct Ring {
  explicit Ring(std::size_t size) : handles(std::bit_ceil(size * 2)), mask(handles.size() - 1) {}
  void push(std::coroutine_handle<> handle) { handles[tail++ & mask] = handle; }
  std::coroutine_handle<> pop() { return handles[head++ & mask]; }

  std::vector<std::coroutine_handle<>> handles;
  std::size_t mask;
  std::size_t head = 0;
  std::size_t tail = 0;
};

struct Yielder {
  struct promise_type {
    Yielder get_return_object() {
      return {std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    [[nodiscard]] std::suspend_always initial_suspend() const noexcept { return {}; }
    [[nodiscard]] std::suspend_never final_suspend() const noexcept { return {}; }
    void return_void() {}
    [[noreturn]] void unhandled_exception() { std::terminate(); }
  };
  std::coroutine_handle<> handle;
};

struct Yield {
  Ring* ring;
  [[nodiscard]] bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> handle) const { ring->push(handle); }
  void await_resume() const noexcept {}
};

Yielder worker(Ring& ring, std::size_t yields) {
  for (std::size_t i = 0; i < yields; ++i) {
    const Yield yield{&ring};
    co_await yield;
  }
}

}  // namespace

void run_bare_ring(std::size_t tasks, std::size_t yields) {
  Ring ring(tasks);
  for (std::size_t i = 0; i < tasks; ++i) {
    ring.push(worker(ring, yields).handle);
  }
  while (ring.head != ring.tail) {
    ring.pop().resume();
  }
}

}  // namespace interleave::bench
