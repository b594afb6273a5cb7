#pragma once

#include <cstdint>
#include <exception>
#include <utility>

#include "runtime/errors.h"
#include "runtime/scope.h"

namespace interleave {

/// The end of an `async with`: gives back what was acquired when the block is left, by whatever
/// way, on the line of the `async with`. An exception goes on from the line on which it was raised.
///
///     co_await lock.acquire();
///     const Holding held(s, lock);
template <class Held>
class Holding {
 public:
  Holding(const Scope& scope, Held held)
      : scope_(scope), line_(scope.line()), held_(std::move(held)) {}
  Holding(const Holding&) = delete;
  Holding& operator=(const Holding&) = delete;
  ~Holding() {
    try {
      if (scope_.recording()) {
        const std::uint16_t left_at = scope_.line();
        scope_.at_line(line_);
        held_.release();
        if (std::uncaught_exceptions() > exceptions_before_) {
          scope_.at_line(left_at);
        }
      }
    } catch (const RunEnded&) {
      // The run has just reached its limit; the loop notices after this step.
    }
  }

 private:
  Scope scope_;
  std::uint16_t line_;
  Held held_;
  int exceptions_before_ = std::uncaught_exceptions();
};

}  // namespace interleave
