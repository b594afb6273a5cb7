#include "app/import/chrome_event.h"

#include <cmath>
#include <optional>
#include <utility>

#include "app/import/field_reader.h"
#include "app/import/refusal.h"

namespace interleave {

namespace {

using simdjson::ondemand::value;

constexpr double kLatest_us = 2e15;  // nanoseconds still fit, and differences of them

std::optional<std::int64_t> nanoseconds(value& number) {
  std::int64_t whole = 0;
  if (number.get_int64().get(whole) == simdjson::SUCCESS) {
    if (std::abs(static_cast<double>(whole)) > kLatest_us) {
      return std::nullopt;
    }
    return whole * 1000;
  }
  double micros = 0;
  if (number.get_double().get(micros) != simdjson::SUCCESS || !(std::abs(micros) <= kLatest_us)) {
    return std::nullopt;
  }
  return std::llround(micros * 1000);
}

/// A number or a text, without its quotes.
std::string_view plain(value& id) {
  std::string_view token = id.raw_json_token();
  while (!token.empty() && static_cast<unsigned char>(token.back()) <= ' ') {
    token.remove_suffix(1);
  }
  if (token.size() >= 2 && token.front() == '"') {
    return token.substr(1, token.size() - 2);
  }
  return token.starts_with('{') || token.starts_with('[') ? std::string_view() : token;
}

/// {"id2": {"local": "0x7"}}
std::string_view id_within(value& object) {
  simdjson::ondemand::object ids;
  if (object.get_object().get(ids) != simdjson::SUCCESS) {
    return {};
  }
  std::string_view id;
  for (auto&& each : ids) {
    simdjson::ondemand::field field;
    if (std::move(each).get(field) != simdjson::SUCCESS) {
      return id;
    }
    id = plain(field.value());
  }
  return id;
}

std::string_view object_text(value& args) {
  simdjson::ondemand::object object;
  std::string_view text;
  if (args.get_object().get(object) != simdjson::SUCCESS ||
      object.raw_json().get(text) != simdjson::SUCCESS) {
    return {};
  }
  return text;
}

std::string_view text_or_nothing(value& text, std::string_view key, PassedOver& passed_over) {
  if (!std::string_view(text.raw_json_token()).starts_with('"')) {
    passed_over.note("wrong type of", key);
    return {};
  }
  return text_of(text, key);
}

void take(ChromeEvent& event, std::string_view key, value& found, PassedOver& passed_over) {
  if (key == "name") {
    event.name = text_or_nothing(found, key, passed_over);
  } else if (key == "cat") {
    event.category = text_or_nothing(found, key, passed_over);
  } else if (key == "ph") {
    const std::string_view phase = plain(found);
    event.phase = phase.size() == 1 ? phase.front() : '\0';
  } else if (key == "ts" || key == "dur") {
    const auto ns = nanoseconds(found);
    if (!ns) {
      passed_over.note("wrong type of", key);
    } else if (key == "ts") {
      event.t_ns = *ns;
      event.has_time = true;
    } else {
      event.duration_ns = *ns;
    }
  } else if (key == "pid") {
    event.process = plain(found);
  } else if (key == "tid") {
    event.thread = plain(found);
  } else if (key == "id") {
    event.id = plain(found);
  } else if (key == "id2") {
    event.id = id_within(found);
  } else if (key == "args") {
    event.args = object_text(found);
  } else if (key != "s" && key != "bp" && key != "tts" && key != "tdur" && key != "cname") {
    passed_over.note("key", key);
  }
}

}  // namespace

ChromeEvent read_chrome_event(simdjson::ondemand::object object, PassedOver& passed_over) {
  ChromeEvent event;
  for (auto&& each : object) {
    if (each.error() != simdjson::SUCCESS) {
      throw Refusal(reason_of(each.error()));
    }
    simdjson::ondemand::field&& field = std::move(each).value_unsafe();  // copies are dear
    const std::string_view key = key_of(field);
    take(event, key, field.value(), passed_over);
  }
  return event;
}

}  // namespace interleave
