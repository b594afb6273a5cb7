#pragma once

#include "runtime/coro.h"
#include "tests/programs/machine.h"
#include "tests/programs/node.h"
#include "tests/programs/value.h"

namespace interleave::programs {

/// A list, set or dict comprehension; a generator expression too, all at once, as a list.
[[nodiscard]] Coro<Value> comprehension(Activation& here, const Node& node);

}  // namespace interleave::programs
