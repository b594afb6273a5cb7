#pragma once

#include "runtime/coro.h"
#include "tests/programs/machine.h"
#include "tests/programs/node.h"
#include "tests/programs/value.h"

namespace interleave::programs {

/// Whether evaluating it may suspend: it awaits or yields, or calls something at module level,
/// where asyncio.run may be called.
[[nodiscard]] bool suspends(const Activation& here, const Node& expression);

/// The value of an expression that does not suspend.
[[nodiscard]] Value evaluate(Activation& here, const Node& expression);
/// Of any.
[[nodiscard]] Coro<Value> evaluate_suspending(Activation& here, const Node& expression);

/// A `def`, `async def` or lambda, as the function it makes here.
[[nodiscard]] Value function_of(Activation& here, const Node& definition);

}  // namespace interleave::programs
