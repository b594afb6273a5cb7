#include "tests/programs/contexts.h"

#include "runtime/errors.h"
#include "tests/programs/awaitables.h"
#include "tests/programs/call.h"
#include "tests/programs/exceptions.h"

namespace interleave::programs {

Context::Context(Activation& here, Value manager, bool is_async)
    : here_(&here), manager_(std::move(manager)), is_async_(is_async) {
  if (manager_.as<Manager>() == nullptr && manager_.as<Instance>() == nullptr) {
    throw Error("TypeError", "'" + type_name(manager_) + "' object does not support the " +
                                 (is_async ? "asynchronous " : "") + "context manager protocol");
  }
}

Coro<Value> Context::enter() {
  auto* manager = manager_.as<Manager>();
  return manager != nullptr ? manager->enter(*here_) : enter_own();
}

Coro<Value> Context::enter_own() {
  Value entered =
      call(*here_, attribute_of(manager_, is_async_ ? "__aenter__" : "__enter__"), Values{});
  if (is_async_) {
    Coro<Value> waiting = await_value(entered);
    entered = co_await waiting;
  }
  co_return entered;
}

Coro<bool> Context::leave(std::exception_ptr raised) {
  auto* manager = manager_.as<Manager>();
  if (manager == nullptr) {
    Coro<bool> leaving = leave_own(raised);
    const bool swallowed = co_await leaving;
    co_return swallowed;
  }
  Coro<> leaving = manager->leave(*here_, raised);
  co_await leaving;
  co_return manager->swallows(raised);
}

Coro<bool> Context::leave_own(std::exception_ptr raised) {
  Values arguments(3);
  if (raised) {
    arguments[1] = caught(raised);
    arguments[0] = arguments[1].as<Exception>()->type;
  }
  Value swallowed = call(*here_, attribute_of(manager_, is_async_ ? "__aexit__" : "__exit__"),
                         std::move(arguments));
  if (is_async_) {
    Coro<Value> waiting = await_value(swallowed);
    swallowed = co_await waiting;
  }
  co_return truth(swallowed);
}

}  // namespace interleave::programs
