#include "app/export/picture_file.h"

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "app/export/embedded_view.h"
#include "scenarios/catalogue.h"

namespace interleave {
namespace {

// A poster as a PNG takes a few megabytes.
constexpr std::size_t kMostBytes = std::size_t{256} << 20U;

std::string begin_of(const std::string& path, std::size_t bytes) {
  std::ifstream file(path, std::ios::binary);
  std::string begin(bytes, '\0');
  file.read(begin.data(), static_cast<std::streamsize>(bytes));
  begin.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
  return begin;
}

// What the catalogue does not know; empty if it has everything.
std::string trouble_with(const PictureView& view) {
  const Scenario* scenario = find_scenario(view.scenario);
  if (scenario == nullptr) {
    return "it shows '" + view.scenario +
           "', which is no scenario of the catalogue but a run from a file: open that file instead";
  }
  for (const PictureView::Run& run : view.runs) {
    if (scenario->mode(run.mode) == nullptr) {
      return "it shows the mode '" + run.mode + "', which " + scenario->id + " does not have";
    }
  }
  return {};
}

}  // namespace

bool is_picture_file(const std::string& path) { return looks_like_picture(begin_of(path, 1024)); }

Result<PictureView> view_in_file(const std::string& path) {
  errno = 0;
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  const auto size = file ? static_cast<std::streamoff>(file.tellg()) : std::streamoff{-1};
  if (size < 0) {
    return ExportError{path + ": " + std::generic_category().message(errno != 0 ? errno : EIO)};
  }
  if (static_cast<std::uint64_t>(size) > kMostBytes) {
    return ExportError{path + ": larger than any picture (256 MB)"};
  }
  file.seekg(0);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  Result<PictureView> view = view_in_picture(bytes);
  if (!view) {
    return ExportError{path + ": " + view.error()};
  }
  if (const std::string trouble = trouble_with(view.value()); !trouble.empty()) {
    return ExportError{path + ": " + trouble};
  }
  return view;
}

}  // namespace interleave
