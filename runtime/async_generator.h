#pragma once

#include <coroutine>
#include <optional>
#include <utility>

#include "runtime/coro.h"
#include "runtime/counted.h"
#include "runtime/errors.h"
#include "runtime/loop.h"
#include "runtime/scope.h"
#include "runtime/task.h"

namespace interleave {

/// What an async generator's promise has whatever it yields.
class AsyncGeneratorPromiseBase : public PromiseBase {
 public:
  template <class... Args>
  explicit AsyncGeneratorPromiseBase(Scope& scope, Args&... args) : PromiseBase(scope, args...) {
    be_async_generator();
  }

  struct FinalAwait {
    AsyncGeneratorPromiseBase* promise;
    [[nodiscard]] bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) const noexcept { promise->end(); }
    void await_resume() const noexcept {}
  };
  FinalAwait final_suspend() noexcept { return {this}; }
  struct YieldAwait {
    AsyncGeneratorPromiseBase* promise;
    [[nodiscard]] bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) const noexcept { promise->pause(); }
    /// Raises what it is closed with.
    void await_resume() const { promise->raise_if_closing(); }
  };
  void return_void() {}

  /// Goes on inside whoever awaits its next item, or its closing.
  void enter(PromiseBase& caller, std::coroutine_handle<> continuation) {
    running = true;
    has_value = false;
    closed_in_step_ = 0;
    go_on_for(caller, continuation);
  }

  /// To be closed: GeneratorExit comes out of the yield at which it stands.
  void be_closed();

  bool running = false;
  bool closing = false;
  /// It stands at a yield, whose value has not been taken.
  bool has_value = false;

 private:
  void pause() noexcept {
    running = false;
    give_back();
  }
  void end() noexcept;
  void raise_if_closing();

  /// The step in which its closing began, if that is what runs it.
  std::uint32_t closed_in_step_ = 0;
};

/// An async generator: a coroutine that yields, owned by those who hold it.
class AsyncGeneratorState : public Counted {
 public:
  AsyncGeneratorState(Loop& loop, AsyncGeneratorPromiseBase& promise,
                      std::coroutine_handle<> handle)
      : loop_(&loop), promise_(&promise), handle_(handle) {}
  AsyncGeneratorState(const AsyncGeneratorState&) = delete;
  AsyncGeneratorState& operator=(const AsyncGeneratorState&) = delete;
  ~AsyncGeneratorState() override { handle_.destroy(); }

  [[nodiscard]] Loop& loop() const { return *loop_; }
  [[nodiscard]] AsyncGeneratorPromiseBase& promise() const { return *promise_; }
  [[nodiscard]] std::coroutine_handle<> handle() const { return handle_; }
  [[nodiscard]] bool begun() const { return begun_; }
  [[nodiscard]] bool ended() const { return closed_unbegun_ || handle_.done(); }

  /// The loop hears of it: at its first anext() or aclose().
  void be_known();
  /// Throws Error (RuntimeError) if someone else waits in it already; `what` waits now.
  void check_idle(const char* what) const;
  void begin() { begun_ = true; }
  /// aclose() has begun: nobody else will close it.
  void be_closed() {
    closed_ = true;
    promise_->be_closed();
  }
  [[nodiscard]] bool closed() const { return closed_; }
  /// aclose() of one that never began: nothing of it ever runs.
  void close_unbegun() { closed_unbegun_ = true; }
  /// Raises what it raised, once.
  void raise_its_error();
  /// Nobody holds it any more: unfinished, it is closed by a task of its own.
  void dropped();

 private:
  Loop* loop_;
  AsyncGeneratorPromiseBase* promise_;
  std::coroutine_handle<> handle_;
  bool known_ = false;
  bool begun_ = false;
  bool closed_ = false;
  bool closed_unbegun_ = false;
  bool error_taken_ = false;
};

template <class T>
class AsyncGeneratorPromise;

/// An async generator as a program holds it; copies are the same. Nothing of it runs until its
/// first item is asked for, and then inside the task that asks: it is no task of its own.
///
///     AsyncGenerator<int> store(Scope s) {
///       for (const int value : {10, 20}) {
///         co_await sleep(s.at("asyncio.sleep"), 1s);
///         s.at("yield");
///         co_yield value;
///       }
///     }
///     ...
///     while (const std::optional<int> value = co_await anext(s.at("async for"), values)) { … }
///
/// When it is closed, GeneratorExit comes out of the co_yield.
template <class T>
class AsyncGenerator {
 public:
  using promise_type = AsyncGeneratorPromise<T>;
  using Handle = std::coroutine_handle<promise_type>;

