#include "app/import/chrome_reader.h"

#include <utility>

#include "app/import/refusal.h"
#include "app/import/trace_header.h"

namespace interleave {

namespace {

/// Text that takes as long to read as a point takes to tell.
constexpr std::size_t kBytesPerPoint = 64;

}  // namespace

ChromeReader::ChromeReader(std::string name, InputFile file)
    : name_(std::move(name)),
      file_(std::move(file)),
      scanner_(file_),
      fields_(passed_over_),
      builder_(*log_, passed_over_),
      points_(*log_, passed_over_) {
  header_.clock = "wall";
  header_.source = "chrome";
}

std::uint64_t ChromeReader::done() const {
  if (stage_ == Stage::over && !error_) {
    return total();
  }
  const std::uint64_t told =
      points_.count() == 0 ? 0 : file_.total() * points_.given() / points_.count();
  return file_.done() + (stage_ == Stage::telling ? told : 0);
}

bool ChromeReader::advance(std::size_t bytes) {
  if (stage_ == Stage::over) {
    return false;
  }
  try {
    if (stage_ == Stage::telling) {
      if (!tasks_->advance(1 + bytes / kBytesPerPoint)) {
        stage_ = Stage::over;
      }
    } else {
      const std::uint64_t until = file_.offset() + bytes;
      do {
        read_on();
      } while (stage_ < Stage::telling && (file_.offset() < until || !knows_header()));
    }
  } catch (const Refusal& refusal) {
    stage_ = Stage::over;
    error_ = ImportError{name_, "byte " + std::to_string(file_.offset()), refusal.what()};
  }
  return stage_ != Stage::over;
}

// Whether the file is one of ours is seen at its first list, and its header is that one's first.
bool ChromeReader::knows_header() const {
  return has_theirs_ || (stage_ == Stage::ours && has_header_);
}

void ChromeReader::read_on() {
  switch (stage_) {
    case Stage::start:
      return begin();
    case Stage::keys:
      return next_key();
    default:
      return next_element();
  }
}

void ChromeReader::begin() {
  if (scanner_.take('[')) {
    bare_array_ = true;
    has_theirs_ = true;
    stage_ = Stage::theirs;
  } else if (scanner_.take('{')) {
    stage_ = Stage::keys;
  } else {
    throw Refusal("a trace in JSON begins with { or [");
  }
}

void ChromeReader::next_key() {
  if (scanner_.take('}')) {
    return all_read();
  }
  static_cast<void>(scanner_.take(','));
  const std::string key = scanner_.take_string();
  if (!scanner_.take(':')) {
    throw Refusal("a colon would be right after a key");
  }
  const bool ours = key == kOurs && log_->empty() && points_.count() == 0;
  if ((ours || key == "traceEvents") && scanner_.take('[')) {
    first_element_ = true;
    has_theirs_ = has_theirs_ || !ours;
    stage_ = ours ? Stage::ours : Stage::theirs;
    return;
  }
  if (key != "displayTimeUnit") {
    passed_over_.note("key", key);
  }
  static_cast<void>(scanner_.peek());
  scanner_.skip_value();
}

void ChromeReader::next_element() {
  const char next = scanner_.peek();
  if (next == ']') {
    file_.use(1);
    return array_ends();
  }
  if (next == 0) {
    if (stage_ == Stage::ours || !bare_array_) {
      throw Refusal("the file ends within a list");
    }
    return all_read();  // the format lets a bare array end like this
  }
  if (!first_element_ && !scanner_.take(',')) {
    throw Refusal("a comma would be right between events");
  }
  if (!first_element_ && (scanner_.peek() == ']' || scanner_.peek() == 0)) {
    return;  // a comma at the end, as many programs write it
  }
  first_element_ = false;
  if (scanner_.peek() != '{') {
    throw Refusal("an event is a JSON object; something else is here");
  }
  const std::size_t length = scanner_.value_length();
  if (length == 0) {
    throw Refusal("the file ends within an event");
  }
  simdjson::ondemand::document document;
  simdjson::ondemand::object object;
  auto error = parser_.iterate(file_.begin(), length, length + InputFile::kPadding).get(document);
  error = error == simdjson::SUCCESS ? document.get_object().get(object) : error;
  if (error != simdjson::SUCCESS) {
    throw Refusal(reason_of(error));
  }
  if (stage_ == Stage::ours) {
    read_our_event(object);
  } else {
    points_.add(read_chrome_event(object, passed_over_));
  }
  file_.use(length);
}

void ChromeReader::read_our_event(simdjson::ondemand::object object) {
  if (has_header_) {
    builder_.add(fields_.read(object));
    return;
  }
  header_ = read_header(object, passed_over_);
  has_header_ = true;
}

void ChromeReader::array_ends() {
  if (stage_ == Stage::ours) {
    if (log_->empty()) {
      throw Refusal("there is no event of ours in it");
    }
    stage_ = Stage::over;  // the rest tells the same again, in Chrome's terms
  } else if (bare_array_) {
    all_read();
  } else {
    stage_ = Stage::keys;
  }
}

void ChromeReader::all_read() {
  if (!has_theirs_) {
    throw Refusal("there is no \"traceEvents\" in it; a Chrome trace would be right");
  }
  points_.close();
  if (points_.count() == 0) {
    throw Refusal("there is no event in it that can be shown");
  }
  tasks_ = std::make_unique<ChromeTasks>(*log_, points_, passed_over_);
  stage_ = Stage::telling;
}

}  // namespace interleave
