#include "app/import/open.h"

#include <utility>

#include "app/import/input_file.h"
#include "app/import/jsonl_reader.h"
#include "app/import/refusal.h"

namespace interleave {

namespace {

using Opened = std::variant<std::unique_ptr<Reader>, ImportError>;

constexpr std::size_t kFirstBytes = 1;
constexpr std::size_t kSlice = std::size_t{1} << 20U;

}  // namespace

Opened open_trace(const std::string& path) {
  try {
    InputFile file(path);
    static_cast<void>(file.more());
    std::unique_ptr<Reader> reader = std::make_unique<JsonlReader>(path, std::move(file));
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
  if (auto* reader = std::get_if<std::unique_ptr<Reader>>(&opened)) {
    while ((*reader)->advance(kSlice)) {
    }
    if ((*reader)->error()) {
      return *(*reader)->error();
    }
  }
  return opened;
}

}  // namespace interleave
