#include "app/import/trace_header.h"

#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "app/import/field_reader.h"
#include "app/import/quoted_word.h"
#include "app/import/refusal.h"

namespace interleave {

namespace {

constexpr std::string_view kFormat = "interleave-trace";
constexpr std::int64_t kVersion = 1;
constexpr std::size_t kMostParameters = 100;

void read_parameters(simdjson::ondemand::value value, TraceHeader& header,
                     PassedOver& passed_over) {
  simdjson::ondemand::object object;
  if (value.get_object().get(object) != simdjson::SUCCESS) {
    throw Refusal("\"params\" is no object of names and numbers");
  }
  for (auto&& each : object) {
    simdjson::ondemand::field field;
    if (const auto error = std::move(each).get(field); error != simdjson::SUCCESS) {
      throw Refusal(reason_of(error));
    }
    const std::string name(key_of(field));
    double number = 0;
    if (field.value().get_double().get(number) != simdjson::SUCCESS || !std::isfinite(number) ||
        header.params.size() >= kMostParameters) {
      passed_over.note("parameter", name);
      continue;
    }
    header.params.emplace_back(name, number);
  }
}

}  // namespace

TraceHeader read_header(simdjson::ondemand::object object, PassedOver& passed_over) {
  TraceHeader header;
  header.clock.clear();
  header.source.clear();
  std::string format;
  std::int64_t version = 0;
  for (auto&& each : object) {
    simdjson::ondemand::field field;
    if (const auto error = std::move(each).get(field); error != simdjson::SUCCESS) {
      throw Refusal(reason_of(error));
    }
    const std::string key(key_of(field));
    if (key == "params") {
      read_parameters(field.value(), header, passed_over);
    } else if (key == "version") {
      if (field.value().get_int64().get(version) != simdjson::SUCCESS) {
        throw Refusal("\"version\" is no whole number");
      }
    } else if (key == "format") {
      format = text_of(field.value(), key);
    } else if (key == "scenario") {
      header.scenario = text_of(field.value(), key);
    } else if (key == "mode") {
      header.mode = text_of(field.value(), key);
    } else if (key == "clock") {
      header.clock = text_of(field.value(), key);
    } else if (key == "source") {
      header.source = text_of(field.value(), key);
    } else {
      passed_over.note("key", key);
    }
  }
  if (format != kFormat) {
    throw Refusal(fmt::format("\"format\" is {}; {} would be right", quoted_word(format),
                              quoted_word(kFormat)));
  }
  if (version != kVersion) {
    throw Refusal(
        fmt::format("version {} of the format; {} is what can be read here", version, kVersion));
  }
  return header;
}

}  // namespace interleave
