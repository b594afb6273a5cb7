#include "tests/programs/compound_statements.h"

#include "runtime/errors.h"
#include "tests/programs/assignment.h"
#include "tests/programs/contexts.h"
#include "tests/programs/exceptions.h"
#include "tests/programs/expressions.h"
#include "tests/programs/iteration.h"

namespace interleave::programs {

namespace {

void stand_at(Activation& here, const Node& node) {
  here.scope.at_line(static_cast<std::uint16_t>(node.line));
}

Coro<Flow> execute_optional(Activation& here, const Node& block) {
  if (!block) {
    co_return Flow::on;
  }
  Coro<Flow> running = execute(here, block);
  const Flow flow = co_await running;
  co_return flow;
}

/// How a piece of a program was left: by which way, or by what exception.
struct Ended {
  Flow flow = Flow::on;
  std::exception_ptr raised;
};

Coro<Ended> attempt(Activation& here, const Node& block) {
  Ended ended;
  try {
    Coro<Flow> running = execute(here, block);
    ended.flow = co_await running;
  } catch (const RunEnded&) {
    throw;
  } catch (...) {
    ended.raised = std::current_exception();
  }
  co_return ended;
}

const Node* matching_handler(Activation& here, const Node& node, const std::exception_ptr& raised) {
  for (std::size_t i = 3; i < node.children.size(); ++i) {
    const Node& handler = node.child(i);
    stand_at(here, handler);
    if (!handler.child(0) || matches(raised, evaluate(here, handler.child(0)))) {
      return &handler;
    }
  }
  return nullptr;
}

Coro<Ended> handle(Activation& here, const Node& handler, const std::exception_ptr& raised) {
  if (!handler.text.empty()) {
    here.names->set(handler.text, caught(raised));
  }
  const std::exception_ptr outer = std::exchange(here.handling, raised);
  Coro<Ended> handling = attempt(here, handler.child(1));
  const Ended ended = co_await handling;
  here.handling = outer;
  if (!handler.text.empty()) {
    here.names->erase(handler.text);
  }
  co_return ended;
}

// A try without its finally.
Coro<Ended> attempt_handled(Activation& here, const Node& node) {
  Coro<Ended> attempting = attempt(here, node.child(0));
  Ended ended = co_await attempting;
  if (ended.raised) {
    const Node* handler = nullptr;
    try {
      handler = matching_handler(here, node, ended.raised);
    } catch (const Error&) {
      ended.raised = std::current_exception();
    }
    if (handler != nullptr) {
      const std::exception_ptr raised = ended.raised;
      Coro<Ended> handling = handle(here, *handler, raised);
      ended = co_await handling;
    }
  } else if (ended.flow == Flow::on && node.child(1)) {
    Coro<Ended> otherwise = attempt(here, node.child(1));
    ended = co_await otherwise;
  }
  co_return ended;
}

// The line on which CPython's compiler stands when it has written a block, whatever of it runs;
// 0: none, and what comes then (a finally's raising again) has that of what ran last.
int line_behind(const Node& block) {
  const Node& last = block.children.back();
  switch (last.kind) {
    case NodeKind::if_:
      return line_behind(last.child(last.child(2) ? 2 : 1));
    case NodeKind::while_:
      return last.child(2) ? line_behind(last.child(2)) : last.line;
    case NodeKind::async_for:
      return last.child(3) ? line_behind(last.child(3)) : last.line;
    case NodeKind::for_:
      return last.child(3) ? line_behind(last.child(3)) : 0;
    case NodeKind::try_:
      return last.child(2) ? line_behind(last.child(2)) : 0;
    case NodeKind::expression:
    case NodeKind::with:
    case NodeKind::async_with:
    case NodeKind::def:
    case NodeKind::async_def:
    case NodeKind::class_def:
      return 0;
    default:
      return last.line;
  }
}

}  // namespace

Coro<Flow> execute_if(Activation& here, const Node& node) {
  Coro<Value> testing = evaluate_suspending(here, node.child(0));
  const Value test = co_await testing;
  Coro<Flow> branch = execute_optional(here, node.child(truth(test) ? 1 : 2));
  const Flow flow = co_await branch;
  co_return flow;
}

Coro<Flow> execute_while(Activation& here, const Node& node) {
  while (true) {
    here.machine.count(node, here.scope);
    stand_at(here, node);
    Coro<Value> testing = evaluate_suspending(here, node.child(0));
    const Value test = co_await testing;
    if (!truth(test)) {
      break;
    }
    Coro<Flow> body = execute(here, node.child(1));
    const Flow flow = co_await body;
    if (flow == Flow::returned) {
      co_return flow;
    }
    if (flow == Flow::broken) {
      co_return Flow::on;
    }
  }
  Coro<Flow> otherwise = execute_optional(here, node.child(2));
  const Flow flow = co_await otherwise;
  co_return flow;
}

Coro<Flow> execute_for(Activation& here, const Node& node) {
  Coro<Value> evaluating = evaluate_suspending(here, node.child(1));
  const Value over = co_await evaluating;
  Iteration iteration(here, over, node.kind == NodeKind::async_for);
  while (true) {
    here.machine.count(node, here.scope);
    stand_at(here, node);
    Coro<bool> moving = iteration.next();
    const bool more = co_await moving;
    if (!more) {
      break;
    }
    assign(here, node.child(0), iteration.item());
    Coro<Flow> body = execute(here, node.child(2));
    const Flow flow = co_await body;
    if (flow == Flow::returned) {
      co_return flow;
    }
    if (flow == Flow::broken) {
      co_return Flow::on;
    }
  }
  Coro<Flow> otherwise = execute_optional(here, node.child(3));
  const Flow flow = co_await otherwise;
  co_return flow;
}

Coro<Flow> execute_try(Activation& here, const Node& node) {
  Coro<Ended> attempting = attempt_handled(here, node);
  Ended ended = co_await attempting;
  if (node.child(2)) {
    const Value returned = here.returned;
    const std::exception_ptr outer = here.handling;
    here.handling = ended.raised ? ended.raised : outer;
    Coro<Ended> cleaning = attempt(here, node.child(2));
    const Ended cleaned = co_await cleaning;
    here.handling = outer;
    if (cleaned.raised || cleaned.flow != Flow::on) {
      ended = cleaned;
    } else {
      here.returned = returned;
      if (const int line = line_behind(node.child(2)); ended.raised && line != 0) {
        here.scope.at_line(static_cast<std::uint16_t>(line));
      }
    }
  }
  if (ended.raised) {
    std::rethrow_exception(ended.raised);
  }
  co_return ended.flow;
}

namespace {

// The items of a `with` from that one on, with the block within.
Coro<Flow> execute_items(Activation& here, const Node& node, std::size_t at) {
  if (at == node.children.size()) {
    Coro<Flow> body = execute(here, node.child(0));
    const Flow flow = co_await body;
    co_return flow;
  }
  const Node& item = node.child(at);
  stand_at(here, item);
  Coro<Value> evaluating = evaluate_suspending(here, item.child(0));
  const Value manager = co_await evaluating;
  stand_at(here, item);
  Context context(here, manager, node.kind == NodeKind::async_with);
  Coro<Value> entering = context.enter();
  const Value entered = co_await entering;
  Ended ended;
  try {
    if (item.child(1)) {
      assign(here, item.child(1), entered);
    }
    Coro<Flow> inner = execute_items(here, node, at + 1);
    ended.flow = co_await inner;
  } catch (const RunEnded&) {
    throw;
  } catch (...) {
    ended.raised = std::current_exception();
  }
  const std::uint16_t raised_at = here.scope.line();
  stand_at(here, item);
  Coro<bool> leaving = context.leave(ended.raised);
  const bool swallowed = co_await leaving;
  if (ended.raised && !swallowed) {
    here.scope.at_line(raised_at);  // CPython takes the exception up where it was raised
    std::rethrow_exception(ended.raised);
  }
  co_return ended.flow;
}

}  // namespace

Coro<Flow> execute_with(Activation& here, const Node& node) {
  Coro<Flow> running = execute_items(here, node, 1);
  const Flow flow = co_await running;
  co_return flow;
}

}  // namespace interleave::programs
