#pragma once

#include <coroutine>
#include <exception>
#include <utility>

#include "runtime/async_generator.h"
#include "runtime/coro.h"
#include "tests/programs/function.h"
#include "tests/programs/machine.h"
#include "tests/programs/statements.h"
#include "tests/programs/value.h"

namespace interleave::programs {

/// Between an async generator and the `yield`s in its body, which the interpreter meets within
/// coroutines of its own.
class Yielding {
 public:
  /// The generator: its body goes on until it yields or ends.
  class Body {
   public:
    Body(Yielding& yielding, Coro<Flow>& body) : yielding_(&yielding), body_(&body) {}
    [[nodiscard]] bool await_ready() const noexcept { return false; }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> generator) {
      yielding_->has_value_ = false;
      yielding_->generator_ = generator;
      Promise& promise = generator.promise();
      if (yielding_->innermost_ == nullptr) {
        body_->handle().promise().begin_for(promise, generator);
        promise.strand().next = body_->handle();
      } else {
        yielding_->innermost_->follow(promise);
        promise.strand().next = yielding_->at_;
      }
    }
    /// Whether it has yielded; raises what it raised.
    bool await_resume() const {
      if (!yielding_->has_value_) {
        (void)body_->handle().promise().take();
      }
      return yielding_->has_value_;
    }

   private:
    Yielding* yielding_;
    Coro<Flow>* body_;
  };

  [[nodiscard]] Value take() { return std::move(value_); }
  /// The `yield` is to raise that.
  void throw_in(std::exception_ptr thrown) { thrown_ = std::move(thrown); }

 private:
  friend class Yield;
  std::coroutine_handle<> generator_;
  std::coroutine_handle<> at_;
  PromiseBase* innermost_ = nullptr;
  bool has_value_ = false;
  Value value_;
  std::exception_ptr thrown_;
};

/// A `yield`: gives the value to whoever asked the generator for it.
class Yield {
 public:
  Yield(Yielding& yielding, Value value) : yielding_(&yielding) {
    yielding_->value_ = std::move(value);
  }
  [[nodiscard]] bool await_ready() const noexcept { return false; }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> here) {
    yielding_->at_ = here;
    yielding_->innermost_ = &here.promise();
    yielding_->has_value_ = true;
    here.promise().strand().next = yielding_->generator_;
  }
  void await_resume() const {
    if (yielding_->thrown_) {
      std::rethrow_exception(std::exchange(yielding_->thrown_, nullptr));
    }
  }

 private:
  Yielding* yielding_;
};

/// An async generator as the program holds it.
class GeneratorObject final : public Object {
 public:
  explicit GeneratorObject(AsyncGenerator<Value> its_generator)
      : generator(std::move(its_generator)) {}
  [[nodiscard]] std::string type_name() const override { return "async_generator"; }
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override;
  const AsyncGenerator<Value> generator;
};

/// What calling that function gives; `scope` stands on its def.
[[nodiscard]] Value make_async_generator(const Scope& scope, Function& function,
                                         Ref<Environment> names);
/// Awaits the next item of it; false at the end.
[[nodiscard]] Coro<bool> next_item(GeneratorObject& from, const Scope& scope, Value& item);

}  // namespace interleave::programs
