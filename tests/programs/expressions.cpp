#include "tests/programs/expressions.h"

#include <algorithm>

#include "runtime/errors.h"
#include "tests/programs/async_generators.h"
#include "tests/programs/at_once.h"
#include "tests/programs/awaitables.h"
#include "tests/programs/builtins.h"
#include "tests/programs/call.h"
#include "tests/programs/collections.h"
#include "tests/programs/comprehension.h"
#include "tests/programs/function.h"
#include "tests/programs/operators.h"

namespace interleave::programs {

namespace {

void stand_at(Activation& here, const Node& node) {
  here.scope.at_line(static_cast<std::uint16_t>(node.line));
}

Value named(Activation& here, const Node& node) {
  if (const Value* found = here.names->find(node.text)) {
    return *found;
  }
  if (auto known = builtin(node.text)) {
    return *known;
  }
  throw Error("NameError", "name '" + node.text + "' is not defined");
}

Value constant(Activation& here, const Node& node) {
  switch (node.kind) {
    case NodeKind::nothing:
    case NodeKind::none:
      return {};
    case NodeKind::boolean:
      return Value::boolean(node.integer != 0);
    case NodeKind::integer:
      return Value::integer(node.integer);
    case NodeKind::real:
      return Value::real(node.real);
    case NodeKind::string:
      return Value::text(node.text);
    case NodeKind::name:
      return named(here, node);
    case NodeKind::lambda:
      return function_of(here, node);
    default:
      here.machine.give_up(node, here.scope, "this expression is beyond the interpreter");
  }
}

bool is_leaf(const Node& node) { return node.children.empty() || node.kind == NodeKind::lambda; }

bool is_comprehension(const Node& node) {
  return node.kind == NodeKind::list_comp || node.kind == NodeKind::set_comp ||
         node.kind == NodeKind::generator || node.kind == NodeKind::dict_comp;
}

// Collections have no children when they are empty.
bool is_collection(const Node& node) {
  return node.kind == NodeKind::list || node.kind == NodeKind::tuple ||
         node.kind == NodeKind::set || node.kind == NodeKind::dict ||
         node.kind == NodeKind::fstring;
}

Values with_starred(const Node& node, const Values& operands) {
  Values items;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    if (node.child(i).kind == NodeKind::starred) {
      const Values more = items_of(operands[i]);
      items.insert(items.end(), more.begin(), more.end());
    } else {
      items.push_back(operands[i]);
    }
  }
  return items;
}

Value call_node(Activation& here, const Node& node, const Values& operands) {
  Arguments arguments;
  for (std::size_t i = 1; i < operands.size(); ++i) {
    const Node& argument = node.child(i);
    if (argument.kind == NodeKind::keyword && !argument.text.empty()) {
      arguments.named.emplace_back(argument.text, operands[i]);
    } else if (argument.kind == NodeKind::keyword) {
      for (const Value& key : items_of(operands[i])) {
        arguments.named.emplace_back(str(key), item_at(operands[i], key));
      }
    } else if (argument.kind == NodeKind::starred) {
      const Values more = items_of(operands[i]);
      arguments.positional.insert(arguments.positional.end(), more.begin(), more.end());
    } else {
      arguments.positional.push_back(operands[i]);
    }
  }
  stand_at(here, node);
  here.assigned = here.machine.assigned_name(node);
  return call(here, operands[0], std::move(arguments));
}

Value dict_of(const Values& operands) {
  auto dict = make_counted<Dict>();
  for (std::size_t i = 0; i + 1 < operands.size(); i += 2) {
    dict->set(operands[i], operands[i + 1]);
  }
  return dict;
}

Value fstring_of(const Node& node, const Values& operands) {
  std::string out;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    const Node& part = node.child(i);
    out += part.kind == NodeKind::formatted ? formatted(operands[i], part.text) : part.text;
  }
  return Value::text(out);
}

Value comparisons(const Node& node, const Values& operands) {
  for (std::size_t i = 1; i < operands.size(); ++i) {
    if (!compare(node.child(i).text, operands[i - 1], operands[i])) {
      return Value::boolean(false);
    }
  }
  return Value::boolean(true);
}

// The value of a node whose children have been evaluated.
Value combined(Activation& here, const Node& node, const Values& operands) {
  switch (node.kind) {
    case NodeKind::attribute:
      return attribute_of(operands[0], node.text);
    case NodeKind::subscript:
      return item_at(operands[0], operands[1]);
    case NodeKind::slice:
      return make_counted<Slice>(operands[0], operands[1], operands[2]);
    case NodeKind::call:
      return call_node(here, node, operands);
    case NodeKind::keyword:
    case NodeKind::starred:
    case NodeKind::comparison:
    case NodeKind::formatted:
      return operands[0];
    case NodeKind::unary:
      return unary(node.text, operands[0]);
    case NodeKind::binary:
      return binary(node.text, operands[0], operands[1]);
    case NodeKind::compare:
      return comparisons(node, operands);
    case NodeKind::walrus:
      here.names->set(node.text, operands[0]);
      return operands[0];
    case NodeKind::list:
      return list(with_starred(node, operands));
    case NodeKind::tuple:
      return tuple(with_starred(node, operands));
    case NodeKind::set:
      return make_counted<Set>(with_starred(node, operands));
    case NodeKind::dict:
      return dict_of(operands);
    case NodeKind::fstring:
      return fstring_of(node, operands);
    default:
      here.machine.give_up(node, here.scope, "this expression is beyond the interpreter");
  }
}

