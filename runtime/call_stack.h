#pragma once

#include <exception>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "runtime/coro.h"
#include "runtime/counted.h"
#include "runtime/loop.h"
#include "runtime/repr.h"
#include "runtime/strand.h"
#include "runtime/task_created.h"

namespace interleave {

/// One activation outside of the loop: the program's own module (id 0, reports nothing of itself),
/// a sequential call, or a hand-driven generator. The latter two are reported as tasks.
class CallBase : public Counted, public Strand {
 public:
  CallBase(Loop& loop, TaskId id) : Strand(id), loop_(&loop) {}

  /// Starts it, or resumes it where it stood.
  void step();
  /// Records its end, with what it returned or raised.
  void record_end();
  /// A call before it gave the thread back by yielding rather than by its end.
  [[nodiscard]] bool take_yielded() { return std::exchange(yielded_, false); }
  void yield(std::coroutine_handle<> handle);
  [[nodiscard]] bool started() const { return started_; }

  [[nodiscard]] virtual bool done() const = 0;
  [[nodiscard]] virtual std::exception_ptr error() const = 0;
  virtual void destroy_root() = 0;
  [[nodiscard]] Loop& loop() const { return *loop_; }

 private:
  [[nodiscard]] virtual std::coroutine_handle<> root_handle() const = 0;
  [[nodiscard]] virtual std::string result_repr() const = 0;

  Loop* loop_;
  bool started_ = false;
  bool yielded_ = false;
};

template <class T>
class CallOf final : public CallBase {
 public:
  CallOf(Loop& loop, TaskId id, Coro<T> coro) : CallBase(loop, id), root_(std::move(coro)) {
    root_.handle().promise().begin_in(*this);
  }
  [[nodiscard]] bool done() const override { return root_.done(); }
  [[nodiscard]] std::exception_ptr error() const override {
    return root_.handle().promise().error();
  }
  void destroy_root() override { root_.destroy(); }
  T take() { return root_.handle().promise().take(); }

 private:
  [[nodiscard]] std::coroutine_handle<> root_handle() const override { return root_.handle(); }
  [[nodiscard]] std::string result_repr() const override {
    if constexpr (std::is_void_v<T>) {
      return {};
    } else {
      return repr(root_.handle().promise().value());
    }
  }
  Coro<T> root_;
};

/// Who called whom: sequential code, with the program's module at the bottom.
class CallStack {
 public:
  CallStack() = default;
  CallStack(const CallStack&) = delete;
  CallStack& operator=(const CallStack&) = delete;
  ~CallStack() { clear(); }

  void push(Ref<CallBase> call) { stack_.push_back(std::move(call)); }
  /// Runs the innermost until it calls, returns, yields, or waits for the loop.
  void run_one();
  [[nodiscard]] bool empty() const { return stack_.empty(); }
  /// Frees every frame, innermost first.
  void clear();

 private:
  std::vector<Ref<CallBase>> stack_;
};

namespace detail {
/// The caller gives the thread to `callee` until that returns or yields.
void hand_over(std::coroutine_handle<> caller, Ref<CallBase> callee);
}  // namespace detail

/// A plain function call in a program without a loop, reported as a task: the caller is suspended
/// with reason `call` until the callee returns.
template <class T>
class CallAwait {
 public:
  explicit CallAwait(Ref<CallOf<T>> call) : call_(std::move(call)) {}
  [[nodiscard]] bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> handle) { detail::hand_over(handle, call_); }
  T await_resume() { return call_->take(); }

 private:
  Ref<CallOf<T>> call_;
};

template <class T>
[[nodiscard]] CallAwait<T> call(const Scope& scope, Coro<T> coro) {
  const TaskId id = record_task_created(scope.loop(), coro.handle().promise().frame(), TaskNames());
  return CallAwait<T>(make_counted<CallOf<T>>(scope.loop(), id, std::move(coro)));
}

}  // namespace interleave
