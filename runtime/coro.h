#pragma once

#include <coroutine>
#include <exception>
#include <optional>
#include <utility>

#include "runtime/pool.h"
#include "runtime/scope.h"
#include "runtime/strand.h"

namespace interleave {

/// What every coroutine's promise has: whose strand it runs in, who awaits it, where it stands in
/// the listing. A coroutine whose first parameter is a Scope is one of the listing; others are the
/// library's own and leave no trace of themselves.
class PromiseBase : public Pooled {
 public:
  PromiseBase() = default;
  template <class... Args>
  explicit PromiseBase(Scope& scope, Args&...) : in_listing_(true) {
    scope.enter(frame_);
    loop_ = &scope.loop();
  }
  PromiseBase(const PromiseBase&) = delete;
  PromiseBase& operator=(const PromiseBase&) = delete;
  ~PromiseBase() {
    // Never begun: a coroutine object was made and nothing ran (CPython's finalizer says so).
    if (strand_ == nullptr) {
      warn_never_awaited();
    }
  }

  struct FinalAwait {
    [[nodiscard]] bool await_ready() const noexcept { return false; }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> handle) const noexcept {
      handle.promise().leave();
    }
    void await_resume() const noexcept {}
  };
  [[nodiscard]] std::suspend_always initial_suspend() const noexcept { return {}; }
  [[nodiscard]] FinalAwait final_suspend() const noexcept { return {}; }
  void unhandled_exception() noexcept { error_ = std::current_exception(); }

  /// Makes it the outermost of a strand.
  void begin_in(Strand& strand) {
    strand_ = &strand;
    if (in_listing_ || stands_in_) {
      strand.top = &frame_;
    }
  }
  /// Makes it the innermost of the strand of whoever awaits it.
  void begin_for(PromiseBase& caller, std::coroutine_handle<> continuation);

  [[nodiscard]] Strand& strand() const { return *strand_; }
  [[nodiscard]] const Frame& frame() const { return frame_; }
  /// The same for a task that is made of it: a coroutine of the library's own gives its name.
  [[nodiscard]] const Frame& named_frame(Loop& loop) {
    if (library_name_ != nullptr) {
      take_library_name(loop);
    }
    return frame_;
  }
  /// For the library's coroutines that a program sees: Python's qualified name, "Queue.get".
  void name_as_library(Loop& loop, const char* qualified_name) {
    loop_ = &loop;
    library_name_ = qualified_name;
  }
  [[nodiscard]] const char* library_name() const { return library_name_; }
  [[nodiscard]] const std::exception_ptr& error() const { return error_; }
  [[nodiscard]] bool in_listing() const { return in_listing_; }
  /// For what yields from within coroutines that it awaits itself: those from this one outwards to
  /// `outermost` go on in the strand of that, which may be another than before.
  void follow(const PromiseBase& outermost);
  /// For a task that the loop makes of what is no coroutine (an async generator's aclose): what it
  /// is called and where it begins. To be said before the task is made.
  void stand_in(TextId name, std::uint16_t line);
  /// The warning for one that never began; none for the library's own.
  void warn_never_awaited() noexcept;

 protected:
  /// For async generators, which are entered and left with every item: nothing is told of that, nor
  /// of one that never began.
  void go_on_for(PromiseBase& caller, std::coroutine_handle<> continuation);
  void give_back() noexcept;
  void be_async_generator() { is_coroutine_ = false; }

 private:
  // The outermost's end is told by whoever drives the strand.
  void leave() noexcept {
    if (continuation_) {
      leave_for_caller();
    }
  }
  void leave_for_caller() noexcept;
  void take_library_name(Loop& loop);

  // First: in the cache line in which the coroutine begins. The flags fill it up.
  [[no_unique_address]] Frame frame_;
  bool in_listing_ = false;
  bool is_coroutine_ = true;
  bool stands_in_ = false;
  Strand* strand_ = nullptr;
  PromiseBase* caller_ = nullptr;
  Loop* loop_ = nullptr;
  std::coroutine_handle<> continuation_;
  const char* library_name_ = nullptr;
  std::exception_ptr error_;
};

template <class T>
class Promise;

/// A coroutine object, as `async def` makes it: nothing runs until it is awaited (then it runs
/// inside the awaiting task) or made a task of. Owns its frame. Dropped unawaited it warns, as
/// Python does.
template <class T = void>
class [[nodiscard]] Coro {
 public:
  using promise_type = Promise<T>;
  using Handle = std::coroutine_handle<promise_type>;

  explicit Coro(Handle handle) : handle_(handle) {}
  Coro(Coro&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Coro& operator=(Coro&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
  }
  Coro(const Coro&) = delete;
  Coro& operator=(const Coro&) = delete;
  ~Coro() { destroy(); }

  void destroy() {
    if (handle_) {
      std::exchange(handle_, nullptr).destroy();
    }
  }
  [[nodiscard]] Handle handle() const { return handle_; }
  [[nodiscard]] bool done() const { return handle_.done(); }

  struct Await {
    Handle handle;
    [[nodiscard]] bool await_ready() const noexcept { return false; }
    template <class Caller>
    void await_suspend(std::coroutine_handle<Caller> caller) const {
      handle.promise().begin_for(caller.promise(), caller);
      handle.promise().strand().next = handle;
    }
    T await_resume() const { return handle.promise().take(); }
  };
  Await operator co_await() const& noexcept { return Await{handle_}; }
  Await operator co_await() const&& noexcept { return Await{handle_}; }

 private:
  Handle handle_;
};

/// Gives a coroutine of the library the name by which Python knows it: a task made of it is called
/// after that, and dropped unawaited it warns.
template <class T>
[[nodiscard]] Coro<T> named(Loop& loop, const char* qualified_name, Coro<T> coro) {
  coro.handle().promise().name_as_library(loop, qualified_name);
  return coro;
}

template <class T>
class Promise : public PromiseBase {
 public:
  using PromiseBase::PromiseBase;
  Coro<T> get_return_object() { return Coro<T>(Coro<T>::Handle::from_promise(*this)); }
  template <class U>
  void return_value(U&& value) {
    value_.emplace(std::forward<U>(value));
  }
  /// The result, once; raises what the coroutine raised.
  T take() {
    if (error()) {
      std::rethrow_exception(error());
    }
    return std::move(*value_);
  }
  [[nodiscard]] const T& value() const { return *value_; }

 private:
  std::optional<T> value_;
};

template <>
class Promise<void> : public PromiseBase {
 public:
  using PromiseBase::PromiseBase;
  Coro<void> get_return_object() { return Coro<void>(Coro<void>::Handle::from_promise(*this)); }
  void return_void() {}
  void take() const {
    if (error()) {
      std::rethrow_exception(error());
    }
  }
};

}  // namespace interleave
