#pragma once

#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace interleave::cli {

/// `interleave --help`: what there is, with examples.
[[nodiscard]] std::string overview();

/// How a command's --help looks.
void style_help(CLI::App& app);

/// The first letter as a capital.
[[nodiscard]] std::string capital(std::string_view text);

}  // namespace interleave::cli
