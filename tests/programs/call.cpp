#include "tests/programs/call.h"

#include <algorithm>

#include "runtime/errors.h"
#include "runtime/plain_call.h"
#include "tests/programs/async_generators.h"
#include "tests/programs/at_once.h"
#include "tests/programs/awaitables.h"
#include "tests/programs/classes.h"
#include "tests/programs/collections.h"
#include "tests/programs/exceptions.h"
#include "tests/programs/expressions.h"
#include "tests/programs/function.h"
#include "tests/programs/statements.h"

namespace interleave::programs {

namespace {

constexpr int kDeepest = 200;

/// A plain function at work: what it does stands on its lines.
class PlainCallee {
 public:
  PlainCallee(Activation& caller, const Function& function)
      : machine_(&caller.machine), scope(caller.scope), call_(scope) {
    if (++machine_->depth > kDeepest) {
      machine_->give_up(function.node, scope, "functions call each other too deep");
    }
    scope.at_line(static_cast<std::uint16_t>(function.node.line));
  }
  PlainCallee(const PlainCallee&) = delete;
  PlainCallee& operator=(const PlainCallee&) = delete;
  ~PlainCallee() { --machine_->depth; }

 private:
  Machine* machine_;

 public:
  Scope scope;

 private:
  PlainCall call_;
};

Value call_plain(Activation& caller, const Function& function, const Arguments& arguments) {
  const Ref<Environment> names = function.bind(arguments);
  const PlainCallee callee(caller, function);
  Activation here{caller.machine, callee.scope, names};
  if (function.node.kind == NodeKind::lambda) {
    return evaluate(here, function.body());
  }
  if (function.yields) {
    caller.machine.give_up(function.node, caller.scope, "a plain generator is beyond the subset");
  }
  const Flow flow = at_once(execute(here, function.body()));
  return flow == Flow::returned ? here.returned : Value();
}

// One of the listing's own: its first parameter is a Scope.
Coro<Value> run_coroutine(Scope scope, Ref<Function> function, Ref<Environment> names) {
  Activation here{function->machine, scope, std::move(names)};
  std::exception_ptr raised;
  Flow flow = Flow::on;
  try {
    Coro<Flow> running = execute(here, function->body());
    flow = co_await running;
  } catch (const Error&) {
    raised = std::current_exception();
  }
  if (raised) {
    raise_out_of(here.names, raised);
  }
  // What a `return` gave does not count where a clean-up raised after it, and that was caught.
  co_return flow == Flow::returned ? here.returned : Value();
}

Value call_function(Activation& caller, Function& function, const Arguments& arguments) {
  if (!function.is_async()) {
    return call_plain(caller, function, arguments);
  }
  const Scope scope = caller.scope.def_at(static_cast<std::uint16_t>(function.node.line));
  if (function.yields) {
    return make_async_generator(scope, function, function.bind(arguments));
  }
  return make_counted<CoroutineObject>(
      run_coroutine(scope, Ref<Function>(&function), function.bind(arguments)));
}

Value make_object(Activation& caller, Class& type, Arguments arguments) {
  const Ref<Class> its_type(&type);
  const Value* prepare = type.find("__init__");
  if (type.is_exception()) {
    auto made = make_counted<Exception>(its_type, arguments.positional);
    if (prepare != nullptr) {
      (void)call(caller, make_counted<BoundMethod>(made, *prepare), std::move(arguments));
    }
    return made;
  }
  auto made = make_counted<Instance>(its_type);
  if (prepare != nullptr) {
    (void)call(caller, make_counted<BoundMethod>(made, *prepare), std::move(arguments));
  }
  return made;
}

}  // namespace

Value call(Activation& caller, const Value& callee, Arguments arguments) {
  const Value held = callee;
  if (const auto* native = held.as<Native>()) {
    return native->body(caller, arguments);
  }
  if (auto* function = held.as<Function>()) {
    return call_function(caller, *function, arguments);
  }
  if (const auto* method = held.as<BoundMethod>()) {
    arguments.positional.insert(arguments.positional.begin(), method->self);
    return call(caller, method->function, std::move(arguments));
  }
  if (auto* type = held.as<Class>()) {
    return make_object(caller, *type, std::move(arguments));
  }
  throw Error("TypeError", "'" + type_name(callee) + "' object is not callable");
}

Value call(Activation& caller, const Value& callee, Values arguments) {
  return call(caller, callee, Arguments{std::move(arguments)});
}

Value attribute_of(const Value& value, const std::string& name) {
  if (Object* object = value.object()) {
    if (auto found = object->attribute(name)) {
      return *found;
    }
  }
  throw Error("AttributeError",
              "'" + type_name(value) + "' object has no attribute '" + name + "'");
}

Values sorted(Activation& caller, Values items, const Arguments& given) {
  const Value key = given.get(1, "key");
  std::vector<std::pair<Value, Value>> keyed;
  for (const Value& item : items) {
    keyed.emplace_back(key.is_none() ? item : call(caller, key, Values{item}), item);
  }
  const bool backwards = truth(given.get(2, "reverse"));
  std::stable_sort(keyed.begin(), keyed.end(), [backwards](const auto& a, const auto& b) {
    return backwards ? less(b.first, a.first) : less(a.first, b.first);
  });
  for (std::size_t i = 0; i < items.size(); ++i) {
    items[i] = keyed[i].second;
  }
  return items;
}

}  // namespace interleave::programs
