#include <algorithm>
#include <array>

#include "app/cli/command.h"

namespace interleave::cli {

namespace {

constexpr std::array<CommandEntry, 6> kCommands = {{
    {"list", "the scenarios, with their modes and parameters", declare_list},
    {"run", "what a scenario's program prints", declare_run},
    {"show", "its timeline, drawn in the terminal", declare_show},
    {"compare", "its modes side by side: what was saved, and from where", declare_compare},
    {"export", "the picture, as PNG, SVG or PDF", declare_export},
    {"trace", "every event, for other programs", declare_trace},
}};

}  // namespace

std::span<const CommandEntry> commands() { return kCommands; }

const CommandEntry* find_command(std::string_view name) {
  const auto* found = std::find_if(kCommands.begin(), kCommands.end(),
                                   [&](const CommandEntry& entry) { return entry.name == name; });
  return found == kCommands.end() ? nullptr : found;
}

}  // namespace interleave::cli
