#pragma once

#include "runtime/coro.h"
#include "tests/programs/machine.h"
#include "tests/programs/node.h"
#include "tests/programs/statements.h"

namespace interleave::programs {

[[nodiscard]] Coro<Flow> execute_if(Activation& here, const Node& node);
[[nodiscard]] Coro<Flow> execute_while(Activation& here, const Node& node);
/// `for` and `async for`.
[[nodiscard]] Coro<Flow> execute_for(Activation& here, const Node& node);
[[nodiscard]] Coro<Flow> execute_try(Activation& here, const Node& node);
/// `with` and `async with`.
[[nodiscard]] Coro<Flow> execute_with(Activation& here, const Node& node);

}  // namespace interleave::programs
