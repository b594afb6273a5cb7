#include "tests/programs/comprehension.h"

#include "tests/programs/assignment.h"
#include "tests/programs/collections.h"
#include "tests/programs/expressions.h"
#include "tests/programs/iteration.h"

namespace interleave::programs {

namespace {

bool is_dict(const Node& node) { return node.kind == NodeKind::dict_comp; }

Coro<bool> passes(Activation& here, const Node& clause) {
  for (std::size_t i = 2; i < clause.children.size(); ++i) {
    Coro<Value> test = evaluate_suspending(here, clause.child(i));
    const Value value = co_await test;
    if (!truth(value)) {
      co_return false;
    }
  }
  co_return true;
}

Coro<> add_element(Activation& here, const Node& node, Values& found) {
  for (std::size_t i = 0; i < (is_dict(node) ? 2U : 1U); ++i) {
    Coro<Value> element = evaluate_suspending(here, node.child(i));
    Value value = co_await element;
    found.push_back(std::move(value));
  }
}

// The clauses from that one on.
Coro<> go_through(Activation& here, const Node& node, std::size_t at, Values& found) {
  if (at == node.children.size()) {
    Coro<> adding = add_element(here, node, found);
    co_await adding;
    co_return;
  }
  const Node& clause = node.child(at);
  Coro<Value> iterable = evaluate_suspending(here, clause.child(1));
  const Value over = co_await iterable;
  Iteration iteration(here, over, clause.integer != 0);
  while (true) {
    here.machine.count(clause, here.scope);
    Coro<bool> moving = iteration.next();
    const bool more = co_await moving;
    if (!more) {
      co_return;
    }
    assign(here, clause.child(0), iteration.item());
    Coro<bool> testing = passes(here, clause);
    const bool passed = co_await testing;
    if (passed) {
      Coro<> inner = go_through(here, node, at + 1, found);
      co_await inner;
    }
  }
}

Value collected(const Node& node, Values found) {
  if (node.kind == NodeKind::set_comp) {
    return make_counted<Set>(found);
  }
  if (!is_dict(node)) {
    return list(std::move(found));
  }
  auto dict = make_counted<Dict>();
  for (std::size_t i = 0; i + 1 < found.size(); i += 2) {
    dict->set(found[i], found[i + 1]);
  }
  return dict;
}

}  // namespace

Coro<Value> comprehension(Activation& here, const Node& node) {
  Activation inner{here.machine, here.scope,
                   make_counted<Environment>(here.machine.environments, here.names),
                   here.is_module};
  Values found;
  Coro<> going = go_through(inner, node, is_dict(node) ? 2 : 1, found);
  co_await going;
  co_return collected(node, std::move(found));
}

}  // namespace interleave::programs
