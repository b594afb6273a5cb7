#include "app/import/field_reader.h"

#include <fmt/format.h>

#include <cstring>
#include <utility>

#include "app/import/name_table.h"
#include "app/import/quoted_word.h"
#include "app/import/refusal.h"

namespace interleave {

namespace {

enum class Type : std::uint8_t { number, text, truth, list, task_or_text };

struct Key {
  std::string_view name;
  Type type = Type::number;
};

constexpr std::array<Key, kFieldCount> kKeys = {{
    {"seq", Type::number},     {"t_ns", Type::number},        {"iteration", Type::number},
    {"step", Type::number},    {"kind", Type::text},          {"task", Type::number},
    {"line", Type::number},    {"until_ns", Type::number},    {"error", Type::text},
    {"ready", Type::number},   {"from_ns", Type::number},     {"timer", Type::number},
    {"due_ns", Type::number},  {"for", Type::text},           {"on", Type::task_or_text},
    {"callback", Type::text},  {"of", Type::number},          {"name", Type::text},
    {"label", Type::text},     {"parent", Type::number},      {"coroutine", Type::text},
    {"internal", Type::truth}, {"cause", Type::text},         {"by", Type::number},
    {"thrown", Type::text},    {"reason", Type::text},        {"wait", Type::text},
    {"type", Type::text},      {"members", Type::list},       {"count", Type::number},
    {"result", Type::text},    {"duration_ns", Type::number}, {"text", Type::text},
    {"resource", Type::text},  {"capacity", Type::number},    {"action", Type::text},
    {"level", Type::number},   {"item", Type::text},          {"job", Type::number},
    {"pool", Type::text},      {"worker", Type::number},      {"computes", Type::truth},
}};

const NameTable& key_table() {
  static const NameTable table(kFieldCount,
                               [](int i) { return kKeys[static_cast<std::size_t>(i)].name; });
  return table;
}

std::int64_t number_of(simdjson::ondemand::value value, std::string_view key) {
  std::int64_t number = 0;
  if (value.get_int64().get(number) != simdjson::SUCCESS) {
    throw Refusal(fmt::format("\"{}\" is {}; a whole number of 64 bits would be right", key,
                              quoted_word(value.raw_json_token())));
  }
  return number;
}

bool truth_of(simdjson::ondemand::value value, std::string_view key) {
  bool truth = false;
  if (value.get_bool().get(truth) != simdjson::SUCCESS) {
    throw Refusal(fmt::format("\"{}\" is neither true nor false", key));
  }
  return truth;
}

}  // namespace

std::string_view name_of(Field field) { return kKeys[static_cast<std::size_t>(field)].name; }

std::string reason_of(simdjson::error_code error) {
  switch (error) {
    case simdjson::UTF8_ERROR:
      return "it is not UTF-8";
    case simdjson::UNCLOSED_STRING:
      return "a text has no closing quote";
    case simdjson::UNESCAPED_CHARS:
      return "a text has a control character in it that is not escaped";
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
      return "it is too long for the memory there is";
    case simdjson::EMPTY:
      return "nothing is there; a JSON object would be right";
    case simdjson::INCORRECT_TYPE:
      return "a JSON object would be right here";
    default:
      return "it is no valid JSON";
  }
}

std::string_view text_of(simdjson::ondemand::value value, std::string_view key) {
  const std::string_view token = value.raw_json_token();
  if (!token.empty() && token.front() == '"' &&
      std::memchr(token.data(), '\\', token.size()) == nullptr) {
    return token.substr(1, token.find('"', 1) - 1);
  }
  std::string_view text;
  if (const auto error = value.get_string().get(text); error != simdjson::SUCCESS) {
    throw Refusal(error == simdjson::INCORRECT_TYPE
                      ? fmt::format("\"{}\" is {}; a text would be right", key, quoted_word(token))
                      : fmt::format("the text of \"{}\" is not escaped as JSON wants it", key));
  }
  return text;
}

std::string_view key_of(simdjson::ondemand::field& field) {
  const char* raw = field.key().raw();
  const char* end = raw;
  while (*end != '"' && *end != '\\') {
    ++end;
  }
  if (*end == '"') {
    return {raw, static_cast<std::size_t>(end - raw)};
  }
  std::string_view key;
  if (field.unescaped_key().get(key) != simdjson::SUCCESS) {
    throw Refusal("a key is not escaped as JSON wants it");
  }
  return key;
}

const EventFields& FieldReader::read(simdjson::ondemand::object object) {
  fields_.seen_ = 0;
  for (auto&& each : object) {
    simdjson::ondemand::field field;
    if (const auto error = std::move(each).get(field); error != simdjson::SUCCESS) {
      throw Refusal(reason_of(error));
    }
    const std::string_view key = key_of(field);
    const int known = key_table().find(key);
    if (known < 0) {
      passed_over_->note("key", key);
      continue;
    }
    const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(known);
    if ((fields_.seen_ & bit) != 0) {
      throw Refusal(fmt::format("\"{}\" is there twice", key));
    }
    fields_.seen_ |= bit;
    read_value(static_cast<Field>(known), field.value());
  }
  return fields_;
}

void FieldReader::read_value(Field field, simdjson::ondemand::value value) {
  const auto at = static_cast<std::size_t>(field);
  const Key& key = kKeys[at];
  switch (key.type) {
    case Type::number:
      fields_.numbers_[at] = number_of(value, key.name);
      break;
    case Type::text:
      fields_.texts_[at] = text_of(value, key.name);
      break;
    case Type::truth:
      fields_.numbers_[at] = truth_of(value, key.name) ? 1 : 0;
      break;
    case Type::task_or_text:
      fields_.on_is_text_ = value.raw_json_token().starts_with('"');
      if (fields_.on_is_text_) {
        fields_.texts_[at] = text_of(value, key.name);
      } else {
        fields_.numbers_[at] = number_of(value, key.name);
      }
      break;
    case Type::list: {
      fields_.members_.clear();
      simdjson::ondemand::array list;
      if (value.get_array().get(list) != simdjson::SUCCESS) {
        throw Refusal(fmt::format("\"{}\" is no list of tasks", key.name));
      }
      for (auto&& each : list) {
        simdjson::ondemand::value member;
        if (std::move(each).get(member) != simdjson::SUCCESS) {
          throw Refusal(fmt::format("\"{}\" is no list of tasks", key.name));
        }
        fields_.members_.push_back(number_of(member, key.name));
      }
      break;
    }
  }
}

}  // namespace interleave
