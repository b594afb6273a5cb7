#pragma once

#include <string>
#include <string_view>

#include "app/import/open.h"

/// Files to be read, for the tests of the readers.
namespace interleave::test {

/// A file in a folder of this process, removed at its end.
class File {
 public:
  explicit File(std::string_view text, std::string_view name = "file.jsonl");
  ~File();
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// The same packed by gzip.
[[nodiscard]] std::string packed(std::string_view text);

/// What comes of reading a text: its reader. Throws std::runtime_error with the message of an
/// error.
[[nodiscard]] std::unique_ptr<TraceReader> read_text(std::string_view text);
/// Why it is refused, without the file's name: "line 2: …"; empty if it is not.
[[nodiscard]] std::string refusal_of(std::string_view text);

/// Every event and every table of a log, as text.
[[nodiscard]] std::string everything_in(const EventLog& log);

}  // namespace interleave::test
