#include "tests/programs/futures.h"

#include "runtime/errors.h"
#include "runtime/loop.h"
#include "tests/programs/callbacks.h"
#include "tests/programs/exceptions.h"

namespace interleave::programs {

namespace {

Value exception_of(FutureObject& self, Activation&, Arguments&) {
  const std::exception_ptr raised = self.future.exception();
  return raised ? caught(raised) : Value();
}

const Methods<FutureObject>& future_methods() {
  static const Methods<FutureObject> kMethods = {
      {"done", [](FutureObject& self, Activation&,
                  Arguments&) { return Value::boolean(self.future.done()); }},
      {"cancelled", [](FutureObject& self, Activation&,
                       Arguments&) { return Value::boolean(self.future.cancelled()); }},
      {"cancel",
       [](FutureObject& self, Activation&, Arguments& given) {
         const Value message = given.get(0, "msg");
         return Value::boolean(message.is_none() ? self.future.cancel()
                                                 : self.future.cancel(str(message)));
       }},
      {"result", [](FutureObject& self, Activation&, Arguments&) { return self.future.result(); }},
      {"exception", exception_of},
      {"add_done_callback", add_done_callback},
      {"remove_done_callback", remove_done_callback},
  };
  return kMethods;
}

const Methods<TaskObject>& task_methods() {
  static const Methods<TaskObject> kMethods = {
      {"get_name",
       [](TaskObject& self, Activation& caller, Arguments&) {
         const EventLog& log = caller.scope.loop().recorder().log();
         return Value::text(std::string(log.text(log.task(self.task->id()).name)));
       }},
      {"cancelling", [](TaskObject& self, Activation&,
                        Arguments&) { return Value::integer(self.task->cancelling()); }},
      {"uncancel", [](TaskObject& self, Activation&,
                      Arguments&) { return Value::integer(self.task->uncancel()); }},
  };
  return kMethods;
}

const Methods<ProgramFuture>& program_future_methods() {
  static const Methods<ProgramFuture> kMethods = {
      {"set_result",
       [](ProgramFuture& self, Activation&, Arguments& given) {
         self.own.set_result(given.need(0, "result"));
         return Value();
       }},
      {"set_exception",
       [](ProgramFuture& self, Activation&, Arguments& given) {
         self.own.set_exception(exception_ptr_of(given.need(0, "exception")));
         return Value();
       }},
  };
  return kMethods;
}

}  // namespace

std::string FutureObject::repr() const {
  const FutureBase& state = *future.state();
  if (!state.done()) {
    std::string waiting;
    for (std::size_t i = 0; i < state.waiting_tasks(); ++i) {
      waiting += waiting.empty() ? " cb=[Task.__wakeup()" : ", Task.__wakeup()";
    }
    return "<Future pending" + waiting + (waiting.empty() ? ">" : "]>");
  }
  if (state.cancelled()) {
    return "<Future cancelled>";
  }
  return "<Future finished " +
         (state.error() ? "exception=" + written(caught(state.error()))
                        : "result=" + written(future.result())) +
         ">";
}

std::optional<Value> FutureObject::attribute(const std::string& name) {
  return bound_method(*this, future_methods(), name);
}

std::optional<Value> TaskObject::attribute(const std::string& name) {
  auto own = bound_method(*this, task_methods(), name);
  return own ? own : FutureObject::attribute(name);
}

std::optional<Value> ProgramFuture::attribute(const std::string& name) {
  auto own_method = bound_method(*this, program_future_methods(), name);
  return own_method ? own_method : FutureObject::attribute(name);
}

Value future_object(const AnyFuture<Value>& future) {
  if (auto* task = dynamic_cast<TaskOf<Value>*>(future.state().get())) {
    return make_counted<TaskObject>(future, Ref<TaskBase>(task));
  }
  if (auto* own = dynamic_cast<detail::OwnFuture<Value>*>(future.state().get())) {
    return make_counted<ProgramFuture>(Future<Value>(Ref<detail::OwnFuture<Value>>(own)));
  }
  return make_counted<FutureObject>(future);
}

Value current_task(Loop& loop) {
  const Strand* running = loop.recorder().current;
  if (running == nullptr || running->id() == kProgram) {
    return {};  // a callback of the loop's
  }
  TaskBase& current = loop.current_task();
  if (auto* task = dynamic_cast<TaskOf<Value>*>(&current)) {
    return make_counted<TaskObject>(Task<Value>(Ref<TaskOf<Value>>(task)));
  }
  // The loop's own, as it closes an async generator: it gives nothing.
  const AnyFuture<Value> future(Ref<FutureBase>(&current),
                                [](const FutureBase&) { return Value(); });
  return make_counted<TaskObject>(future, Ref<TaskBase>(&current));
}

}  // namespace interleave::programs
