#include "tests/programs/statements.h"

#include <sstream>

#include "runtime/errors.h"
#include "tests/programs/assignment.h"
#include "tests/programs/at_once.h"
#include "tests/programs/builtins.h"
#include "tests/programs/classes.h"
#include "tests/programs/collections.h"
#include "tests/programs/compound_statements.h"
#include "tests/programs/exceptions.h"
#include "tests/programs/expressions.h"
#include "tests/programs/modules.h"
#include "tests/programs/operators.h"

namespace interleave::programs {

namespace {

void stand_at(Activation& here, const Node& node) {
  here.scope.at_line(static_cast<std::uint16_t>(node.line));
}

// The one expression of a simple statement that may suspend.
const Node* main_expression(const Node& node) {
  switch (node.kind) {
    case NodeKind::expression:
    case NodeKind::return_:
    case NodeKind::raise:
    case NodeKind::assert_:
      return &node.child(0);
    case NodeKind::assign:
    case NodeKind::augment:
      return &node.children.back();
    default:
      return nullptr;
  }
}

void raise_statement(Activation& here, const Node& node, const Value& value) {
  if (node.child(0)) {
    raise(value);
  }
  if (!here.handling) {
    throw Error("RuntimeError", "No active exception to reraise");
  }
  std::rethrow_exception(here.handling);
}

void assert_statement(Activation& here, const Node& node, const Value& value) {
  if (!truth(value)) {
    throw Error("AssertionError", node.child(1) ? str(evaluate(here, node.child(1))) : "");
  }
}

void define_class(Activation& here, const Node& node) {
  Ref<Class> base;
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    auto* found = evaluate(here, node.child(i)).as<Class>();
    if (found == nullptr || base) {
      here.machine.give_up(node, here.scope, "such a class is beyond the interpreter");
    }
    base = Ref<Class>(found);
  }
  Activation body{here.machine, here.scope,
                  make_counted<Environment>(here.machine.environments, here.names)};
  (void)at_once(execute(body, node.child(0)));
  auto made = make_counted<Class>(node.text, base);
  for (const auto& [name, value] : body.names->values()) {
    made->attributes[name] = value;
  }
  here.names->set(node.text, made);
}

template <class Declare>
void for_each_name(const std::string& names, Declare declare) {
  std::istringstream all(names);
  std::string name;
  while (std::getline(all, name, ',')) {
    declare(name.substr(name.find_first_not_of(' ')));
  }
}

// A simple statement whose expression has its value; `before`: what an augmented target was.
Flow finish(Activation& here, const Node& node, const Value& before, const Value& value) {
  switch (node.kind) {
    case NodeKind::expression:
    case NodeKind::pass:
      return Flow::on;
    case NodeKind::import:
      import(here, node);
      return Flow::on;
    case NodeKind::def:
    case NodeKind::async_def:
      // `work` is the recorder's own, whatever the program has there.
      here.names->set(node.text, here.is_module && node.text == "work" ? work_function()
                                                                       : function_of(here, node));
      return Flow::on;
    case NodeKind::class_def:
      define_class(here, node);
      return Flow::on;
    case NodeKind::assign:
      for (std::size_t i = 0; i + 1 < node.children.size(); ++i) {
        assign(here, node.child(i), value);
      }
      return Flow::on;
    case NodeKind::augment:
      assign(here, node.child(0), augmented(node.text, before, value));
      return Flow::on;
    case NodeKind::return_:
      here.returned = value;
      return Flow::returned;
    case NodeKind::raise:
      raise_statement(here, node, value);
      return Flow::on;
    case NodeKind::break_:
      return Flow::broken;
    case NodeKind::continue_:
      return Flow::continued;
    case NodeKind::del:
      for (const Node& target : node.children) {
        unassign(here, target);
      }
      return Flow::on;
    case NodeKind::assert_:
      assert_statement(here, node, value);
      return Flow::on;
    case NodeKind::global:
      for_each_name(node.text, [&](const std::string& name) { here.names->declare_global(name); });
      return Flow::on;
    case NodeKind::nonlocal:
      for_each_name(node.text,
                    [&](const std::string& name) { here.names->declare_nonlocal(name); });
      return Flow::on;
    default:
      here.machine.give_up(node, here.scope, "this statement is beyond the interpreter");
  }
}

Coro<Flow> execute_simple(Activation& here, const Node& node) {
  const Value before = node.kind == NodeKind::augment ? evaluate(here, node.child(0)) : Value();
  Value value;
  if (const Node* expression = main_expression(node)) {
    Coro<Value> evaluating = evaluate_suspending(here, *expression);
    value = co_await evaluating;
  }
  co_return finish(here, node, before, value);
}

Coro<Flow> execute_one(Activation& here, const Node& node) {
  switch (node.kind) {
    case NodeKind::if_:
      return execute_if(here, node);
    case NodeKind::while_:
      return execute_while(here, node);
    case NodeKind::for_:
    case NodeKind::async_for:
      return execute_for(here, node);
    case NodeKind::with:
    case NodeKind::async_with:
      return execute_with(here, node);
    case NodeKind::try_:
      return execute_try(here, node);
    default:
      return execute_simple(here, node);
  }
}

}  // namespace

Coro<Flow> execute(Activation& here, const Node& block) {
  for (const Node& node : block.children) {
    here.machine.count(node, here.scope);
    if (node.kind != NodeKind::try_ && node.kind != NodeKind::global &&
        node.kind != NodeKind::nonlocal) {
      stand_at(here, node);
    }
    Coro<Flow> one = execute_one(here, node);
    const Flow flow = co_await one;
    if (flow != Flow::on) {
      co_return flow;
    }
  }
  co_return Flow::on;
}

}  // namespace interleave::programs
