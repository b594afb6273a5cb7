#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "app/cli/cli.h"

namespace CLI {
class App;
}

namespace interleave::cli {

/// What a command says, and how it went. Nothing is said before all of it is known.
struct Reply {
  std::string out;
  std::string err = {};
  int status = kDone;
};

using Action = std::function<Reply(const Surroundings&)>;

/// A word after `interleave`.
struct CommandEntry {
  std::string_view name;
  /// For the list of commands: "what a scenario prints".
  std::string_view summary;
  /// For its own --help: a sentence.
  std::string_view description;
  /// Declares its options; gives what is to be done when they have been read.
  Action (*declare)(CLI::App& app) = nullptr;
};

/// All of them, in the order in which people are told of them.
[[nodiscard]] std::span<const CommandEntry> commands();
[[nodiscard]] const CommandEntry* find_command(std::string_view name);

// A file each.
[[nodiscard]] Action declare_list(CLI::App& app);
[[nodiscard]] Action declare_run(CLI::App& app);
[[nodiscard]] Action declare_compare(CLI::App& app);
[[nodiscard]] Action declare_show(CLI::App& app);
[[nodiscard]] Action declare_trace(CLI::App& app);
[[nodiscard]] Action declare_export(CLI::App& app);

}  // namespace interleave::cli
