#pragma once

#include <cstdint>

#include "runtime/coro.h"
#include "tests/programs/machine.h"
#include "tests/programs/node.h"

namespace interleave::programs {

/// How a statement was left.
enum class Flow : std::uint8_t { on, broken, continued, returned };

/// Runs the statements of a block, a module or a function's body. What `return` gave is in
/// `here.returned`.
[[nodiscard]] Coro<Flow> execute(Activation& here, const Node& block);

}  // namespace interleave::programs
