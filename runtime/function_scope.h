#pragma once

#include <string_view>

#include "runtime/scope.h"

namespace interleave {

/// A plain function of the listing, called by a coroutine in the middle of its step: what it does
/// stands on the function's lines; when it has returned or raised, the coroutine stands on the line
/// of the call again. Programs without a loop use call() instead, which reports a task.
///
///     void greet(const Scope& caller) {
///       FunctionScope s(caller, "greet");
///       s.at("print").print("hello");
///     }
class FunctionScope : public Scope {
 public:
  /// Throws std::out_of_range if the listing has no such def.
  FunctionScope(const Scope& caller, std::string_view name)
      : Scope(caller, name), call_line_(caller.line()) {}
  FunctionScope(const FunctionScope&) = delete;
  FunctionScope& operator=(const FunctionScope&) = delete;
  ~FunctionScope() { at_line(call_line_); }

 private:
  std::uint16_t call_line_;
};

}  // namespace interleave
