#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/export/request.h"
#include "app/export/result.h"

namespace interleave {

/// A kind of file: its name is its extension and the word on the command line.
struct Format {
  std::string_view name;
  /// For a dialogue and for --help: "Scalable Vector Graphics, one picture".
  std::string_view description;
  /// `picture` shows the timeline, one run or several; `events` tells one run's events.
  enum class What : std::uint8_t { picture, events } what = What::picture;
  /// The whole file's bytes, the same for the same request.
  Result<std::string> (*make)(const ExportRequest& request) = nullptr;
  /// Whether a file of it holds several pages; else each page is a file of its own.
  bool pages = false;
  /// Extension, where it is not the name.
  std::string_view extension = {};

  [[nodiscard]] std::string_view ending() const { return extension.empty() ? name : extension; }
};

/// All of them, in the order in which people are offered them.
[[nodiscard]] std::span<const Format> formats();
/// The format of that name, or nullptr.
[[nodiscard]] const Format* find_format(std::string_view name);
/// The format that a path's extension asks for, or nullptr.
[[nodiscard]] const Format* format_for_path(std::string_view path);
/// "png, svg, pdf": names of one sort, for a sentence.
[[nodiscard]] std::string format_names(Format::What what);

/// The files that a request makes: its path, or one for each page beside it ("FILE-001.png" …;
/// "FILE.png" and "FILE-solution.png" of a handout).
[[nodiscard]] std::vector<std::string> export_paths(const ExportRequest& request,
                                                    const Format& format);
/// The bytes, without a file; of several files those of the first.
[[nodiscard]] Result<std::string> export_bytes(const ExportRequest& request);
struct Written {
  std::size_t bytes = 0;
  std::vector<std::string> paths;
};
/// Writes request.path, or each of export_paths(): all of them whole, or none at all.
[[nodiscard]] Result<Written> export_to_file(const ExportRequest& request);

}  // namespace interleave
