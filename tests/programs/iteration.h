#pragma once

#include <optional>
#include <string>

#include "runtime/coro.h"
#include "tests/programs/machine.h"
#include "tests/programs/value.h"

namespace interleave::programs {

/// What `next()` moves on.
class Iterator : public Object {
 public:
  [[nodiscard]] std::string type_name() const override { return "iterator"; }
  /// The next one; nothing at the end.
  [[nodiscard]] virtual std::optional<Value> next(Activation& here) = 0;
};

/// `iter(value)`: of a collection, or an Iterator itself. Raises TypeError for what cannot be gone
/// through.
[[nodiscard]] Value iterator_of(const Value& value);

/// A `for` or an `async for` on its way through something.
class Iteration {
 public:
  /// Raises TypeError for what cannot be gone through.
  Iteration(Activation& here, const Value& over, bool is_async);
  /// Moves on; false at the end.
  [[nodiscard]] Coro<bool> next();
  [[nodiscard]] const Value& item() const { return item_; }

 private:
  Activation* here_;
  Value iterator_;
  Value item_;
};

}  // namespace interleave::programs
