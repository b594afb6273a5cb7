// Of asyncio: running, and the loop itself.

#include "runtime/call_soon.h"
#include "runtime/create_future.h"
#include "runtime/errors.h"
#include "runtime/run.h"
#include "tests/programs/call.h"
#include "tests/programs/callbacks.h"
#include "tests/programs/futures.h"
#include "tests/programs/modules.h"
#include "tests/programs/named_resource.h"

namespace interleave::programs {

namespace {

class LoopObject final : public Object, public SharedState {
 public:
  explicit LoopObject(Loop& its_loop) : loop(&its_loop) {}
  [[nodiscard]] std::string type_name() const override { return "EventLoop"; }
  [[nodiscard]] bool equals(const Object& other) const override {
    const auto* another = dynamic_cast<const LoopObject*>(&other);
    return another != nullptr && another->loop == loop;
  }
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override;
  Loop* const loop;
};

/// asyncio.Handle and TimerHandle.
class CallObject final : public Object {
 public:
  CallObject(LoopCall its_call, Value its_time)
      : call(std::move(its_call)), when(std::move(its_time)) {}
  [[nodiscard]] std::string type_name() const override {
    return when.is_none() ? "Handle" : "TimerHandle";
  }
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override;
  const LoopCall call;
  const Value when;
};

std::optional<Value> CallObject::attribute(const std::string& name) {
  static const Methods<CallObject> kMethods = {
      {"cancel",
       [](CallObject& self, Activation&, Arguments&) {
         self.call.cancel();
         return Value();
       }},
      {"cancelled", [](CallObject& self, Activation&,
                       Arguments&) { return Value::boolean(self.call.cancelled()); }},
      {"when", [](CallObject& self, Activation&, Arguments&) { return self.when; }},
  };
  return bound_method(*this, kMethods, name);
}

// The call behind the first `skipped` arguments.
LoopFunction call_in(Activation& caller, const Arguments& given, std::size_t skipped) {
  const Value callee = given.need(skipped, "callback");
  Values arguments(given.positional.begin() + static_cast<std::ptrdiff_t>(skipped + 1),
                   given.positional.end());
  return later_call(caller, callee, std::move(arguments));
}

Value soon(LoopObject&, Activation& caller, Arguments& given) {
  return make_counted<CallObject>(call_soon(caller.scope, caller.scope, call_in(caller, given, 0)),
                                  Value());
}
Value later(LoopObject&, Activation& caller, Arguments& given) {
  const Duration delay = seconds(given.need(0, "delay"));
  return make_counted<CallObject>(
      call_later(caller.scope, delay, caller.scope, call_in(caller, given, 1)),
      seconds(caller.scope.time() + delay));
}
Value at(LoopObject&, Activation& caller, Arguments& given) {
  const Duration when = seconds(given.need(0, "when"));
  return make_counted<CallObject>(
      call_at(caller.scope, when, caller.scope, call_in(caller, given, 1)), seconds(when));
}

Coro<Value> running(Loop*, Scope scope, Awaitable<Value> main) {
  Coro<Value> whole = interleave::run(scope, main.take());
  Value result = co_await whole;
  co_return result;
}

Value run(Activation& caller, Arguments& given) {
  const Scope scope = caller.scope;
  if (scope.loop().running()) {
    throw Error("RuntimeError", "asyncio.run() cannot be called from a running event loop");
  }
  const Value main = given.need(0, "main");
  if (main.as<CoroutineObject>() == nullptr) {
    throw Error("ValueError", "a coroutine was expected, got " + written(main));
  }
  const Awaitable<Value> coroutine = awaitable_of(main);
  return make_counted<LoopRun>(
      [scope, coroutine] { return running(&scope.loop(), scope, coroutine); });
}

Coro<Value> running_until(Loop*, Scope scope, Awaitable<Value> main) {
  Coro<Value> whole = run_until_complete(scope, main.take());
  Value result = co_await whole;
  co_return result;
}

Coro<Value> running_until_done(Loop*, Scope scope, Task<Value> task) {
  Coro<Value> whole = run_until_complete(scope, task);
  Value result = co_await whole;
  co_return result;
}

Coro<Value> running_for_ever(Loop*, Scope scope) {
  LoopAwait whole = run_forever(scope);
  co_await whole;
  co_return Value();
}

Value until_complete(LoopObject&, Activation& caller, Arguments& given) {
  const Scope scope = caller.scope;
  const Value main = given.need(0, "future");
  if (scope.loop().running()) {
    throw Error("RuntimeError", "This event loop is already running");
  }
  if (const auto* task = main.as<TaskObject>()) {
    auto* state = dynamic_cast<TaskOf<Value>*>(task->task.get());
    const Task<Value> awaited{Ref<TaskOf<Value>>(state)};
    return make_counted<LoopRun>(
        [scope, awaited] { return running_until_done(&scope.loop(), scope, awaited); });
  }
  const Awaitable<Value> coroutine = awaitable_of(main);
  return make_counted<LoopRun>(
      [scope, coroutine] { return running_until(&scope.loop(), scope, coroutine); });
}

Value for_ever(LoopObject&, Activation& caller, Arguments&) {
  const Scope scope = caller.scope;
  if (scope.loop().running()) {
    throw Error("RuntimeError", "This event loop is already running");
  }
  return make_counted<LoopRun>([scope] { return running_for_ever(&scope.loop(), scope); });
}

Value new_loop(Activation& caller, Arguments&) {
  return make_counted<LoopObject>(caller.scope.loop());
}

Value running_loop(Activation& caller, Arguments&) {
  if (!caller.scope.loop().running()) {
    throw Error("RuntimeError", "no running event loop");
  }
  return make_counted<LoopObject>(caller.scope.loop());
}

Value call_of(const char* name, Activation& caller, Arguments& given) {
  return asyncio_functions().at(name)(caller, given);
}

const Methods<LoopObject>& loop_methods() {
  static const Methods<LoopObject> kMethods = {
      {"time",
       [](LoopObject&, Activation& caller, Arguments&) { return seconds(caller.scope.time()); }},
      {"create_future",
       [](LoopObject&, Activation& caller, Arguments&) {
         return Value(make_counted<ProgramFuture>(
             create_future<Value>(caller.scope, name_or(caller, "future"))));
       }},
      {"create_task", [](LoopObject&, Activation& caller,
                         Arguments& given) { return call_of("create_task", caller, given); }},
      {"run_in_executor",
       [](LoopObject&, Activation& caller, Arguments& given) {
         return call_of("run_in_executor", caller, given);
       }},
      {"is_running", [](LoopObject& self, Activation&,
                        Arguments&) { return Value::boolean(self.loop->running()); }},
      {"is_closed",
       [](LoopObject& self, Activation&, Arguments&) { return Value::boolean(self.loop->closed); }},
      {"close",
       [](LoopObject&, Activation& caller, Arguments&) {
         close_loop(caller.scope);
         return Value();
       }},
      {"stop",
       [](LoopObject&, Activation& caller, Arguments&) {
         stop_loop(caller.scope);
         return Value();
       }},
      {"run_until_complete", until_complete},
      {"run_forever", for_ever},
      {"call_soon", soon},
      {"call_later", later},
      {"call_at", at},
  };
  return kMethods;
}

std::optional<Value> LoopObject::attribute(const std::string& name) {
  return bound_method(*this, loop_methods(), name);
}

}  // namespace

const NativeFunctions& loop_functions() {
  static const NativeFunctions kFunctions = {
      {"run", run},
      {"get_running_loop", running_loop},
      {"get_event_loop", new_loop},
      {"new_event_loop", new_loop},
      {"set_event_loop", [](Activation&, Arguments&) { return Value(); }},
  };
  return kFunctions;
}

}  // namespace interleave::programs
