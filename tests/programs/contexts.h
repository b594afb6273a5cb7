#pragma once

#include <exception>

#include "runtime/coro.h"
#include "tests/programs/machine.h"
#include "tests/programs/value.h"

namespace interleave::programs {

/// An object of asyncio's that an `async with` (or, a pool, a `with`) enters.
class Manager {
 public:
  virtual ~Manager() = default;
  /// Gives what stands behind `as`.
  [[nodiscard]] virtual Coro<Value> enter(Activation& here) = 0;
  /// Leaves it, with what the block raised, if it did. That goes on by itself; raises what its
  /// `__aexit__` raises.
  [[nodiscard]] virtual Coro<> leave(Activation& here, std::exception_ptr raised) = 0;
  /// Whether the exception ends here (contextlib.suppress).
  [[nodiscard]] virtual bool swallows(const std::exception_ptr&) const { return false; }
};

/// One item of a `with` or an `async with`: a Manager, or an object of the program's own class.
class Context {
 public:
  /// Raises TypeError for what cannot be entered.
  Context(Activation& here, Value manager, bool is_async);
  [[nodiscard]] Coro<Value> enter();
  /// True if the exception ends here.
  [[nodiscard]] Coro<bool> leave(std::exception_ptr raised);

 private:
  [[nodiscard]] Coro<Value> enter_own();
  [[nodiscard]] Coro<bool> leave_own(std::exception_ptr raised);

  Activation* here_;
  Value manager_;
  bool is_async_;
};

}  // namespace interleave::programs
