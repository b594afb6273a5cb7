#pragma once

#include <optional>
#include <string_view>

#include "app/session/command.h"

namespace interleave {

/// What "8" (a step), "1.2 s" or "300 ms" (a time) asks for; nothing if it can't be read.
[[nodiscard]] std::optional<Command> goto_command(std::string_view text);

}  // namespace interleave
