#pragma once

#include <map>
#include <string>
#include <string_view>

#include "runtime/clock.h"
#include "tests/programs/machine.h"
#include "tests/programs/node.h"
#include "tests/programs/value.h"

namespace interleave::programs {

using NativeFunction = Value (*)(Activation&, Arguments&);
/// A module's names: functions, by name.
using NativeFunctions = std::map<std::string_view, NativeFunction>;

/// `import …` and `from … import …` of what the interpreter knows; gives the run up otherwise.
void import(Activation& here, const Node& node);

/// All of asyncio's functions and classes, and its parts.
[[nodiscard]] const NativeFunctions& asyncio_functions();
[[nodiscard]] const NativeFunctions& task_functions();
[[nodiscard]] const NativeFunctions& lock_functions();
[[nodiscard]] const NativeFunctions& queue_functions();
[[nodiscard]] const NativeFunctions& group_functions();
[[nodiscard]] const NativeFunctions& loop_functions();
[[nodiscard]] const NativeFunctions& time_functions();
[[nodiscard]] const NativeFunctions& executor_functions();

/// Seconds as Python has them, in nanoseconds. Raises TypeError for what is no number.
[[nodiscard]] Duration seconds(const Value& value);
[[nodiscard]] Value seconds(Duration duration);

}  // namespace interleave::programs
