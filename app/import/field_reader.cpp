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

/// Blanks up to the next token belong to simdjson's.
std::string_view without_blanks(std::string_view token) {
  while (!token.empty() && static_cast<unsigned char>(token.back()) <= ' ') {
    token.remove_suffix(1);
  }
  return token;
}

/// A whole number that is not negative and has 18 digits at most, as nearly all are; whatever else
/// is for simdjson to judge.
inline bool read_digits(std::string_view token, std::int64_t& number) {
  constexpr std::ptrdiff_t kMostDigits = 18;
  const char* end = token.data();  // something that is no digit follows, within simdjson's padding
  std::uint64_t digits = 0;
  for (unsigned digit = 0; (digit = static_cast<unsigned char>(*end) - unsigned{'0'}) <= 9; ++end) {
    digits = digits * 10 + digit;
  }
  number = static_cast<std::int64_t>(digits);
  const std::ptrdiff_t length = end - token.data();
  const bool ends = end == token.data() + token.size() || static_cast<unsigned char>(*end) <= ' ';
  return ends && length > 0 && length <= kMostDigits && (token.front() != '0' || length == 1);
}

std::int64_t number_of(simdjson::ondemand::value& value, std::string_view key) {
  const std::string_view token = value.raw_json_token();
  std::int64_t number = 0;
  if (!read_digits(token, number) && value.get_int64().get(number) != simdjson::SUCCESS) {
    throw Refusal(fmt::format("\"{}\" is {}; a whole number of 64 bits would be right", key,
                              quoted_word(without_blanks(token))));
  }
  return number;
}

/// A text in which nothing is escaped.
inline bool read_plain_text(std::string_view token, std::string_view& text) {
  if (token.size() < 2 || token.front() != '"' || token.back() != '"' ||
      std::memchr(token.data(), '\\', token.size()) != nullptr) {
    return false;
  }
  text = token.substr(1, token.size() - 2);
  return true;
}

bool truth_of(simdjson::ondemand::value& value, std::string_view key) {
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

std::string_view text_of(simdjson::ondemand::value& value, std::string_view key) {
  const std::string_view token = without_blanks(value.raw_json_token());
  std::string_view text;
  if (read_plain_text(token, text)) {
    return text;
  }
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

FieldReader::FieldReader(PassedOver& passed_over)
    : passed_over_(&passed_over), keys_(key_table()) {}

const EventFields& FieldReader::read(simdjson::ondemand::object object) {
  fields_.seen_ = 0;
  keys_.begin_object();
  for (auto&& each : object) {
    if (each.error() != simdjson::SUCCESS) {
      throw Refusal(reason_of(each.error()));
    }
    simdjson::ondemand::field&& field = std::move(each).value_unsafe();  // copies are dear
    int known = keys_.guessed(field.key().raw());
    if (known < 0) {
      const std::string_view key = key_of(field);
      known = keys_.found(key);
      if (known < 0) {
        passed_over_->note("key", key);
        continue;
      }
    }
    const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(known);
    if ((fields_.seen_ & bit) != 0) {
      throw Refusal(fmt::format("\"{}\" is there twice", name_of(static_cast<Field>(known))));
    }
    fields_.seen_ |= bit;
    const auto at = static_cast<std::size_t>(known);
    const std::string_view token = field.value().raw_json_token();
    const bool plain =
        (kKeys[at].type == Type::number && read_digits(token, fields_.numbers_[at])) ||
        (kKeys[at].type == Type::text && read_plain_text(token, fields_.texts_[at]));
    if (!plain) {
      read_value(static_cast<Field>(known), field.value());
    }
    if (static_cast<Field>(known) == Field::kind) {
      keys_.depends_on(fields_.text(Field::kind));
    }
  }
  return fields_;
}

void FieldReader::read_value(Field field, simdjson::ondemand::value& value) {
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
