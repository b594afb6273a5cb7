#include "app/import/open.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "app/import/chrome_reader.h"
#include "app/import/file_kind.h"
#include "app/import/input_file.h"
#include "app/import/jsonl_reader.h"
#include "app/import/refusal.h"

namespace interleave {

namespace {

using Opened = std::variant<std::unique_ptr<TraceReader>, ImportError>;

constexpr std::size_t kFirstBytes = 1;
constexpr std::size_t kSlice = std::size_t{1} << 20U;

/// A Chrome trace begins with a list, or has one of its keys near its beginning.
bool looks_like_chrome(const InputFile& file) {
  const std::string_view text(file.begin(), file.size());
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || text[first] == '[') {
    return first != std::string_view::npos;
  }
  const std::string_view line = text.substr(0, text.find('\n', first));
  return line.find("\"format\"") == std::string_view::npos &&
         (text.find("\"traceEvents\"") != std::string_view::npos ||
          text.find("\"interleave\"") != std::string_view::npos);
}

}  // namespace

Opened open_trace(const std::string& path) {
  try {
    InputFile file(path);
    static_cast<void>(file.more());
    if (const auto kind = kind_unlike_trace({file.begin(), file.size()}); !kind.empty()) {
      throw Refusal(fmt::format(
          "it is {}; a trace would be right (.jsonl, Chrome's .json), or in the window a picture "
          "with a view of Interleave's in it (PNG, SVG, PDF, GIF)",
          kind));
    }
    std::unique_ptr<TraceReader> reader;
    if (looks_like_chrome(file)) {
      reader = std::make_unique<ChromeReader>(path, std::move(file));
    } else {
      reader = std::make_unique<JsonlReader>(path, std::move(file));
    }
    reader->advance(kFirstBytes);
    if (reader->error()) {
      return *reader->error();
    }
    return reader;
  } catch (const Refusal& refusal) {
    return ImportError{path, "", refusal.what()};
  }
}

Opened read_trace(const std::string& path) {
  Opened opened = open_trace(path);
  if (auto* reader = std::get_if<std::unique_ptr<TraceReader>>(&opened)) {
    while ((*reader)->advance(kSlice)) {
    }
    if ((*reader)->error()) {
      return *(*reader)->error();
    }
  }
  return opened;
}

}  // namespace interleave
