#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/export/result.h"

namespace interleave {

/// Writes `bytes` to `path`, whole or not at all: into a new file beside it, which then takes its
/// name. What stood there before stays until then, and stays if anything fails. A path that is no
/// ordinary file (/dev/stdout, a pipe) is written to directly; a symbolic link is followed.
/// Gives nothing, or the error: "PATH: reason".
[[nodiscard]] std::optional<ExportError> write_whole_file(const std::string& path,
                                                          std::string_view bytes);

struct WholeFile {
  std::string path;
  std::string bytes;
};
/// The same of several: all take their names, or none does. Only where taking a name fails after
/// all others could be written do those that already have theirs keep it, and the error says so.
[[nodiscard]] std::optional<ExportError> write_whole_files(std::span<const WholeFile> files);

}  // namespace interleave
