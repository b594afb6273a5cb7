#include "tests/programs/async_generators.h"

#include "runtime/errors.h"
#include "tests/programs/awaitables.h"

namespace interleave::programs {

namespace {

// One of the listing's own: its first parameter is a Scope.
AsyncGenerator<Value> run_generator(Scope scope, Ref<Function> function, Ref<Environment> names) {
  Yielding yielding;
  Activation here{function->machine, scope, std::move(names)};
  here.yielding = &yielding;
  Coro<Flow> body = execute(here, function->body());
  while (true) {
    Yielding::Body going(yielding, body);
    const bool has_yielded = co_await going;
    if (!has_yielded) {
      break;
    }
    Value value = yielding.take();
    try {
      co_yield value;
    } catch (const RunEnded&) {
      throw;
    } catch (...) {
      yielding.throw_in(std::current_exception());
    }
  }
}

Coro<Value> asking(Loop*, Scope scope, Ref<GeneratorObject> from) {
  AnextAwait<Value> next = anext(scope, from->generator);
  std::optional<Value> item = co_await next;
  if (!item) {
    throw Error("StopAsyncIteration", "");
  }
  co_return *item;
}

Coro<Value> closing(Loop*, Scope scope, Ref<GeneratorObject> which) {
  AcloseAwait closed = aclose(scope, which->generator);
  co_await closed;
  co_return Value();
}

}  // namespace

std::optional<Value> GeneratorObject::attribute(const std::string& name) {
  static const Methods<GeneratorObject> kMethods = {
      {"__aiter__", [](GeneratorObject& self, Activation&,
                       Arguments&) { return Value(Ref<GeneratorObject>(&self)); }},
      {"__anext__",
       [](GeneratorObject& self, Activation& caller, Arguments&) {
         return Value(make_counted<CoroutineObject>(
             asking(&caller.scope.loop(), caller.scope, Ref<GeneratorObject>(&self))));
       }},
      {"aclose",
       [](GeneratorObject& self, Activation& caller, Arguments&) {
         return Value(make_counted<CoroutineObject>(
             closing(&caller.scope.loop(), caller.scope, Ref<GeneratorObject>(&self))));
       }},
  };
  return bound_method(*this, kMethods, name);
}

Value make_async_generator(const Scope& scope, Function& function, Ref<Environment> names) {
  return make_counted<GeneratorObject>(
      run_generator(scope, Ref<Function>(&function), std::move(names)));
}

Coro<bool> next_item(GeneratorObject& from, const Scope& scope, Value& item) {
  AnextAwait<Value> next = anext(scope, from.generator);
  std::optional<Value> found = co_await next;
  const bool more = found.has_value();
  if (more) {
    item = std::move(*found);
  }
  co_return more;
}

}  // namespace interleave::programs
