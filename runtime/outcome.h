#pragma once

#include <exception>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include "runtime/any_future.h"
#include "runtime/errors.h"
#include "runtime/repr.h"

namespace interleave {

/// What came of an awaitable: its result, or what it raised (gather's return_exceptions).
template <class T>
struct Outcome {
  using Value = std::conditional_t<std::is_void_v<T>, std::monostate, T>;
  std::optional<Value> value;
  std::exception_ptr error;
};

/// Python's repr of it: the value's or the exception's.
template <class T>
[[nodiscard]] std::string repr(const Outcome<T>& outcome) {
  if (outcome.error) {
    return repr(outcome.error);
  }
  if constexpr (std::is_void_v<T>) {
    return "None";
  } else {
    return repr(*outcome.value);
  }
}

/// Of a future that is done.
template <class T>
[[nodiscard]] Outcome<T> outcome_of(const AnyFuture<T>& future) {
  Outcome<T> outcome;
  if (future.cancelled()) {
    // gather makes it anew, with an empty message where there is none.
    outcome.error = std::make_exception_ptr(CancelledError(future.state()->cancel_message()));
  } else if ((outcome.error = future.exception())) {
    return outcome;
  } else if constexpr (std::is_void_v<T>) {
    outcome.value.emplace();
  } else {
    outcome.value.emplace(future.result());
  }
  return outcome;
}

}  // namespace interleave
