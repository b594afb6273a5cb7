#include "app/window/path_completion.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace interleave {

namespace fs = std::filesystem;

namespace {

/// A folder with more in it is looked at no further: typing must not wait for a disk.
constexpr int kMostLookedAt = 20'000;

}  // namespace

std::string meant_path(const std::string& typed) {
  const char* home = std::getenv("HOME");
  if (home != nullptr && (typed == "~" || typed.starts_with("~/"))) {
    return home + typed.substr(1);
  }
  return typed;
}

std::vector<std::string> completions(const std::string& typed, std::size_t most) {
  const std::size_t slash = typed.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : typed.substr(0, slash + 1);
  const std::string begun = typed.substr(folder.size());
  std::vector<std::string> found;
  std::error_code error;
  int looked_at = 0;
  for (fs::directory_iterator entry(folder.empty() ? "." : meant_path(folder), error), end;
       !error && entry != end && ++looked_at < kMostLookedAt; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (!name.starts_with(begun) || (name.starts_with('.') && begun.empty())) {
      continue;
    }
    std::error_code ignored;
    found.push_back(folder + name + (entry->is_directory(ignored) ? "/" : ""));
  }
  std::sort(found.begin(), found.end());
  found.resize(std::min(found.size(), most));
  return found;
}

}  // namespace interleave