  AsyncGenerator(Loop& loop, Handle handle) : holder_(new Holder(loop, handle)) {}
  [[nodiscard]] const Ref<AsyncGeneratorState>& state() const { return holder_->state; }
  [[nodiscard]] AsyncGeneratorPromise<T>& promise() const {
    return static_cast<AsyncGeneratorPromise<T>&>(state()->promise());
  }

 private:
  /// Gone when nobody holds the generator, as a program sees it.
  struct Holder : Counted {
    Holder(Loop& loop, Handle handle)
        : state(make_counted<AsyncGeneratorState>(loop, handle.promise(), handle)) {}
    ~Holder() override { state->dropped(); }
    Ref<AsyncGeneratorState> state;
  };
  Ref<Holder> holder_;
};

template <class T>
class AsyncGeneratorPromise final : public AsyncGeneratorPromiseBase {
 public:
  template <class... Args>
  explicit AsyncGeneratorPromise(Scope& scope, Args&... args)
      : AsyncGeneratorPromiseBase(scope, args...), loop_(&scope.loop()) {}
  AsyncGenerator<T> get_return_object() {
    return AsyncGenerator<T>(*loop_, AsyncGenerator<T>::Handle::from_promise(*this));
  }
  YieldAwait yield_value(T value) {
    value_.emplace(std::move(value));
    has_value = true;
    return {this};
  }
  T take() {
    has_value = false;
    return std::move(*value_);
  }

 private:
  Loop* loop_;
  std::optional<T> value_;
};

/// Awaits the next item; nothing once it has ended. Keeps the generator.
template <class T>
class AnextAwait {
 public:
  explicit AnextAwait(AsyncGenerator<T> generator) : generator_(std::move(generator)) {}
  [[nodiscard]] bool await_ready() const {
    state().check_idle("anext(): asynchronous generator is already running");
    return state().ended();
  }
  template <class Caller>
  void await_suspend(std::coroutine_handle<Caller> caller) {
    state().begin();
    state().promise().enter(caller.promise(), caller);
    state().promise().strand().next = state().handle();
  }
  std::optional<T> await_resume() {
    if (generator_.promise().has_value) {
      return generator_.promise().take();
    }
    state().raise_its_error();
    return std::nullopt;
  }

 private:
  [[nodiscard]] AsyncGeneratorState& state() const { return *generator_.state(); }
  AsyncGenerator<T> generator_;
};

/// anext(generator), also of `async for`.
template <class T>
[[nodiscard]] AnextAwait<T> anext(const Scope&, const AsyncGenerator<T>& generator) {
  generator.state()->be_known();
  return AnextAwait<T>(generator);
}

/// Awaits that it has been closed.
class AcloseAwait {
 public:
  explicit AcloseAwait(Ref<AsyncGeneratorState> state) : state_(std::move(state)) {}
  [[nodiscard]] bool await_ready() const;
  template <class Caller>
  void await_suspend(std::coroutine_handle<Caller> caller) {
    has_run_ = true;
    state_->promise().enter(caller.promise(), caller);
    state_->be_closed();
    state_->promise().strand().next = state_->handle();
  }
  void await_resume();
  /// Anything of the generator has run for it.
  [[nodiscard]] bool has_run() const { return has_run_; }

 private:
  Ref<AsyncGeneratorState> state_;
  bool has_run_ = false;
};

/// generator.aclose(): GeneratorExit comes out of its yield, and it may await while it cleans up.
/// Throws Error (RuntimeError) if it yields again, else what it raises.
template <class T>
[[nodiscard]] AcloseAwait aclose(const Scope&, const AsyncGenerator<T>& generator) {
  generator.state()->be_known();
  return AcloseAwait(generator.state());
}

namespace detail {
/// As the loop does with one that is dropped or left: a task `aclose`.
[[nodiscard]] Ref<TaskBase> close_in_task(Ref<AsyncGeneratorState> generator);
}  // namespace detail

}  // namespace interleave
