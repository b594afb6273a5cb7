#include "tests/programs/machine.h"

#include <algorithm>

#include "runtime/errors.h"
#include "runtime/loop.h"

namespace interleave::programs {

namespace {

std::string name_of(const Node& target) {
  switch (target.kind) {
    case NodeKind::name:
    case NodeKind::attribute:
      return target.text;
    case NodeKind::subscript:
      return name_of(target.child(0));
    default:
      return {};
  }
}

}  // namespace

Machine::Machine(std::string name, const Node& module, std::int64_t statements)
    : name_(std::move(name)), statements_left_(statements) {
  find_assigned(module);
}

void Machine::count(const Node& node, const Scope& scope) {
  if (--statements_left_ < 0) {
    give_up(node, scope, "the limit of interpreted statements was reached");
  }
}

void Machine::give_up(const Node& node, const Scope& scope, const std::string& text) {
  if (failure_.empty()) {
    failure_ = name_ + ":" + std::to_string(node.line) + ": " + text;
  }
  scope.loop().recorder().close();
  throw RunEnded{};
}

std::string Machine::assigned_name(const Node& call) const {
  const auto found = assigned_.find(&call);
  return found == assigned_.end() ? "" : found->second;
}

void Machine::find_assigned(const Node& node) {
  if (node.kind == NodeKind::assign) {
    for (std::size_t i = 0; i + 1 < node.children.size(); ++i) {
      name_calls(node.child(i), node.children.back());
    }
  } else if (node.kind == NodeKind::walrus) {
    Node target;
    target.kind = NodeKind::name;
    target.text = node.text;
    name_calls(target, node.child(0));
  }
  for (const Node& child : node.children) {
    find_assigned(child);
  }
}

// As the recorder does: the value must be the call itself, or a collection or comprehension of such
// calls.
void Machine::name_calls(const Node& target, const Node& value) {
  const bool in_a_row =
      value.kind == NodeKind::list || value.kind == NodeKind::tuple || value.kind == NodeKind::set;
  if (target.kind == NodeKind::tuple && value.kind == NodeKind::tuple) {
    for (std::size_t i = 0; i < std::min(target.children.size(), value.children.size()); ++i) {
      name_calls(target.child(i), value.child(i));
    }
  } else if (value.kind == NodeKind::call) {
    if (const std::string name = name_of(target); !name.empty()) {
      assigned_.emplace(&value, name);
    }
  } else if (in_a_row) {
    for (const Node& part : value.children) {
      name_calls(target, part);
    }
  } else if (value.kind == NodeKind::list_comp || value.kind == NodeKind::set_comp ||
             value.kind == NodeKind::generator) {
    name_calls(target, value.child(0));
  } else if (value.kind == NodeKind::dict) {
    for (std::size_t i = 1; i < value.children.size(); i += 2) {
      name_calls(target, value.child(i));
    }
  } else if (value.kind == NodeKind::dict_comp) {
    name_calls(target, value.child(1));
  }
}

}  // namespace interleave::programs
