#pragma once

#include "runtime/call_soon.h"
#include "tests/programs/futures.h"
#include "tests/programs/machine.h"
#include "tests/programs/value.h"

namespace interleave::programs {

/// A call of the program's that the loop is to make: call_soon and its like.
[[nodiscard]] LoopFunction later_call(Activation& here, Value callee, Values arguments);

/// Methods of a future.
Value add_done_callback(FutureObject& self, Activation& caller, Arguments& given);
Value remove_done_callback(FutureObject& self, Activation& caller, Arguments& given);

}  // namespace interleave::programs
