#pragma once

#include <string>
#include <utility>

#include "runtime/create_future.h"
#include "runtime/task.h"
#include "tests/programs/awaitables.h"
#include "tests/programs/value.h"

namespace interleave::programs {

/// asyncio.Task.
class TaskObject final : public FutureObject {
 public:
  /// `its_task` is the state of `its_future`.
  TaskObject(AnyFuture<Value> its_future, Ref<TaskBase> its_task)
      : FutureObject(std::move(its_future)), task(std::move(its_task)) {}
  explicit TaskObject(const Task<Value>& its_task)
      : TaskObject(any_future(its_task), Ref<TaskBase>(its_task.state())) {}
  [[nodiscard]] std::string type_name() const override { return "Task"; }
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override;
  const Ref<TaskBase> task;
};

/// loop.create_future.
class ProgramFuture final : public FutureObject {
 public:
  explicit ProgramFuture(Future<Value> its_own)
      : FutureObject(any_future(its_own)), own(std::move(its_own)) {}
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override;
  const Future<Value> own;
};

/// A future of the runtime as the program holds it: a TaskObject if it is a task.
[[nodiscard]] Value future_object(const AnyFuture<Value>& future);
/// asyncio.current_task.
[[nodiscard]] Value current_task(Loop& loop);

}  // namespace interleave::programs
