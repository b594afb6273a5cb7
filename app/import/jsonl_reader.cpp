#include "app/import/jsonl_reader.h"

#include <cstring>
#include <utility>

#include "app/import/refusal.h"
#include "app/import/trace_header.h"

namespace interleave {

JsonlReader::JsonlReader(std::string name, InputFile file)
    : name_(std::move(name)),
      file_(std::move(file)),
      fields_(passed_over_),
      builder_(*log_, passed_over_) {}

bool JsonlReader::advance(std::size_t bytes) {
  if (over_) {
    return false;
  }
  const std::uint64_t until = file_.offset() + bytes;
  try {
    while (file_.offset() < until) {
      if (!next_line()) {
        over_ = true;
        if (log_->empty()) {
          throw Refusal(line_ == 0 ? "the file is empty; a trace's header would be right"
                                   : "there is no event after the header");
        }
        break;
      }
    }
  } catch (const Refusal& refusal) {
    over_ = true;
    error_ = ImportError{name_, "line " + std::to_string(line_ == 0 ? 1 : line_), refusal.what()};
  }
  return !over_;
}

// Reads a line; false if there is none any more.
bool JsonlReader::next_line() {
  std::size_t looked_at = 0;
  const char* end = nullptr;
  while (true) {
    const std::size_t there = file_.size();
    if (there > looked_at) {
      end =
          static_cast<const char*>(std::memchr(file_.begin() + looked_at, '\n', there - looked_at));
    }
    if (end != nullptr) {
      break;
    }
    looked_at = there;
    ++line_;  // where it is if the file can't be read on
    const bool more = file_.more();
    --line_;
    if (!more) {
      break;
    }
  }
  if (end == nullptr && file_.size() == 0) {
    return false;
  }
  ++line_;
  const std::size_t length =
      end == nullptr ? file_.size() : static_cast<std::size_t>(end - file_.begin());
  read_line(file_.begin(), length);
  file_.use(end == nullptr ? length : length + 1);
  return true;
}

void JsonlReader::read_line(const char* line, std::size_t length) {
  simdjson::ondemand::document document;
  simdjson::ondemand::object object;
  if (const auto error = parser_.iterate(line, length, length + InputFile::kPadding).get(document);
      error != simdjson::SUCCESS) {
    throw Refusal(reason_of(error));
  }
  if (const auto error = document.get_object().get(object); error != simdjson::SUCCESS) {
    throw Refusal(reason_of(error));
  }
  if (line_ == 1) {
    header_ = read_header(object, passed_over_);
  } else {
    builder_.add(fields_.read(object));
  }
  if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) {
    throw Refusal("there is more after the object's end");
  }
}

}  // namespace interleave
