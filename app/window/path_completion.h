#pragma once

#include <string>
#include <vector>

namespace interleave {

/// The path that is meant by what was typed: `~` is the home folder.
[[nodiscard]] std::string meant_path(const std::string& typed);

/// Files and folders (these with a `/` behind) whose paths begin with what was typed, in the order
/// of names, `most` at most; hidden ones only where a point was typed. Empty where the folder can't
/// be read.
[[nodiscard]] std::vector<std::string> completions(const std::string& typed, std::size_t most);

}  // namespace interleave
