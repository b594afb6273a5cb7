#include "tests/programs/value.h"

#include "runtime/errors.h"
#include "runtime/repr.h"
#include "tests/programs/collections.h"

namespace interleave::programs {

Value Value::text(std::string value) { return make_counted<Text>(std::move(value)); }

std::optional<std::int64_t> Value::if_whole() const {
  if (const bool* truth = if_boolean()) {
    return *truth ? 1 : 0;
  }
  const auto* whole = std::get_if<std::int64_t>(&content_);
  return whole == nullptr ? std::nullopt : std::optional<std::int64_t>(*whole);
}

std::optional<double> Value::if_number() const {
  if (const double* real = if_real()) {
    return *real;
  }
  const auto whole = if_whole();
  return whole ? std::optional<double>(static_cast<double>(*whole)) : std::nullopt;
}

const std::string* Value::if_text() const {
  const auto* found = as<Text>();
  return found == nullptr ? nullptr : &found->value;
}

Value Arguments::get(std::size_t at, std::string_view name) const {
  if (at < positional.size()) {
    return positional[at];
  }
  for (const auto& [known, value] : named) {
    if (known == name) {
      return value;
    }
  }
  return {};
}

bool Arguments::has(std::size_t at, std::string_view name) const {
  if (at < positional.size()) {
    return true;
  }
  for (const auto& one : named) {
    if (one.first == name) {
      return true;
    }
  }
  return false;
}

Value Arguments::need(std::size_t at, std::string_view name) const {
  if (!has(at, name)) {
    throw Error("TypeError", "missing argument '" + std::string(name) + "'");
  }
  return get(at, name);
}

std::string Text::repr() const { return interleave::repr(value); }

bool Text::equals(const Object& other) const {
  const auto* text = dynamic_cast<const Text*>(&other);
  return text != nullptr && text->value == value;
}

std::optional<Value> Native::attribute(const std::string& asked) {
  if (asked == "__name__" || asked == "__qualname__") {
    return Value::text(name);
  }
  return std::nullopt;
}

std::string type_name(const Value& value) {
  if (value.is_none()) {
    return "NoneType";
  }
  if (value.if_boolean() != nullptr) {
    return "bool";
  }
  if (value.if_real() != nullptr) {
    return "float";
  }
  return value.object() == nullptr ? "int" : value.object()->type_name();
}

std::string written(const Value& value) {
  if (value.is_none()) {
    return "None";
  }
  if (const bool* truth = value.if_boolean()) {
    return interleave::repr(*truth);
  }
  if (const double* real = value.if_real()) {
    return interleave::repr(*real);
  }
  const Object* object = value.object();
  return object == nullptr ? interleave::repr(*value.if_whole()) : object->repr();
}

std::string repr(const Value& value) { return value.is_none() ? "" : written(value); }

std::string str(const Value& value) {
  const std::string* text = value.if_text();
  if (text != nullptr) {
    return *text;
  }
  if (const auto* special = value.as<Described>()) {
    return special->str();
  }
  return written(value);
}

bool truth(const Value& value) {
  if (const auto number = value.if_number()) {
    return *number != 0;
  }
  const Object* object = value.object();
  return object != nullptr && object->truth();
}

bool identical(const Value& a, const Value& b) {
  if (a.object() != nullptr || b.object() != nullptr) {
    return a.object() == b.object() ||
           (a.object() != nullptr && b.object() != nullptr && a.as<Text>() == nullptr &&
            a.as<SharedState>() != nullptr && a.object()->equals(*b.object()));
  }
  return type_name(a) == type_name(b) && equal(a, b);
}

bool equal(const Value& a, const Value& b) {
  const auto left = a.if_number();
  const auto right = b.if_number();
  if (left || right) {
    return left == right;
  }
  if (a.is_none() || b.is_none()) {
    return a.is_none() && b.is_none();
  }
  return a.object() == b.object() || a.object()->equals(*b.object());
}

bool less(const Value& a, const Value& b) {
  const auto left = a.if_number();
  const auto right = b.if_number();
  if (left && right) {
    return *left < *right;
  }
  if (a.if_text() != nullptr && b.if_text() != nullptr) {
    return *a.if_text() < *b.if_text();
  }
  const auto* first = a.as<Sequence>();
  const auto* second = b.as<Sequence>();
  if (first != nullptr && second != nullptr && first->type_name() == second->type_name()) {
    for (std::size_t i = 0; i < first->items.size() && i < second->items.size(); ++i) {
      if (!equal(first->items[i], second->items[i])) {
        return less(first->items[i], second->items[i]);
      }
    }
    return first->items.size() < second->items.size();
  }
  throw Error("TypeError", "'<' not supported between instances of '" + type_name(a) + "' and '" +
                               type_name(b) + "'");
}

}  // namespace interleave::programs
