#include "runtime/generator.h"

namespace interleave {

Generator generator(const Scope& scope, Coro<> coro) {
  const TaskId id = record_task_created(scope.loop(), coro.handle().promise().frame(), TaskNames());
  return Generator(make_counted<CallOf<void>>(scope.loop(), id, std::move(coro)));
}

void YieldAwait::await_suspend(std::coroutine_handle<> handle) const {
  static_cast<CallBase*>(loop_->recorder().current)->yield(handle);
}

}  // namespace interleave
