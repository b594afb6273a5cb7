#pragma once

#include <cstddef>
#include <string>

#include "app/import/input_file.h"

namespace interleave {

/// Finds where the values of a JSON text begin and end, so that each can be parsed on its own while
/// the rest is still in the file. Everything may throw Refusal.
class JsonScanner {
 public:
  /// Deeper than this no trace is nested.
  static constexpr std::size_t kDeepest = 500;

  explicit JsonScanner(InputFile& file) : file_(&file) {}

  /// The next character that is no white space, not yet used; 0 at the end of the file.
  [[nodiscard]] char peek();
  /// Takes that character if it is there.
  bool take(char c);
  /// How long the value is that begins at file.begin(), all of which is in memory then; 0 where the
  /// file ends within it.
  [[nodiscard]] std::size_t value_length();
  /// Passes over a value of any length.
  void skip_value();
  /// A string that stands next, as it is written, without its quotes; short of memory's bounds.
  [[nodiscard]] std::string take_string();

 private:
  struct Place;
  [[nodiscard]] std::size_t scan(bool keep);

  InputFile* file_;
};

}  // namespace interleave
