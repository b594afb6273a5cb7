// Pools of workers: concurrent.futures, to_thread, run_in_executor.

#include "runtime/errors.h"
#include "runtime/executor.h"
#include "tests/programs/call.h"
#include "tests/programs/contexts.h"
#include "tests/programs/futures.h"
#include "tests/programs/modules.h"

namespace interleave::programs {

namespace {

class PoolObject final : public Object, public Manager {
 public:
  explicit PoolObject(Executor its_pool) : pool(std::move(its_pool)) {}
  [[nodiscard]] std::string type_name() const override { return "Executor"; }
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override {
    static const Methods<PoolObject> kMethods = {
        {"shutdown", [](PoolObject&, Activation&, Arguments&) { return Value(); }}};
    return bound_method(*this, kMethods, name);
  }
  [[nodiscard]] Coro<Value> enter(Activation&) override { co_return Value(Ref<PoolObject>(this)); }
  [[nodiscard]] Coro<> leave(Activation&, std::exception_ptr) override { co_return; }
  const Executor pool;
};

/// The function that a job calls: while it does, what is said and spent is the job's.
class JobFunction {
 public:
  JobFunction(Machine& machine, Scope scope, Value callee, Arguments arguments)
      : machine_(&machine),
        scope_(scope),
        callee_(std::move(callee)),
        arguments_(std::move(arguments)) {}
  Value operator()(JobScope& job) {
    Activation caller{*machine_, scope_, Ref<Environment>()};
    JobScope* const outer = std::exchange(machine_->job, &job);
    try {
      Value result = call(caller, callee_, arguments_);
      machine_->job = outer;
      return result;
    } catch (...) {
      machine_->job = outer;
      throw;
    }
  }

 private:
  Machine* machine_;
  Scope scope_;
  Value callee_;
  Arguments arguments_;
};

// What is called is the first of `given` that is not `skipped`.
JobFunction job_function(Activation& caller, const Arguments& given, std::size_t skipped) {
  Arguments arguments;
  arguments.positional.assign(given.positional.begin() + static_cast<std::ptrdiff_t>(skipped + 1),
                              given.positional.end());
  arguments.named = given.named;
  return {caller.machine, caller.scope, given.need(skipped, "func"), std::move(arguments)};
}

Value in_executor(Activation& caller, Arguments& given) {
  const Value asked = given.need(0, "executor");
  const auto* pool = asked.as<PoolObject>();
  if (pool == nullptr && !asked.is_none()) {
    throw Error("TypeError", "executor must be an executor or None");
  }
  const Executor executor = pool != nullptr ? pool->pool : Executor::default_of(caller.scope);
  const JobFuture<Value> job =
      run_in_executor(caller.scope, executor, job_function(caller, given, 1));
  return future_object(any_future(job));
}

Value in_thread(Activation& caller, Arguments& given) {
  return make_counted<CoroutineObject>(named(
      caller.scope.loop(), "to_thread", to_thread(caller.scope, job_function(caller, given, 0))));
}

template <class Pool>
Value make_pool(Activation& caller, Arguments& given) {
  const auto workers = given.get(0, "max_workers").if_whole();
  return make_counted<PoolObject>(
      Pool(caller.scope, static_cast<std::uint32_t>(workers.value_or(4))));
}

}  // namespace

const NativeFunctions& executor_functions() {
  static const NativeFunctions kFunctions = {
      {"run_in_executor", in_executor},
      {"to_thread", in_thread},
      {"ThreadPoolExecutor", make_pool<ThreadPool>},
      {"ProcessPoolExecutor", make_pool<ProcessPool>},
  };
  return kFunctions;
}

}  // namespace interleave::programs
