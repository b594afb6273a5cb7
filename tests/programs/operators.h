#pragma once

#include <string>

#include "tests/programs/value.h"

namespace interleave::programs {

/// `left op right`, op one of Python's binary operators. Raises TypeError, ZeroDivisionError.
[[nodiscard]] Value binary(const std::string& op, const Value& left, const Value& right);
[[nodiscard]] Value unary(const std::string& op, const Value& value);
/// `left op right`, op one of Python's comparisons.
[[nodiscard]] bool compare(const std::string& op, const Value& left, const Value& right);

/// `left op= right`: a list, set or dict is changed where it is.
[[nodiscard]] Value augmented(const std::string& op, const Value& left, const Value& right);

/// `collection[index]`, also of a slice.
[[nodiscard]] Value item_at(const Value& collection, const Value& index);
void set_item(const Value& collection, const Value& index, const Value& value);
void delete_item(const Value& collection, const Value& index);

/// What stands behind a value in an f-string: "", "!r", ":.2f", "!s:>8".
[[nodiscard]] std::string formatted(const Value& value, const std::string& format);

/// What a slice's brackets hold.
class Slice final : public Object {
 public:
  Slice(Value its_lower, Value its_upper, Value its_step)
      : lower(std::move(its_lower)), upper(std::move(its_upper)), step(std::move(its_step)) {}
  [[nodiscard]] std::string type_name() const override { return "slice"; }
  const Value lower;
  const Value upper;
  const Value step;
};

}  // namespace interleave::programs
