#include "tests/programs/operators.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "runtime/errors.h"
#include "tests/programs/collections.h"

namespace interleave::programs {

namespace {

[[noreturn]] void unsupported(const std::string& op, const Value& left, const Value& right) {
  throw Error("TypeError", "unsupported operand type(s) for " + op + ": '" + type_name(left) +
                               "' and '" + type_name(right) + "'");
}

void refuse_zero(bool zero, const char* words) {
  if (zero) {
    throw Error("ZeroDivisionError", words);
  }
}

// Rounded down, as Python's // is.
std::int64_t floor_divided(std::int64_t a, std::int64_t b) {
  refuse_zero(b == 0, "integer division or modulo by zero");
  const std::int64_t quotient = a / b;
  return quotient - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0);
}

std::int64_t power(std::int64_t base, std::int64_t exponent) {
  std::int64_t out = 1;
  for (; exponent > 0; --exponent) {
    out *= base;
  }
  return out;
}

Value of_wholes(const std::string& op, std::int64_t a, std::int64_t b) {
  if (op == "+") {
    return Value::integer(a + b);
  }
  if (op == "-") {
    return Value::integer(a - b);
  }
  if (op == "*") {
    return Value::integer(a * b);
  }
  if (op == "//") {
    return Value::integer(floor_divided(a, b));
  }
  if (op == "%") {
    return Value::integer(a - b * floor_divided(a, b));
  }
  if (op == "**" && b >= 0) {
    return Value::integer(power(a, b));
  }
  if (op == "&") {
    return Value::integer(a & b);
  }
  if (op == "|") {
    return Value::integer(a | b);
  }
  if (op == "^") {
    return Value::integer(a ^ b);
  }
  if (op == "<<") {
    return Value::integer(a << b);
  }
  if (op == ">>") {
    return Value::integer(a >> b);
  }
  refuse_zero(b == 0 && op == "/", "division by zero");
  return Value::real(op == "/" ? static_cast<double>(a) / static_cast<double>(b)
                               : std::pow(static_cast<double>(a), static_cast<double>(b)));
}

Value of_reals(const std::string& op, double a, double b, const Value& left, const Value& right) {
  if (op == "+") {
    return Value::real(a + b);
  }
  if (op == "-") {
    return Value::real(a - b);
  }
  if (op == "*") {
    return Value::real(a * b);
  }
  if (op == "/") {
    refuse_zero(b == 0, "float division by zero");
    return Value::real(a / b);
  }
  if (op == "//") {
    refuse_zero(b == 0, "float floor division by zero");
    return Value::real(std::floor(a / b));
  }
  if (op == "%") {
    refuse_zero(b == 0, "float modulo");
    return Value::real(a - b * std::floor(a / b));
  }
  if (op == "**") {
    return Value::real(std::pow(a, b));
  }
  unsupported(op, left, right);
}

Values repeated(const Values& items, std::int64_t times) {
  Values out;
  for (; times > 0; --times) {
    out.insert(out.end(), items.begin(), items.end());
  }
  return out;
}

Values both(const Sequence& a, const Sequence& b) {
  Values out = a.items;
  out.insert(out.end(), b.items.begin(), b.items.end());
  return out;
}

Ref<Set> of_sets(const std::string& op, const Set& a, const Set& b) {
  auto out = make_counted<Set>(Values{});
  for (const Value& item : a.items) {
    if (op == "|" || (op == "-") != b.has(item)) {
      out->add(item);
    }
  }
  if (op == "|") {
    for (const Value& item : b.items) {
      out->add(item);
    }
  }
  return out;
}

Value of_objects(const std::string& op, const Value& left, const Value& right) {
  if (op == "+" && left.if_text() != nullptr && right.if_text() != nullptr) {
    return Value::text(*left.if_text() + *right.if_text());
  }
  if (op == "+" && left.as<List>() != nullptr && right.as<List>() != nullptr) {
    return list(both(*left.as<List>(), *right.as<List>()));
  }
  if (op == "+" && left.as<Tuple>() != nullptr && right.as<Tuple>() != nullptr) {
    return tuple(both(*left.as<Tuple>(), *right.as<Tuple>()));
  }
  if (left.as<Set>() != nullptr && right.as<Set>() != nullptr) {
    return of_sets(op, *left.as<Set>(), *right.as<Set>());
  }
  const auto times = right.if_whole();
  if (op == "*" && times && left.if_text() != nullptr) {
    std::string out;
    for (std::int64_t i = 0; i < *times; ++i) {
      out += *left.if_text();
    }
    return Value::text(out);
  }
  if (op == "*" && times && left.as<List>() != nullptr) {
    return list(repeated(left.as<List>()->items, *times));
  }
  if (op == "*" && times && left.as<Tuple>() != nullptr) {
    return tuple(repeated(left.as<Tuple>()->items, *times));
  }
  unsupported(op, left, right);
}

std::size_t place(std::int64_t index, std::size_t size, const char* what) {
  const std::int64_t at = index < 0 ? index + static_cast<std::int64_t>(size) : index;
  if (at < 0 || at >= static_cast<std::int64_t>(size)) {
    throw Error("IndexError", std::string(what) + " index out of range");
  }
  return static_cast<std::size_t>(at);
}

std::int64_t bound(const Value& asked, std::int64_t size, std::int64_t otherwise,
                   std::int64_t least) {
  if (asked.is_none()) {
    return otherwise;
  }
  const std::int64_t at = *asked.if_whole();
  return std::clamp(at < 0 ? at + size : at, least, size + least);
}

template <class Items>
Items sliced(const Items& items, const Slice& slice) {
  const auto size = static_cast<std::int64_t>(items.size());
  const std::int64_t step = slice.step.is_none() ? 1 : *slice.step.if_whole();
  refuse_zero(step == 0, "slice step cannot be zero");
  const std::int64_t least = step > 0 ? 0 : -1;
  const std::int64_t from = bound(slice.lower, size, step > 0 ? 0 : size - 1, least);
  const std::int64_t to = bound(slice.upper, size, step > 0 ? size : -1, least);
  Items out;
  for (std::int64_t at = from; step > 0 ? at < to : at > to; at += step) {
    out.push_back(items[static_cast<std::size_t>(at)]);
  }
  return out;
}

Value sliced(const Value& collection, const Slice& slice) {
  if (const std::string* text = collection.if_text()) {
    return Value::text(sliced(*text, slice));
  }
  const auto* sequence = collection.as<Sequence>();
  if (sequence == nullptr) {
    throw Error("TypeError", "'" + type_name(collection) + "' object is not subscriptable");
  }
  Values items = sliced(sequence->items, slice);
  return collection.as<List>() != nullptr ? list(std::move(items)) : tuple(std::move(items));
}

}  // namespace

