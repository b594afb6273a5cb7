#pragma once

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "runtime/future.h"
#include "runtime/handle.h"
#include "runtime/scope.h"
#include "tests/programs/environment.h"
#include "tests/programs/node.h"
#include "tests/programs/value.h"

namespace interleave {
class JobScope;
}

namespace interleave::programs {

class Yielding;

/// What Future.add_done_callback was given, as long as it may be taken back.
struct DoneCallback {
  Ref<FutureBase> future;
  Ref<Callback> queued;
  Value callback;
};

/// What all the code of one run shares.
class Machine {
 public:
  /// `statements`: so many may run, then the run is given up.
  Machine(std::string name, const Node& module, std::int64_t statements);

  /// One more statement (or step of a loop); gives the run up when there have been too many.
  void count(const Node& node, const Scope& scope);
  /// The run ends here, since the interpreter can't go on: the text, with the program's name and
  /// the line, is failure().
  [[noreturn]] void give_up(const Node& node, const Scope& scope, const std::string& text);
  [[nodiscard]] const std::string& failure() const { return failure_; }

  /// What the call is assigned to, by which the resource that it makes is known; empty if nothing.
  [[nodiscard]] std::string assigned_name(const Node& call) const;

  Environments environments;
  std::vector<DoneCallback> done_callbacks;
  /// What a job's function says it does, while one is called.
  JobScope* job = nullptr;
  /// How deep plain functions have called each other.
  int depth = 0;

 private:
  void find_assigned(const Node& node);
  void name_calls(const Node& target, const Node& value);

  std::string name_;
  std::int64_t statements_left_;
  std::string failure_;
  std::unordered_map<const Node*, std::string> assigned_;
};

/// One function's body (or the module's) being run.
struct Activation {
  Machine& machine;
  Scope scope;
  Ref<Environment> names;
  bool is_module = false;
  /// What `return` gave.
  Value returned{};
  /// What the innermost `except` has caught.
  std::exception_ptr handling{};
  /// The name for what the call under way makes; empty if it is assigned to nothing.
  std::string assigned{};
  /// Of an async generator.
  Yielding* yielding = nullptr;
};

}  // namespace interleave::programs
