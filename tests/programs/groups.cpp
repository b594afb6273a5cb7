// Of asyncio: TaskGroup, timeout, timeout_at.

#include <cmath>

#include "runtime/errors.h"
#include "runtime/repr.h"
#include "runtime/task_group.h"
#include "runtime/timeout.h"
#include "tests/programs/contexts.h"
#include "tests/programs/futures.h"
#include "tests/programs/modules.h"

namespace interleave::programs {

namespace {

class GroupObject final : public Object, public Manager {
 public:
  [[nodiscard]] std::string type_name() const override { return "TaskGroup"; }
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override;
  [[nodiscard]] Coro<Value> enter(Activation& here) override {
    group.enter(here.scope);
    co_return Value(Ref<GroupObject>(this));
  }
  [[nodiscard]] Coro<> leave(Activation&, std::exception_ptr raised) override {
    Coro<> leaving = group.exit(raised);
    co_await leaving;
  }
  TaskGroup group;
};

Value create_task_in(GroupObject& self, Activation& caller, Arguments& given) {
  const Value coroutine = given.need(0, "coro");
  TaskNames names;
  const Value name = given.get(1, "name");
  names.name = name.is_none() ? "" : str(name);
  self.group.refuse_if_over();  // before the coroutine is taken, which then warns
  Coro<Value> coro = awaitable_of(coroutine).take();
  return make_counted<TaskObject>(self.group.create_task(caller.scope, std::move(coro), names));
}

std::optional<Value> GroupObject::attribute(const std::string& name) {
  static const Methods<GroupObject> kMethods = {{"create_task", create_task_in}};
  return bound_method(*this, kMethods, name);
}

std::optional<Duration> deadline_of(const Value& value) {
  return value.is_none() ? std::nullopt : std::optional<Duration>(seconds(value));
}

class TimeoutObject final : public Object, public Manager {
 public:
  TimeoutObject(const Scope& scope, Value its_deadline)
      : deadline(std::move(its_deadline)),
        timeout(Timeout::NotEntered{}, scope, deadline_of(deadline)) {}
  [[nodiscard]] std::string type_name() const override { return "Timeout"; }
  [[nodiscard]] std::string repr() const override {
    const bool active = entered && !left && !timeout.expired();
    const std::string when =
        deadline.is_none()
            ? "None"
            : interleave::repr(std::round(deadline.if_number().value_or(0) * 1e3) / 1e3);
    return std::string("<Timeout [") + state() + "]" + (active ? " when=" + when : "") + ">";
  }
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override;
  [[nodiscard]] Coro<Value> enter(Activation& here) override {
    timeout.enter(here.scope);
    entered = true;
    co_return Value(Ref<TimeoutObject>(this));
  }
  [[nodiscard]] Coro<> leave(Activation&, std::exception_ptr raised) override {
    left = true;
    try {
      timeout.exit(raised);
    } catch (...) {
      if (std::current_exception() != raised) {
        throw;
      }
    }
    co_return;
  }
  Value deadline;
  Timeout timeout;
  bool entered = false;
  bool left = false;

 private:
  [[nodiscard]] const char* state() const {
    if (!entered) {
      return "created";
    }
    return timeout.expired() ? (left ? "expired" : "expiring") : left ? "finished" : "active";
  }
};

Value reschedule(TimeoutObject& self, Activation&, Arguments& given) {
  const Value deadline = given.need(0, "when");
  self.timeout.reschedule(deadline_of(deadline));
  self.deadline = deadline;
  return {};
}

std::optional<Value> TimeoutObject::attribute(const std::string& name) {
  static const Methods<TimeoutObject> kMethods = {
      {"reschedule", reschedule},
      {"when", [](TimeoutObject& self, Activation&, Arguments&) { return self.deadline; }},
      {"expired", [](TimeoutObject& self, Activation&,
                     Arguments&) { return Value::boolean(self.timeout.expired()); }},
  };
  return bound_method(*this, kMethods, name);
}

Value make_timeout(Activation& caller, Arguments& given) {
  const Value delay = given.need(0, "delay");
  return make_counted<TimeoutObject>(
      caller.scope, delay.is_none() ? Value() : seconds(caller.scope.time() + seconds(delay)));
}

Value make_timeout_at(Activation& caller, Arguments& given) {
  return make_counted<TimeoutObject>(caller.scope, given.need(0, "when"));
}

}  // namespace

const NativeFunctions& group_functions() {
  static const NativeFunctions kFunctions = {
      {"TaskGroup", [](Activation&, Arguments&) { return Value(make_counted<GroupObject>()); }},
      {"timeout", make_timeout},
      {"timeout_at", make_timeout_at},
  };
  return kFunctions;
}

}  // namespace interleave::programs