Value binary(const std::string& op, const Value& left, const Value& right) {
  const auto a = left.if_number();
  const auto b = right.if_number();
  if (a && b) {
    const bool real = left.if_real() != nullptr || right.if_real() != nullptr;
    return real ? of_reals(op, *a, *b, left, right)
                : of_wholes(op, *left.if_whole(), *right.if_whole());
  }
  if (op == "%" && left.if_text() != nullptr) {
    throw Error("NotImplementedError", "% formatting");
  }
  return of_objects(op, left, right);
}

Value augmented(const std::string& op, const Value& left, const Value& right) {
  auto* grows = left.as<List>();
  if (op == "+" && grows != nullptr) {
    const Values more = items_of(right);
    grows->items.insert(grows->items.end(), more.begin(), more.end());
    return left;
  }
  auto* changes = left.as<Set>();
  if (changes != nullptr && right.as<Set>() != nullptr) {
    changes->items = of_sets(op, *changes, *right.as<Set>())->items;
    return left;
  }
  return binary(op, left, right);
}

Value unary(const std::string& op, const Value& value) {
  if (op == "not") {
    return Value::boolean(!truth(value));
  }
  if (const double* real = value.if_real()) {
    return Value::real(op == "-" ? -*real : *real);
  }
  const auto whole = value.if_whole();
  if (!whole) {
    throw Error("TypeError", "bad operand type for unary " + op + ": '" + type_name(value) + "'");
  }
  return Value::integer(op == "-" ? -*whole : op == "~" ? ~*whole : *whole);
}

