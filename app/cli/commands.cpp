#include <algorithm>
#include <array>

#include "app/cli/command.h"

namespace interleave::cli {

namespace {

constexpr std::array<CommandEntry, 6> kCommands = {{
    {"list", "the scenarios, with their modes and parameters",
     "Names the scenarios, lesson by lesson, with their modes and parameters.", declare_list},
    {"run", "what a scenario's program prints",
     "Runs a scenario's program: prints what it prints, and on stderr how it went.", declare_run},
    {"show", "its timeline, drawn in the terminal",
     "Draws a scenario's timeline in the terminal: who runs, who is ready, who waits.",
     declare_show},
    {"compare", "its modes side by side: what was saved, and from where",
     "Runs a scenario in several modes and says what the others save against the first, and how.",
     declare_compare},
    {"export", "the picture, as PNG, SVG or PDF",
     "Makes a picture of a scenario in one mode, or of several modes side by side.",
     declare_export},
    {"trace", "every event, for other programs",
     "Prints every event of a scenario's run, for other programs.", declare_trace},
}};

}  // namespace

std::span<const CommandEntry> commands() { return kCommands; }

const CommandEntry* find_command(std::string_view name) {
  const auto* found = std::find_if(kCommands.begin(), kCommands.end(),
                                   [&](const CommandEntry& entry) { return entry.name == name; });
  return found == kCommands.end() ? nullptr : found;
}

}  // namespace interleave::cli
