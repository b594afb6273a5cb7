#pragma once

#include <filesystem>
#include <string>

#include "app/session/settings_file.h"
#include "app/window/window.h"

struct GLFWwindow;

namespace interleave {

/// Puts a session in the state that was kept, then does what the command line asks for.
void take_up(Session& session, const WindowOptions& options, const LoadedSettings& loaded);

/// What is to be kept of a window and its session; `kept` is what was kept before.
[[nodiscard]] KeptSettings kept_from(GLFWwindow* window, const Session& session, KeptSettings kept);

/// Makes the folder; the file is written whole or not at all. Says what went wrong, or nothing.
[[nodiscard]] std::string save_settings(const std::filesystem::path& path,
                                        const KeptSettings& settings);

}  // namespace interleave
