// Of asyncio: tasks, and waiting for them.

#include "runtime/as_completed.h"
#include "runtime/errors.h"
#include "runtime/gather.h"
#include "runtime/shield.h"
#include "runtime/sleep.h"
#include "runtime/wait.h"
#include "runtime/wait_for.h"
#include "tests/programs/exceptions.h"
#include "tests/programs/futures.h"
#include "tests/programs/iteration.h"
#include "tests/programs/modules.h"

namespace interleave::programs {

namespace {

std::optional<Duration> limit_of(const Value& value) {
  return value.is_none() ? std::nullopt : std::optional<Duration>(seconds(value));
}

std::vector<Awaitable<Value>> awaitables_of(const Values& values) {
  std::vector<Awaitable<Value>> all;
  for (const Value& value : values) {
    all.push_back(awaitable_of(value));
  }
  return all;
}

// Those that are futures already.
std::vector<AnyFuture<Value>> futures_of(const Values& values) {
  std::vector<AnyFuture<Value>> all;
  for (const Value& value : values) {
    const auto* future = value.as<FutureObject>();
    if (future == nullptr) {
      throw Error("TypeError", value.as<CoroutineObject>() != nullptr
                                   ? "Passing coroutines is forbidden, use tasks explicitly."
                                   : "expect a list of futures, not " + type_name(value));
    }
    all.push_back(future->future);
  }
  return all;
}

Value create_task(Activation& caller, Arguments& given) {
  const Value coroutine = given.need(0, "coro");
  if (coroutine.as<CoroutineObject>() == nullptr) {
    throw Error("TypeError", "a coroutine was expected, got " + written(coroutine));
  }
  TaskNames names;
  const Value name = given.get(1, "name");
  names.name = name.is_none() ? "" : str(name);
  Coro<Value> coro = awaitable_of(coroutine).take();
  return make_counted<TaskObject>(interleave::create_task(caller.scope, std::move(coro), names));
}

Value ensure_future(Activation& caller, Arguments& given) {
  return future_object(awaitable_of(given.need(0, "coro_or_future")).ensure_future(caller.scope));
}

Coro<Value> sleep_for(Loop* loop, Duration delay, Value result) {
  SleepAwait sleeping(*loop, delay);
  co_await sleeping;
  co_return result;
}

Value sleep(Activation& caller, Arguments& given) {
  Loop& loop = caller.scope.loop();
  return coroutine_of(loop, "sleep",
                      sleep_for(&loop, seconds(given.need(0, "delay")), given.get(1, "result")));
}

Value outcome(const Outcome<Value>& one) {
  if (!one.error) {
    return *one.value;
  }
  return caught(one.error);
}

Value results(const FutureBase& gathered) { return list(detail::results_of<Value>(gathered)); }

Value outcomes(const FutureBase& gathered) {
  Values values;
  for (const Outcome<Value>& one : detail::outcomes_of<Value>(gathered)) {
    values.push_back(outcome(one));
  }
  return list(std::move(values));
}

Value gather(Activation& caller, Arguments& given) {
  auto all = awaitables_of(given.positional);
  const bool outcomes_wanted = truth(given.get(given.positional.size(), "return_exceptions"));
  auto gathered = detail::make_gather(caller.scope, std::move(all), outcomes_wanted);
  return make_counted<FutureObject>(
      AnyFuture<Value>(std::move(gathered), outcomes_wanted ? &outcomes : &results));
}

Value shield(Activation& caller, Arguments& given) {
  const Awaitable<Value> inner = awaitable_of(given.need(0, "arg"));
  return future_object(interleave::shield(caller.scope, inner));
}

Value wait_for(Activation& caller, Arguments& given) {
  const Awaitable<Value> awaited = awaitable_of(given.need(0, "fut"));
  return make_counted<CoroutineObject>(
      interleave::wait_for(caller.scope, awaited, limit_of(given.need(1, "timeout"))));
}

ReturnWhen return_when(const Value& word) {
  if (word.is_none() || str(word) == "ALL_COMPLETED") {
    return ReturnWhen::all_completed;
  }
  if (str(word) == "FIRST_COMPLETED") {
    return ReturnWhen::first_completed;
  }
  if (str(word) == "FIRST_EXCEPTION") {
    return ReturnWhen::first_exception;
  }
  throw Error("ValueError", "Invalid return_when value: " + str(word));
}

Value set_of(const std::vector<AnyFuture<Value>>& futures) {
  auto set = make_counted<Set>(Values{});
  for (const AnyFuture<Value>& future : futures) {
    set->add(future_object(future));
  }
  return set;
}

// Made when the coroutine begins, so that one that never does warns once.
Coro<Value> waiting(Loop*, Scope scope, std::vector<AnyFuture<Value>> futures,
                    std::optional<Duration> timeout, ReturnWhen when) {
  Coro<Waited<Value>> several = interleave::wait(scope, futures, timeout, when);
  const Waited<Value> waited = co_await several;
  co_return tuple({set_of(waited.done), set_of(waited.pending)});
}

Value wait(Activation& caller, Arguments& given) {
  Loop& loop = caller.scope.loop();
  return coroutine_of(
      loop, "wait",
      waiting(&loop, caller.scope, futures_of(items_of(given.need(0, "fs"))),
              limit_of(given.get(1, "timeout")), return_when(given.get(2, "return_when"))));
}

/// A generator in Python: the tasks are made when its first item is asked for.
class CompletedInTurn final : public Iterator {
 public:
  CompletedInTurn(Values given, std::optional<Duration> timeout)
      : given_(std::move(given)), timeout_(timeout) {}
  [[nodiscard]] std::optional<Value> next(Activation& here) override {
    if (!completed_) {
      completed_.emplace(as_completed(here.scope, awaitables_of(given_), timeout_));
      given_.clear();
    }
    if (!completed_->has_more()) {
      return std::nullopt;
    }
    return Value(make_counted<CoroutineObject>(completed_->next()));
  }

 private:
  Values given_;
  std::optional<Duration> timeout_;
  std::optional<AsCompleted<Value>> completed_;
};

Value completed_in_turn(Activation&, Arguments& given) {
  return make_counted<CompletedInTurn>(items_of(given.need(0, "fs")),
                                       limit_of(given.get(1, "timeout")));
}

Value all_tasks(Activation& caller, Arguments&) {
  auto set = make_counted<Set>(Values{});
  for (TaskBase* task : caller.scope.loop().live_tasks()) {
    if (auto* known = dynamic_cast<TaskOf<Value>*>(task)) {
      set->add(make_counted<TaskObject>(Task<Value>(Ref<TaskOf<Value>>(known))));
    }
  }
  return set;
}

}  // namespace

const NativeFunctions& task_functions() {
  static const NativeFunctions kFunctions = {
      {"create_task", create_task},
      {"ensure_future", ensure_future},
      {"sleep", sleep},
      {"gather", gather},
      {"shield", shield},
      {"wait_for", wait_for},
      {"wait", wait},
      {"as_completed", completed_in_turn},
      {"all_tasks", all_tasks},
      {"current_task",
       [](Activation& caller, Arguments&) { return current_task(caller.scope.loop()); }},
      {"iscoroutine",
       [](Activation&, Arguments& given) {
         return Value::boolean(given.need(0, "obj").as<CoroutineObject>() != nullptr);
       }},
      {"isfuture",
       [](Activation&, Arguments& given) {
         return Value::boolean(given.need(0, "obj").as<FutureObject>() != nullptr);
       }},
  };
  return kFunctions;
}

}  // namespace interleave::programs
