#include "tests/programs/awaitables.h"

#include "runtime/errors.h"

namespace interleave::programs {

bool FutureObject::equals(const Object& other) const {
  const auto* another = dynamic_cast<const FutureObject*>(&other);
  return another != nullptr && another->future == future;
}

Awaitable<Value> awaitable_of(const Value& value) {
  if (const auto* found = value.as<AwaitableObject>()) {
    return found->awaitable();
  }
  throw Error("TypeError", "object " + type_name(value) + " can't be used in 'await' expression");
}

Coro<Value> await_value(Value value) {
  const Awaitable<Value> awaited = awaitable_of(value);
  Value result = co_await awaited;
  co_return result;
}

Value coroutine_of(Loop& loop, const char* name, Coro<Value> coro) {
  return make_counted<CoroutineObject>(named(loop, name, std::move(coro)));
}

}  // namespace interleave::programs
