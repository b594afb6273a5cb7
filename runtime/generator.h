#pragma once

#include <coroutine>
#include <utility>

#include "runtime/call_stack.h"

namespace interleave {

/// A generator driven by hand, reported as a task: it runs from one next() to its next yield, then
/// gives the thread back. Between them it is ready: it could go on.
class Generator {
 public:
  explicit Generator(Ref<CallOf<void>> call) : call_(std::move(call)) {}
  [[nodiscard]] const Ref<CallOf<void>>& state() const { return call_; }

 private:
  Ref<CallOf<void>> call_;
};

/// Calls a generator function: makes the generator; nothing of it runs yet.
[[nodiscard]] Generator generator(const Scope& scope, Coro<> coro);

/// Python's next(): runs it to its next yield; false once it has ended (StopIteration).
class NextAwait {
 public:
  explicit NextAwait(Ref<CallOf<void>> call) : call_(std::move(call)) {}
  [[nodiscard]] bool await_ready() const { return call_->done(); }
  void await_suspend(std::coroutine_handle<> handle) {
    has_run_ = true;
    detail::hand_over(handle, call_);
  }
  [[nodiscard]] bool await_resume() {
    if (call_->done() && has_run_) {
      call_->take();  // what it raised, it raises once
    }
    return !call_->done();
  }

 private:
  Ref<CallOf<void>> call_;
  bool has_run_ = false;
};
[[nodiscard]] inline NextAwait next(const Scope&, const Generator& generator) {
  return NextAwait(generator.state());
}

/// Python's `yield` inside a generator.
class YieldAwait {
 public:
  explicit YieldAwait(Loop& loop) : loop_(&loop) {}
  [[nodiscard]] bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> handle) const;
  void await_resume() const noexcept {}

 private:
  Loop* loop_;
};
[[nodiscard]] inline YieldAwait yield(const Scope& scope) { return YieldAwait(scope.loop()); }

}  // namespace interleave
