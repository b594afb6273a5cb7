#pragma once

#include <cstdint>
#include <utility>

#include "runtime/errors.h"
#include "runtime/scope.h"

namespace interleave {

/// The end of an `async with`: gives back what was acquired when the block is left, by whatever
/// way, on the line of the `async with`.
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
        scope_.at_line(line_);
        held_.release();
      }
    } catch (const RunEnded&) {
      // The run has just reached its limit; the loop notices after this step.
    }
  }

 private:
  Scope scope_;
  std::uint16_t line_;
  Held held_;
};

}  // namespace interleave
