#pragma once

#include <simdjson.h>

#include <string_view>

#include "app/import/event_fields.h"
#include "app/import/key_guess.h"
#include "app/import/passed_over.h"

namespace interleave {

/// The text of a JSON string, in place where nothing in it is escaped. Throws Refusal, naming the
/// key.
[[nodiscard]] std::string_view text_of(simdjson::ondemand::value& value, std::string_view key);
/// The key of a field, in place likewise.
[[nodiscard]] std::string_view key_of(simdjson::ondemand::field& field);
/// What simdjson has against a text, as a reason for a Refusal.
[[nodiscard]] std::string reason_of(simdjson::error_code error);

/// Takes an event's object apart: each key once, each value of its type. Keys it does not know are
/// passed over and counted. Throws Refusal.
class FieldReader {
 public:
  explicit FieldReader(PassedOver& passed_over);
  const EventFields& read(simdjson::ondemand::object object);

 private:
  void read_value(Field field, simdjson::ondemand::value& value);

  PassedOver* passed_over_;
  KeyGuess keys_;
  EventFields fields_;
};

}  // namespace interleave
