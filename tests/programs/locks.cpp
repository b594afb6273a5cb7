// Of asyncio: Lock, Event, Condition, Semaphore, BoundedSemaphore, Barrier.

#include <type_traits>

#include "runtime/async_event.h"
#include "runtime/barrier.h"
#include "runtime/condition.h"
#include "runtime/errors.h"
#include "runtime/lock.h"
#include "runtime/semaphore.h"
#include "tests/programs/awaitables.h"
#include "tests/programs/call.h"
#include "tests/programs/contexts.h"
#include "tests/programs/modules.h"
#include "tests/programs/named_resource.h"

namespace interleave::programs {

namespace {

Coro<Value> giving(Coro<bool> coro) {
  const bool result = co_await coro;
  co_return Value::boolean(result);
}

// Made when the coroutine begins, so that one that never does warns once.
template <class Held>
Coro<Value> acquiring(Held held) {
  Coro<Value> taken = giving(held.acquire());
  Value result = co_await taken;
  co_return result;
}

/// A lock, a semaphore, a condition: what can be acquired and given back.
template <class Held>
class HeldObject : public Object, public Manager {
 public:
  HeldObject(std::string type, Held its_held) : held(std::move(its_held)), type_(std::move(type)) {}
  [[nodiscard]] std::string type_name() const override { return type_; }
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override {
    return bound_method(*this, methods(), name);
  }
  [[nodiscard]] Coro<Value> enter(Activation&) override {
    Coro<bool> taken = held.acquire();
    co_await taken;
    co_return Value();
  }
  [[nodiscard]] Coro<> leave(Activation&, std::exception_ptr) override {
    held.release();
    co_return;
  }
  const Held held;