// Whether `and`, `or` has its value with this operand.
bool decides(const Node& logical, const Value& value) {
  return truth(value) == (logical.text == "or");
}

}  // namespace

bool suspends(const Activation& here, const Node& node) {
  if (node.kind == NodeKind::await || node.kind == NodeKind::yield) {
    return true;
  }
  if (node.kind == NodeKind::lambda) {
    return false;
  }
  if ((here.is_module && node.kind == NodeKind::call) ||
      (node.kind == NodeKind::clause && node.integer != 0)) {
    return true;
  }
  return std::any_of(node.children.begin(), node.children.end(),
                     [&here](const Node& child) { return suspends(here, child); });
}

Value evaluate(Activation& here, const Node& node) {
  if (is_leaf(node) && !is_collection(node)) {
    return constant(here, node);
  }
  if (is_comprehension(node)) {
    return at_once(comprehension(here, node));
  }
  if (node.kind == NodeKind::conditional) {
    return evaluate(here, node.child(truth(evaluate(here, node.child(0))) ? 1 : 2));
  }
  if (node.kind == NodeKind::call) {
    stand_at(here, node);
  }
  Values operands;
  for (const Node& child : node.children) {
    operands.push_back(evaluate(here, child));
    if (node.kind == NodeKind::logical && decides(node, operands.back())) {
      break;
    }
  }
  return node.kind == NodeKind::logical ? operands.back() : combined(here, node, operands);
}

namespace {

Coro<Value> evaluate_children(Activation& here, const Node& node) {
  Values operands;
  for (const Node& child : node.children) {
    Coro<Value> part = evaluate_suspending(here, child);
    Value value = co_await part;
    operands.push_back(std::move(value));
    if (node.kind == NodeKind::logical && decides(node, operands.back())) {
      break;
    }
  }
  if (node.kind == NodeKind::logical) {
    co_return operands.back();
  }
  Value value = combined(here, node, operands);
  if (here.is_module && value.as<LoopRun>() != nullptr) {
    Coro<Value> running = value.as<LoopRun>()->run();
    value = co_await running;
  }
  co_return value;
}

Coro<Value> evaluate_conditional(Activation& here, const Node& node) {
  Coro<Value> test = evaluate_suspending(here, node.child(0));
  const Value chosen = co_await test;
  Coro<Value> branch = evaluate_suspending(here, node.child(truth(chosen) ? 1 : 2));
  Value value = co_await branch;
  co_return value;
}

Coro<Value> evaluate_await(Activation& here, const Node& node) {
  Coro<Value> operand = evaluate_suspending(here, node.child(0));
  const Value awaited = co_await operand;
  stand_at(here, node);
  Coro<Value> waiting = await_value(awaited);
  Value value = co_await waiting;
  stand_at(here, node);
  co_return value;
}

Coro<Value> evaluate_yield(Activation& here, const Node& node) {
  Coro<Value> operand = evaluate_suspending(here, node.child(0));
  Value value = co_await operand;
  stand_at(here, node);
  if (here.yielding == nullptr) {
    here.machine.give_up(node, here.scope, "such a yield is beyond the interpreter");
  }
  Yield yielding(*here.yielding, std::move(value));
  co_await yielding;
  stand_at(here, node);
  co_return Value();
}

}  // namespace

Coro<Value> evaluate_suspending(Activation& here, const Node& node) {
  if (!suspends(here, node)) {
    co_return evaluate(here, node);
  }
  if (node.kind == NodeKind::call) {
    stand_at(here, node);
  }
  Coro<Value> value = node.kind == NodeKind::await         ? evaluate_await(here, node)
                      : node.kind == NodeKind::conditional ? evaluate_conditional(here, node)
                      : is_comprehension(node)             ? comprehension(here, node)
                      : node.kind == NodeKind::yield       ? evaluate_yield(here, node)
                                                           : evaluate_children(here, node);
  Value result = co_await value;
  co_return result;
}

Value function_of(Activation& here, const Node& definition) {
  Values defaults;
  for (const Node& parameter : definition.child(0).children) {
    defaults.push_back(parameter.children.empty() ? Value() : evaluate(here, parameter.child(0)));
  }
  return make_counted<Function>(here.machine, definition, here.names, std::move(defaults));
}

}  // namespace interleave::programs
