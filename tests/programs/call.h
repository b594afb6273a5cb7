#pragma once

#include "runtime/coro.h"
#include "tests/programs/machine.h"
#include "tests/programs/value.h"

namespace interleave::programs {

/// Calls whatever can be called. A plain function runs to its end; a coroutine function gives its
/// coroutine, an async generator function its generator; a class an object of it.
[[nodiscard]] Value call(Activation& caller, const Value& callee, Arguments arguments);
/// The same with arguments by place.
[[nodiscard]] Value call(Activation& caller, const Value& callee, Values arguments);

/// An attribute of any value. Raises AttributeError.
[[nodiscard]] Value attribute_of(const Value& value, const std::string& name);

/// In order, by `key` and `reverse` among the arguments.
[[nodiscard]] Values sorted(Activation& caller, Values items, const Arguments& given);

}  // namespace interleave::programs
