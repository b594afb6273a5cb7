#pragma once

#include <simdjson.h>

#include <cstdint>
#include <string>

#include "app/import/event_builder.h"
#include "app/import/field_reader.h"
#include "app/import/input_file.h"
#include "app/import/reader.h"

namespace interleave {

/// Our own format: JSON Lines, a header and then an event a line.
class JsonlReader : public TraceReader {
 public:
  /// `name` is what errors call the file.
  JsonlReader(std::string name, InputFile file);

  bool advance(std::size_t bytes) override;
  [[nodiscard]] std::uint64_t done() const override { return file_.done(); }
  [[nodiscard]] std::uint64_t total() const override { return file_.total(); }

 private:
  [[nodiscard]] bool next_line();
  void read_line(const char* line, std::size_t length);

  std::string name_;
  InputFile file_;
  simdjson::ondemand::parser parser_;
  FieldReader fields_;
  EventBuilder builder_;
  std::uint64_t line_ = 0;
  bool over_ = false;
};

}  // namespace interleave
