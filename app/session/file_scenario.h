#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/trace/trace.h"
#include "scenarios/scenario.h"

namespace interleave {

/// The catalogue's heading for what has been opened from files.
inline constexpr std::string_view kYourOwn = "Your own";

/// What stands for a file among the scenarios: its name, one mode, no parameters, nothing to run.
/// Where the file is of a scenario of the catalogue, with that one's listing and nouns.
[[nodiscard]] Scenario file_scenario(const std::string& path, const TraceHeader& header);

/// Views name a file so: "file:" and its path.
[[nodiscard]] std::string file_id(const std::string& path);
[[nodiscard]] bool is_file_id(std::string_view id);
[[nodiscard]] std::string path_of_file(std::string_view id);

/// The name without folders: "server_trace.json".
[[nodiscard]] std::string file_name(std::string_view path);

}  // namespace interleave
