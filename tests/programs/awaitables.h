#pragma once

#include <functional>
#include <string>
#include <utility>

#include "runtime/any_future.h"
#include "runtime/awaitable.h"
#include "runtime/coro.h"
#include "tests/programs/collections.h"
#include "tests/programs/value.h"

namespace interleave::programs {

/// What can be awaited.
class AwaitableObject : public Object {
 public:
  [[nodiscard]] virtual Awaitable<Value> awaitable() const = 0;
};

/// A coroutine, of the program's or of asyncio's.
class CoroutineObject final : public AwaitableObject {
 public:
  explicit CoroutineObject(Coro<Value> coro) : awaitable_(std::move(coro)) {}
  [[nodiscard]] std::string type_name() const override { return "coroutine"; }
  [[nodiscard]] Awaitable<Value> awaitable() const override { return awaitable_; }

 private:
  Awaitable<Value> awaitable_;
};

/// A future of any kind: what gather, shield and run_in_executor give; base of tasks and of the
/// program's own futures.
class FutureObject : public AwaitableObject, public SharedState {
 public:
  explicit FutureObject(AnyFuture<Value> its_future) : future(std::move(its_future)) {}
  [[nodiscard]] std::string type_name() const override { return "Future"; }
  [[nodiscard]] std::string repr() const override;
  [[nodiscard]] bool equals(const Object& other) const override;
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override;
  [[nodiscard]] Awaitable<Value> awaitable() const override { return future; }
  const AnyFuture<Value> future;
};

/// asyncio.run and its like, called: at module level it runs before the next expression.
class LoopRun final : public Object {
 public:
  using Begin = std::function<Coro<Value>()>;
  explicit LoopRun(Begin begin) : run(std::move(begin)) {}
  [[nodiscard]] std::string type_name() const override { return "LoopRun"; }
  const Begin run;
};

/// What `await value` awaits. Raises TypeError for what cannot be awaited.
[[nodiscard]] Awaitable<Value> awaitable_of(const Value& value);
/// `await value`.
[[nodiscard]] Coro<Value> await_value(Value value);
/// A coroutine of asyncio's, by the name that Python knows.
[[nodiscard]] Value coroutine_of(Loop& loop, const char* name, Coro<Value> coro);

}  // namespace interleave::programs
