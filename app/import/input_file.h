#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

struct gzFile_s;

namespace interleave {

/// A file's text, plain or packed by gzip, as a stretch of memory that moves on through it.
/// Everything may throw Refusal.
class InputFile {
 public:
  /// Text after the stretch that may be read (not used), as simdjson wants it.
  static constexpr std::size_t kPadding = 64;
  /// One line, or one element of an array, is at most so long.
  static constexpr std::size_t kLongest = std::size_t{16} << 20U;
  /// A packed file is refused where its text gets more than so many times its size (and 1 MB).
  static constexpr std::uint64_t kMostUnpacking = 200;

  explicit InputFile(const std::string& path);

  /// What is in memory and not yet used; at most a few hundred kB, unless more() was asked for it.
  [[nodiscard]] const char* begin() const { return buffer_.get() + begin_; }
  [[nodiscard]] std::size_t size() const { return end_ - begin_; }
  void use(std::size_t bytes) { begin_ += bytes; }
  /// Adds to the stretch, which may lie elsewhere afterwards; false at the end of the file. Refused
  /// when the stretch is kLongest already.
  bool more();

  /// Bytes of text before begin().
  [[nodiscard]] std::uint64_t offset() const { return before_ + begin_; }
  /// Bytes of the file, packed as it is: read so far, and in all.
  [[nodiscard]] std::uint64_t done() const;
  [[nodiscard]] std::uint64_t total() const { return total_; }

 private:
  struct Close {
    void operator()(gzFile_s* file) const;
  };
  std::unique_ptr<gzFile_s, Close> file_;
  std::uint64_t total_ = 0;
  std::unique_ptr<char[]> buffer_;
  std::size_t capacity_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  /// Text that is no longer in memory.
  std::uint64_t before_ = 0;
  bool at_end_ = false;
};

}  // namespace interleave
