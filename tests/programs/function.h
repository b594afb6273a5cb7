#pragma once

#include <string>
#include <utility>

#include "tests/programs/environment.h"
#include "tests/programs/machine.h"
#include "tests/programs/node.h"
#include "tests/programs/value.h"

namespace interleave::programs {

/// A `def`, an `async def` or a lambda, with what it can see.
class Function final : public Object {
 public:
  Function(Machine& its_machine, const Node& its_node, Ref<Environment> its_closure,
           Values its_defaults);
  [[nodiscard]] std::string type_name() const override { return "function"; }
  [[nodiscard]] std::optional<Value> attribute(const std::string& asked) override;

  [[nodiscard]] const std::string& name() const;
  [[nodiscard]] const Node& parameters() const { return node.child(0); }
  [[nodiscard]] const Node& body() const { return node.child(1); }
  [[nodiscard]] bool is_async() const { return node.kind == NodeKind::async_def; }
  /// Its names at the beginning of a call. Raises TypeError as Python does.
  [[nodiscard]] Ref<Environment> bind(const Arguments& given) const;

  Machine& machine;
  const Node& node;
  const Ref<Environment> closure;
  /// For each parameter its default; None where it has none.
  const Values defaults;
  /// It has a `yield` of its own.
  const bool yields;
};

}  // namespace interleave::programs