bool compare(const std::string& op, const Value& left, const Value& right) {
  if (op == "==" || op == "!=") {
    return equal(left, right) == (op == "==");
  }
  if (op == "is" || op == "is not") {
    return identical(left, right) == (op == "is");
  }
  if (op == "in" || op == "not in") {
    return contains(right, left) == (op == "in");
  }
  if (op == "<" || op == ">=") {
    return less(left, right) == (op == "<");
  }
  return less(right, left) == (op == ">");
}

Value item_at(const Value& collection, const Value& index) {
  if (const auto* slice = index.as<Slice>()) {
    return sliced(collection, *slice);
  }
  if (const auto* dict = collection.as<Dict>()) {
    if (const Value* found = dict->find(index)) {
      return *found;
    }
    throw Error("KeyError", written(index));
  }
  if (!index.if_whole()) {
    throw Error("TypeError", "'" + type_name(collection) + "' object is not subscriptable by '" +
                                 type_name(index) + "'");
  }
  if (const std::string* text = collection.if_text()) {
    return Value::text(std::string(1, (*text)[place(*index.if_whole(), text->size(), "string")]));
  }
  if (const auto* sequence = collection.as<Sequence>()) {
    const std::string name = sequence->type_name();
    return sequence->items[place(*index.if_whole(), sequence->items.size(), name.c_str())];
  }
  throw Error("TypeError", "'" + type_name(collection) + "' object is not subscriptable");
}

void set_item(const Value& collection, const Value& index, const Value& value) {
  if (auto* dict = collection.as<Dict>()) {
    dict->set(index, value);
    return;
  }
  auto* found = collection.as<List>();
  if (found == nullptr || !index.if_whole()) {
    throw Error("TypeError",
                "'" + type_name(collection) + "' object does not support item assignment");
  }
  found->items[place(*index.if_whole(), found->items.size(), "list assignment")] = value;
}

void delete_item(const Value& collection, const Value& index) {
  if (auto* dict = collection.as<Dict>()) {
    if (!dict->erase(index)) {
      throw Error("KeyError", written(index));
    }
    return;
  }
  auto* found = collection.as<List>();
  if (found == nullptr || !index.if_whole()) {
    throw Error("TypeError",
                "'" + type_name(collection) + "' object doesn't support item deletion");
  }
  const std::size_t at = place(*index.if_whole(), found->items.size(), "list assignment");
  found->items.erase(found->items.begin() + static_cast<std::ptrdiff_t>(at));
}

std::string formatted(const Value& value, const std::string& format) {
  const std::size_t colon = format.find(':');
  const std::string conversion = format.substr(0, colon);
  if (colon == std::string::npos || colon + 1 == format.size()) {
    return conversion == "!r" ? written(value) : str(value);
  }
  // fmt has Python's own format language.
  const std::string spec = "{" + format.substr(colon) + "}";
  try {
    if (conversion.empty() && value.if_real() != nullptr) {
      return fmt::format(fmt::runtime(spec), *value.if_real());
    }
    if (conversion.empty() && value.if_whole()) {
      const bool as_real = std::string("feg%").find(spec[spec.size() - 2]) != std::string::npos;
      return as_real ? fmt::format(fmt::runtime(spec), *value.if_number())
                     : fmt::format(fmt::runtime(spec), *value.if_whole());
    }
    return fmt::format(fmt::runtime(spec), conversion == "!r" ? written(value) : str(value));
  } catch (const fmt::format_error&) {
    throw Error("ValueError", "Invalid format specifier");
  }
}

}  // namespace interleave::programs
