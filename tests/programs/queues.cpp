// Of asyncio: Queue, LifoQueue, PriorityQueue.

#include "runtime/queue.h"
#include "tests/programs/awaitables.h"
#include "tests/programs/modules.h"
#include "tests/programs/named_resource.h"

namespace interleave::programs {

namespace {

class QueueObject final : public Object {
 public:
  QueueObject(Queue<Value> its_queue, std::int64_t its_maxsize)
      : queue(std::move(its_queue)), maxsize(its_maxsize) {}
  [[nodiscard]] std::string type_name() const override { return "Queue"; }
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override;
  const Queue<Value> queue;
  const std::int64_t maxsize;
};

// Made when the coroutine begins, so that one that never does warns once.
Coro<Value> putting(Queue<Value> queue, Value item) {
  Coro<> done = queue.put(std::move(item));
  co_await done;
  co_return Value();
}

Coro<Value> joining(Queue<Value> queue) {
  Coro<> done = queue.join();
  co_await done;
  co_return Value();
}

Value get(QueueObject& self, Activation&, Arguments&) {
  return make_counted<CoroutineObject>(self.queue.get());
}

Value put(QueueObject& self, Activation& caller, Arguments& given) {
  return coroutine_of(caller.scope.loop(), "Queue.put", putting(self.queue, given.need(0, "item")));
}

Value join(QueueObject& self, Activation& caller, Arguments&) {
  return coroutine_of(caller.scope.loop(), "Queue.join", joining(self.queue));
}

const Methods<QueueObject>& queue_methods() {
  static const Methods<QueueObject> kMethods = {
      {"get", get},
      {"put", put},
      {"join", join},
      {"get_nowait",
       [](QueueObject& self, Activation&, Arguments&) { return self.queue.get_nowait(); }},
      {"put_nowait",
       [](QueueObject& self, Activation&, Arguments& given) {
         self.queue.put_nowait(given.need(0, "item"));
         return Value();
       }},
      {"task_done",
       [](QueueObject& self, Activation&, Arguments&) {
         self.queue.task_done();
         return Value();
       }},
      {"qsize", [](QueueObject& self, Activation&,
                   Arguments&) { return Value::integer(self.queue.size()); }},
      {"empty", [](QueueObject& self, Activation&,
                   Arguments&) { return Value::boolean(self.queue.empty()); }},
      {"full", [](QueueObject& self, Activation&,
                  Arguments&) { return Value::boolean(self.queue.full()); }},
  };
  return kMethods;
}

std::optional<Value> QueueObject::attribute(const std::string& name) {
  if (name == "maxsize") {
    return Value::integer(maxsize);
  }
  return bound_method(*this, queue_methods(), name);
}

Value make_queue(Activation& caller, const Arguments& given, QueueOrder order) {
  const std::int64_t maxsize = given.get(0, "maxsize").if_whole().value_or(0);
  return make_counted<QueueObject>(
      Queue<Value>(caller.scope, name_or(caller, "queue"), maxsize, order), maxsize);
}

}  // namespace

const NativeFunctions& queue_functions() {
  static const NativeFunctions kFunctions = {
      {"Queue", [](Activation& caller,
                   Arguments& given) { return make_queue(caller, given, QueueOrder::first_in); }},
      {"LifoQueue",
       [](Activation& caller, Arguments& given) {
         return make_queue(caller, given, QueueOrder::last_in);
       }},
      {"PriorityQueue",
       [](Activation& caller, Arguments& given) {
         return make_queue(caller, given, QueueOrder::least);
       }},
  };
  return kFunctions;
}

}  // namespace interleave::programs
