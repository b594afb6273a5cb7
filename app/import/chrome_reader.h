#pragma once

#include <simdjson.h>

#include <cstdint>
#include <memory>
#include <string>

#include "app/import/chrome_points.h"
#include "app/import/chrome_tasks.h"
#include "app/import/event_builder.h"
#include "app/import/field_reader.h"
#include "app/import/input_file.h"
#include "app/import/json_scanner.h"
#include "app/import/reader.h"

namespace interleave {

/// Chrome's trace event format: an object with `traceEvents`, or the bare array, which may lack its
/// closing bracket. Files that we have written hold our own events beside it and come back as they
/// were; of others' what can be shown is told in our terms (see ChromeTasks), once all is read,
/// since the format has no order.
class ChromeReader : public TraceReader {
 public:
  /// The key under which our files keep our events: the header, then the events.
  static constexpr std::string_view kOurs = "interleave";

  ChromeReader(std::string name, InputFile file);

  bool advance(std::size_t bytes) override;
  [[nodiscard]] std::uint64_t done() const override;
  [[nodiscard]] std::uint64_t total() const override { return 2 * file_.total(); }

 private:
  enum class Stage : std::uint8_t { start, keys, theirs, ours, telling, over };

  [[nodiscard]] bool knows_header() const;
  void read_on();
  void begin();
  void next_key();
  void next_element();
  void array_ends();
  void read_their_event(simdjson::ondemand::object object);
  void read_our_event(simdjson::ondemand::object object);
  void all_read();

  std::string name_;
  InputFile file_;
  JsonScanner scanner_;
  simdjson::ondemand::parser parser_;
  FieldReader fields_;
  EventBuilder builder_;
  ChromePoints points_;
  std::unique_ptr<ChromeTasks> tasks_;
  Stage stage_ = Stage::start;
  bool bare_array_ = false;
  bool first_element_ = true;
  bool has_header_ = false;
  bool has_theirs_ = false;
};

}  // namespace interleave
