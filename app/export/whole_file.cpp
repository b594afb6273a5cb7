#include "app/export/whole_file.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <vector>

#if defined(_WIN32)
#include <io.h>
#else
#include <unistd.h>
#endif

namespace interleave {
namespace {

namespace fs = std::filesystem;

ExportError failed(const std::string& path, int error) {
  return {path + ": " + std::generic_category().message(error)};
}

// Everything up to the disk: a full one is only heard of on the way there.
int write_and_close(std::FILE* file, std::string_view bytes, bool to_disk) {
  errno = 0;
  int error = 0;
  if (std::fwrite(bytes.data(), 1, bytes.size(), file) != bytes.size() || std::fflush(file) != 0) {
    error = errno != 0 ? errno : EIO;
  }
#if !defined(_WIN32)
  if (error == 0 && to_disk && fsync(fileno(file)) != 0 && errno != EINVAL && errno != ENOTSUP) {
    error = errno;
  }
#else
  (void)to_disk;
#endif
  if (std::fclose(file) != 0 && error == 0) {
    error = errno != 0 ? errno : EIO;
  }
  return error;
}

std::optional<ExportError> write_directly(const std::string& path, std::string_view bytes) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) {
    return failed(path, errno);
  }
  const int error = write_and_close(file, bytes, false);
  return error == 0 ? std::nullopt : std::optional(failed(path, error));
}

// A name beside the target that nobody uses: "x" refuses one that is there.
std::FILE* open_beside(const fs::path& target, fs::path& beside) {
  for (int attempt = 0; attempt < 100; ++attempt) {
    beside = target;
    beside += ".part" + (attempt == 0 ? std::string() : std::to_string(attempt));
    if (std::FILE* file = std::fopen(beside.string().c_str(), "wbx")) {
      return file;
    }
    if (errno != EEXIST) {
      return nullptr;
    }
  }
  return nullptr;
}

// What has been written, but has not taken its name yet.
struct Pending {
  std::string path;
  fs::path target;
  fs::path beside;

  [[nodiscard]] std::optional<ExportError> take_name() const {
    std::error_code code;
    fs::rename(beside, target, code);
    return code ? std::optional(failed(path, code.value())) : std::nullopt;
  }
  void remove() const {
    std::error_code code;
    fs::remove(beside, code);
  }
};

// Writes the bytes beside the path's file; a path that is no ordinary file is written to directly
// and leaves nothing pending.
std::optional<ExportError> write_beside(const std::string& path, std::string_view bytes,
                                        std::optional<Pending>& pending) {
  if (path.empty()) {
    return ExportError{"no path was given to write to"};
  }
  std::error_code code;
  fs::path target(path);
  const fs::file_status status = fs::status(target, code);
  if (fs::is_directory(status)) {
    return failed(path, EISDIR);
  }
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    return write_directly(path, bytes);
  }
  if (fs::exists(status) && fs::is_symlink(fs::symlink_status(target, code))) {
    target = fs::canonical(target, code);
  }
#if !defined(_WIN32)
  // Replacing a file that may not be written to would go round its owner.
  if (fs::exists(status) && access(target.c_str(), W_OK) != 0) {
    return failed(path, errno);
  }
#endif
  fs::path beside;
  std::FILE* file = open_beside(target, beside);
  if (file == nullptr) {
    return failed(path, errno);
  }
  const Pending written{path, target, beside};
  if (const int error = write_and_close(file, bytes, true); error != 0) {
    written.remove();
    return failed(path, error);
  }
  if (fs::exists(status)) {
    fs::permissions(beside, status.permissions(), code);
  }
  pending = written;
  return std::nullopt;
}

}  // namespace

std::optional<ExportError> write_whole_file(const std::string& path, std::string_view bytes) {
  std::optional<Pending> pending;
  if (auto error = write_beside(path, bytes, pending)) {
    return error;
  }
  auto error = pending ? pending->take_name() : std::nullopt;
  if (error) {
    pending->remove();
  }
  return error;
}

std::optional<ExportError> write_whole_files(std::span<const WholeFile> files) {
  std::vector<Pending> all;
  for (const WholeFile& file : files) {
    std::optional<Pending> pending;
    if (auto error = write_beside(file.path, file.bytes, pending)) {
      for (const Pending& each : all) {
        each.remove();
      }
      return error;
    }
    if (pending) {
      all.push_back(*pending);
    }
  }
  std::optional<ExportError> error;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (error) {
      all[i].remove();
      continue;
    }
    error = all[i].take_name();
    if (error) {
      all[i].remove();
      error->message += i == 0 ? "" : " (the files before it are written)";
    }
  }
  return error;
}

}  // namespace interleave
