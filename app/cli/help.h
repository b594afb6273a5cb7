#pragma once

#include <string>

namespace CLI {
class App;
}

namespace interleave::cli {

/// `interleave --help`: what there is, with examples.
[[nodiscard]] std::string overview();

/// How a command's --help looks.
void style_help(CLI::App& app);
[[nodiscard]] std::string help_of(const CLI::App& app);

}  // namespace interleave::cli
