#include "tests/programs/assignment.h"

#include "runtime/errors.h"
#include "tests/programs/collections.h"
#include "tests/programs/expressions.h"
#include "tests/programs/operators.h"

namespace interleave::programs {

namespace {

void unpack(Activation& here, const Node& target, const Values& items) {
  std::size_t starred = target.children.size();
  for (std::size_t i = 0; i < target.children.size(); ++i) {
    if (target.child(i).kind == NodeKind::starred) {
      starred = i;
    }
  }
  const bool has_rest = starred < target.children.size();
  const std::size_t least = target.children.size() - (has_rest ? 1 : 0);
  if (items.size() < least) {
    throw Error("ValueError", "not enough values to unpack (expected " +
                                  std::string(has_rest ? "at least " : "") + std::to_string(least) +
                                  ", got " + std::to_string(items.size()) + ")");
  }
  if (items.size() > least && !has_rest) {
    throw Error("ValueError", "too many values to unpack (expected " + std::to_string(least) + ")");
  }
  const std::size_t rest = items.size() - least;
  for (std::size_t i = 0; i < target.children.size(); ++i) {
    if (i == starred) {
      const auto from = items.begin() + static_cast<std::ptrdiff_t>(i);
      assign(here, target.child(i).child(0),
             list(Values(from, from + static_cast<std::ptrdiff_t>(rest))));
    } else {
      assign(here, target.child(i), items[i < starred ? i : i + rest - 1]);
    }
  }
}

}  // namespace

void assign(Activation& here, const Node& target, const Value& value) {
  switch (target.kind) {
    case NodeKind::name:
      here.names->set(target.text, value);
      return;
    case NodeKind::tuple:
    case NodeKind::list:
      unpack(here, target, items_of(value));
      return;
    case NodeKind::subscript:
      set_item(evaluate(here, target.child(0)), evaluate(here, target.child(1)), value);
      return;
    case NodeKind::attribute: {
      const Value object = evaluate(here, target.child(0));
      if (object.object() == nullptr || !object.object()->set_attribute(target.text, value)) {
        throw Error("AttributeError",
                    "'" + type_name(object) + "' object has no attribute '" + target.text + "'");
      }
      return;
    }
    default:
      here.machine.give_up(target, here.scope, "such a target is beyond the interpreter");
  }
}

void unassign(Activation& here, const Node& target) {
  if (target.kind == NodeKind::name) {
    if (!here.names->erase(target.text)) {
      throw Error("NameError", "name '" + target.text + "' is not defined");
    }
  } else if (target.kind == NodeKind::subscript) {
    delete_item(evaluate(here, target.child(0)), evaluate(here, target.child(1)));
  } else {
    here.machine.give_up(target, here.scope, "such a del is beyond the interpreter");
  }
}

}  // namespace interleave::programs
