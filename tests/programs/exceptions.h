#pragma once

#include <exception>
#include <string>

#include "runtime/errors.h"
#include "tests/programs/classes.h"
#include "tests/programs/value.h"

namespace interleave::programs {

/// A raised Exception on its way through the runtime.
class Raised : public Error {
 public:
  explicit Raised(Ref<Exception> raised)
      : Error(raised->type->name, raised->str()), exception(std::move(raised)) {}
  const Ref<Exception> exception;
};

/// Python's exception class of that name; null if there is none. Of asyncio's too: by their last
/// name, "QueueFull".
[[nodiscard]] Ref<Class> exception_class(const std::string& name);

/// `raise value`: a class or an exception. Raises TypeError for anything else.
[[noreturn]] void raise(const Value& value);
/// What the runtime stores of it: what `raise value` throws.
[[nodiscard]] std::exception_ptr exception_ptr_of(const Value& value);
/// What `except … as error` binds.
[[nodiscard]] Value caught(const std::exception_ptr& raised);
/// Goes on raising what has come out of a call with these names, which it keeps from now on.
[[noreturn]] void raise_out_of(const Ref<Environment>& names, const std::exception_ptr& raised);
/// Whether `except type` takes it, type a class or a tuple of them. Raises TypeError for anything
/// else.
[[nodiscard]] bool matches(const std::exception_ptr& raised, const Value& type);
[[nodiscard]] bool is_instance(const Value& value, const Value& type);

}  // namespace interleave::programs