 private:
  static const Methods<HeldObject>& methods() {
    static const Methods<HeldObject> kMethods = {
        {"acquire",
         [](HeldObject& self, Activation& caller, Arguments&) {
           const char* name =
               std::is_same_v<Held, Semaphore> ? "Semaphore.acquire" : "Lock.acquire";
           return coroutine_of(caller.scope.loop(), name, acquiring(self.held));
         }},
        {"release",
         [](HeldObject& self, Activation&, Arguments&) {
           self.held.release();
           return Value();
         }},
        {"locked", [](HeldObject& self, Activation&,
                      Arguments&) { return Value::boolean(self.held.locked()); }},
    };
    return kMethods;
  }
  std::string type_;
};

class LockObject final : public HeldObject<Lock> {
 public:
  explicit LockObject(Lock lock) : HeldObject("Lock", std::move(lock)) {}
};

class ConditionObject final : public HeldObject<Condition> {
 public:
  explicit ConditionObject(Condition condition) : HeldObject("Condition", std::move(condition)) {}
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override;
};

Coro<Value> waiting_for_notice(Condition condition) {
  Coro<Value> notified = giving(condition.wait());
  Value result = co_await notified;
  co_return result;
}

/// A predicate's value, true or not.
struct Judged {
  Value value;
  explicit operator bool() const { return truth(value); }
};

Coro<Value> waiting_until(Machine* machine, Scope scope, Condition condition, Value predicate) {
  Activation caller{*machine, scope, Ref<Environment>()};
  Coro<Judged> waiting =
      condition.wait_for([&] { return Judged{call(caller, predicate, Values{})}; });
  const Judged judged = co_await waiting;
  co_return judged.value;
}

std::optional<Value> ConditionObject::attribute(const std::string& name) {
  static const Methods<ConditionObject> kMethods = {
      {"wait",
       [](ConditionObject& self, Activation& caller, Arguments&) {
         return coroutine_of(caller.scope.loop(), "Condition.wait", waiting_for_notice(self.held));
       }},
      {"wait_for",
       [](ConditionObject& self, Activation& caller, Arguments& given) {
         return coroutine_of(
             caller.scope.loop(), "Condition.wait_for",
             waiting_until(&caller.machine, caller.scope, self.held, given.need(0, "predicate")));
       }},
      {"notify",
       [](ConditionObject& self, Activation&, Arguments& given) {
         self.held.notify(given.get(0, "n").if_whole().value_or(1));
         return Value();
       }},
      {"notify_all",
       [](ConditionObject& self, Activation&, Arguments&) {
         self.held.notify_all();
         return Value();
       }},
  };
  auto own = bound_method(*this, kMethods, name);
  return own ? own : HeldObject::attribute(name);
}

class BarrierObject final : public Object, public Manager {
 public:
  explicit BarrierObject(Barrier its_barrier) : barrier(std::move(its_barrier)) {}
  [[nodiscard]] std::string type_name() const override { return "Barrier"; }
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override;
  [[nodiscard]] Coro<Value> enter(Activation&) override { return waiting(barrier); }
  [[nodiscard]] Coro<> leave(Activation&, std::exception_ptr) override { co_return; }
  static Coro<Value> waiting(Barrier barrier) {
    Coro<std::int64_t> waited = barrier.wait();
    const std::int64_t place = co_await waited;
    co_return Value::integer(place);
  }
  const Barrier barrier;
};

Coro<Value> resetting(Barrier barrier) {
  Coro<> done = barrier.reset();
  co_await done;
  co_return Value();
}

Coro<Value> aborting(Barrier barrier) {
  Coro<> done = barrier.abort();
  co_await done;
  co_return Value();
}

std::optional<Value> BarrierObject::attribute(const std::string& name) {
  if (name == "parties") {
    return Value::integer(barrier.parties());
  }
  if (name == "n_waiting") {
    return Value::integer(barrier.n_waiting());
  }
  if (name == "broken") {
    return Value::boolean(barrier.broken());
  }
  static const Methods<BarrierObject> kMethods = {
      {"wait",
       [](BarrierObject& self, Activation& caller, Arguments&) {
         return coroutine_of(caller.scope.loop(), "Barrier.wait", waiting(self.barrier));
       }},
      {"reset",
       [](BarrierObject& self, Activation& caller, Arguments&) {
         return coroutine_of(caller.scope.loop(), "Barrier.reset", resetting(self.barrier));
       }},
      {"abort",
       [](BarrierObject& self, Activation& caller, Arguments&) {
         return coroutine_of(caller.scope.loop(), "Barrier.abort", aborting(self.barrier));
       }},
  };
  return bound_method(*this, kMethods, name);
}

class EventObject final : public Object {
 public:
  explicit EventObject(AsyncEvent its_event) : event(std::move(its_event)) {}
  [[nodiscard]] std::string type_name() const override { return "Event"; }
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override;
  const AsyncEvent event;
};

Coro<Value> wait_until_set(AsyncEvent event) {
  Coro<Value> set = giving(event.wait());
  Value result = co_await set;
  co_return result;
}

std::optional<Value> EventObject::attribute(const std::string& name) {
  static const Methods<EventObject> kMethods = {
      {"is_set", [](EventObject& self, Activation&,
                    Arguments&) { return Value::boolean(self.event.is_set()); }},
      {"set",
       [](EventObject& self, Activation&, Arguments&) {
         self.event.set();
         return Value();
       }},
      {"clear",
       [](EventObject& self, Activation&, Arguments&) {
         self.event.clear();
         return Value();
       }},
      {"wait",
       [](EventObject& self, Activation& caller, Arguments&) {
         return coroutine_of(caller.scope.loop(), "Event.wait", wait_until_set(self.event));
       }},
  };
  return bound_method(*this, kMethods, name);
}

Value make_lock(Activation& caller, Arguments&) {
  return make_counted<LockObject>(Lock(caller.scope, name_or(caller, "lock")));
}

Value make_condition(Activation& caller, Arguments& given) {
  const Value asked = given.get(0, "lock");
  const std::string name = name_or(caller, "condition");
  if (const auto* lock = asked.as<LockObject>()) {
    return make_counted<ConditionObject>(Condition(caller.scope, lock->held, name));
  }
  return make_counted<ConditionObject>(Condition(caller.scope, name));
}

Value make_barrier(Activation& caller, Arguments& given) {
  const std::int64_t parties = given.need(0, "parties").if_whole().value_or(0);
  return make_counted<BarrierObject>(Barrier(caller.scope, parties, name_or(caller, "barrier")));
}

Value make_semaphore(Activation& caller, const Arguments& given, bool bounded) {
  const Value value = given.has(0, "value") ? given.get(0, "value") : Value::integer(1);
  return make_counted<HeldObject<Semaphore>>(
      bounded ? "BoundedSemaphore" : "Semaphore",
      Semaphore(caller.scope, value.if_whole().value_or(0), name_or(caller, "semaphore"), bounded));
}

}  // namespace

std::string name_or(Activation& caller, const char* type) {
  const std::string assigned = std::exchange(caller.assigned, "");
  return assigned.empty() ? type : assigned;
}

const NativeFunctions& lock_functions() {
  static const NativeFunctions kFunctions = {
      {"Lock", make_lock},
      {"Condition", make_condition},
      {"Barrier", make_barrier},
      {"Event",
       [](Activation& caller, Arguments&) {
         return Value(
             make_counted<EventObject>(AsyncEvent(caller.scope, name_or(caller, "event"))));
       }},
      {"Semaphore",
       [](Activation& caller, Arguments& given) { return make_semaphore(caller, given, false); }},
      {"BoundedSemaphore",
       [](Activation& caller, Arguments& given) { return make_semaphore(caller, given, true); }},
  };
  return kFunctions;
}

}  // namespace interleave::programs
