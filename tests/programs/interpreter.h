#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "runtime/event_log.h"
#include "runtime/recorder.h"
#include "tests/programs/node.h"

namespace interleave::programs {

/// Where every run ends, whatever its program does.
struct RunLimits {
  Limits events;
  /// Statements that are interpreted, and steps of loops.
  std::int64_t statements = 200'000;
};

/// Runs a program on our runtime; gives its events. `text` is what `module` was read from or
/// written to: its lines are the events'. `name`: of the program, in messages. Throws
/// std::runtime_error ("name:line: what") for what is beyond the interpreter, and when too many
/// statements have run.
[[nodiscard]] std::shared_ptr<const EventLog> run(const std::string& name, const Node& module,
                                                  const std::string& text, const RunLimits& limits);
[[nodiscard]] std::shared_ptr<const EventLog> run(const std::string& name, const Node& module,
                                                  const std::string& text);

}  // namespace interleave::programs
