#include "assets/embedded.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <stdexcept>
#include <string>

namespace interleave {
namespace {

struct File {
  std::string_view path;
  const char* begin;
  const char* end;
};

// Written by assets/CMakeLists.txt: the symbols of the data, and `files`, sorted by path.
#include "embedded_list.inc"

const File* find(std::string_view path) {
  const File* found = std::ranges::lower_bound(files, path, {}, &File::path);
  return found != std::end(files) && found->path == path ? found : nullptr;
}

constexpr auto paths = [] {
  std::array<std::string_view, std::size(files)> result;
  std::ranges::transform(files, result.begin(), &File::path);
  return result;
}();

static_assert(std::ranges::is_sorted(paths), "assets/CMakeLists.txt sorts by byte");

}  // namespace

std::string_view embedded(std::string_view path) {
  const File* file = find(path);
  if (file == nullptr) {
    throw std::out_of_range("no file of that name is built into the program: " + std::string(path));
  }
  return {file->begin, file->end};
}

bool is_embedded(std::string_view path) { return find(path) != nullptr; }

std::span<const std::string_view> embedded_paths() { return paths; }

}  // namespace interleave
