#include "runtime/run.h"

#include <vector>

#include "runtime/errors.h"
#include "runtime/gather.h"

namespace interleave {

void LoopAwait::await_suspend(std::coroutine_handle<> handle) const {
  loop_->recorder().current->resume_at = handle;
  loop_->set_running(true);
}

LoopAwait run_forever(const Scope& scope) {
  detail::begin_loop(scope.loop());
  return LoopAwait(scope.loop());
}

namespace detail {

namespace {

Coro<> nothing_to_do(Loop&) { co_return; }

// One of the loop's own closing tasks. Without asynchronous generators or a default executor under
// way it has nothing to do, but asyncio runs it all the same.
LoopAwait closing_task(Loop& loop, const char* name) {
  TaskNames names;
  names.name = name;
  names.internal = true;
  const auto task = make_counted<TaskOf<void>>(loop, nothing_to_do(loop), names);
  return until_complete(loop, task, task->id());
}

Ref<GatherFuture> cancel_all(Loop& loop) {
  std::vector<Ref<TaskBase>> left;
  for (TaskBase* task : loop.live_tasks()) {
    left.emplace_back(task);
  }
  for (const auto& task : left) {
    task->cancel(kProgram);
  }
  auto all = make_counted<GatherFuture>(loop, std::move(left), true);
  all->listen();
  return all;
}

}  // namespace

LoopAwait until_complete(Loop& loop, Ref<FutureBase> future, TaskId heard_of) {
  future->add_callback(make_callback(CallbackKind::run, heard_of, [&loop] { loop.stop(); }));
  return LoopAwait(loop);
}

void begin_loop(Loop& loop) {
  if (loop.running()) {
    throw Error("RuntimeError", "asyncio.run() cannot be called from a running event loop");
  }
  loop.recorder().record(Kind::loop_started);
}

Coro<> close_down(Loop& loop) {
  if (!loop.live_tasks().empty()) {
    LoopAwait cancelled = until_complete(loop, cancel_all(loop), 0);
    co_await cancelled;
  }
  LoopAwait generators = closing_task(loop, "shutdown_asyncgens");
  co_await generators;
  LoopAwait executor = closing_task(loop, "shutdown_default_executor");
  co_await executor;
  loop.recorder().record(Kind::loop_stopped);
}

}  // namespace detail

}  // namespace interleave
