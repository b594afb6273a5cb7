#include "tests/programs/callbacks.h"

#include "tests/programs/call.h"

namespace interleave::programs {

LoopFunction later_call(Activation& here, Value callee, Values arguments) {
  Machine* machine = &here.machine;
  return [machine, callee = std::move(callee), arguments = std::move(arguments)](Scope& scope) {
    // It stands on no line until a function of the program's own is entered.
    scope.at_line(0);
    Activation caller{*machine, scope, Ref<Environment>()};
    (void)call(caller, callee, arguments);
  };
}

Value add_done_callback(FutureObject& self, Activation& caller, Arguments& given) {
  const Value callback = given.need(0, "fn");
  const Ref<FutureObject> future(&self);
  const LoopCall queued = interleave::add_done_callback(
      self.future, caller.scope, later_call(caller, callback, {Value(future)}));
  if (!self.future.done()) {
    caller.machine.done_callbacks.push_back({self.future.state(), queued.callback(), callback});
  }
  return {};
}

Value remove_done_callback(FutureObject& self, Activation& caller, Arguments& given) {
  const Value callback = given.need(0, "fn");
  if (self.future.done()) {
    return Value::integer(0);
  }
  auto& known = caller.machine.done_callbacks;
  const auto removed = std::erase_if(known, [&](const DoneCallback& one) {
    const bool same =
        one.future.get() == self.future.state().get() && identical(one.callback, callback);
    if (same) {
      self.future.state()->remove_callback(*one.queued);
    }
    return same;
  });
  return Value::integer(static_cast<std::int64_t>(removed));
}

}  // namespace interleave::programs
