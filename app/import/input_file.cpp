#include "app/import/input_file.h"

#include <sys/stat.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "app/import/refusal.h"

namespace interleave {

namespace {

constexpr std::size_t kFirstCapacity = std::size_t{256} << 10U;

}  // namespace

void InputFile::Close::operator()(gzFile_s* file) const { gzclose(file); }

InputFile::InputFile(const std::string& path) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0) {
    throw Refusal(std::generic_category().message(errno));
  }
  if (!S_ISREG(info.st_mode)) {  // a pipe could keep its reader waiting for ever
    throw Refusal(S_ISDIR(info.st_mode) ? "it is a folder; a trace file would be right"
                                        : "it is no ordinary file; a trace file would be right");
  }
  total_ = static_cast<std::uint64_t>(info.st_size);
  errno = 0;
  file_.reset(gzopen(path.c_str(), "rb"));
  if (file_ == nullptr) {
    throw Refusal(std::generic_category().message(errno != 0 ? errno : ENOMEM));
  }
  capacity_ = kFirstCapacity;
  buffer_ = std::make_unique_for_overwrite<char[]>(capacity_ + kPadding);
  std::memset(buffer_.get() + capacity_, 0, kPadding);
}

bool InputFile::more() {
  if (at_end_) {
    return false;
  }
  if (size() == capacity_) {
    if (capacity_ >= kLongest) {
      throw Refusal("longer than 16 MB, which no event is");
    }
    auto larger = std::make_unique_for_overwrite<char[]>(2 * capacity_ + kPadding);
    std::memcpy(larger.get(), begin(), size());
    buffer_ = std::move(larger);
    capacity_ *= 2;
    std::memset(buffer_.get() + capacity_, 0, kPadding);
  } else {
    std::memmove(buffer_.get(), begin(), size());
  }
  before_ += begin_;
  end_ -= begin_;
  begin_ = 0;
  const int read =
      gzread(file_.get(), buffer_.get() + end_, static_cast<unsigned>(capacity_ - end_));
  int status = Z_OK;
  const char* problem = gzerror(file_.get(), &status);
  if (read < 0 || status == Z_BUF_ERROR) {
    throw Refusal(status == Z_ERRNO       ? std::generic_category().message(errno)
                  : status == Z_BUF_ERROR ? "the packed file ends too early"
                                          : "the packed file is damaged: " + std::string(problem));
  }
  end_ += static_cast<std::size_t>(read);
  at_end_ = read == 0;
  if (gzdirect(file_.get()) == 0 && before_ + end_ > kMostUnpacking * total_ + (1U << 20U)) {
    throw Refusal("it unpacks to more than 200 times its size");
  }
  return !at_end_;
}

std::uint64_t InputFile::done() const {
  const z_off_t read = gzoffset(file_.get());
  if (gzdirect(file_.get()) != 0) {
    return std::min(offset(), total_);
  }
  return std::min(static_cast<std::uint64_t>(std::max<z_off_t>(read, 0)), total_);
}

}  // namespace interleave
