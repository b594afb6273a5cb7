#include "runtime/run.h"

#include <utility>
#include <vector>

#include "runtime/errors.h"
#include "runtime/executor.h"
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

Coro<> shutdown_asyncgens(Loop&) { co_return; }

// A thread of asyncio's joins the workers and then calls the loop back; ours are joined at once.
Coro<> shutdown_default_executor(Loop& loop) {
  if (!loop.default_executor) {
    co_return;
  }
  const auto joined = make_counted<FutureBase>(loop);
  loop.call_soon(*make_callback(CallbackKind::call, 0, [joined] {
    if (!joined->done()) {
      joined->finish(kProgram);
    }
  }));
  FutureAwait wait(joined, Reason::future, 0);
  co_await wait;
}

// One of the loop's own closing tasks.
LoopAwait closing_task(Loop& loop, const char* name, Coro<> coro) {
  TaskNames names;
  names.name = name;
  names.internal = true;
  const auto task = make_counted<TaskOf<void>>(loop, std::move(coro), names);
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
  auto all = make_counted<GatherFuture>(loop, true);
  for (auto& task : left) {
    all->add(std::move(task));
  }
  all->complete();
  return all;
}

// A task that fails while it is being cancelled.
void complain_of_failures(const GatherFuture& all) {
  Recorder& recorder = all.loop().recorder();
  for (const auto& task : all.children()) {
    if (task->error()) {
      const TextId text = recorder.intern("unhandled exception during asyncio.run() shutdown");
      recorder.record(Kind::warning, task->task_id(), 0).a = text;
    }
  }
}

}  // namespace

LoopAwait until_complete(Loop& loop, Ref<FutureBase> future, TaskId heard_of) {
  future->add_callback(make_callback(CallbackKind::run, heard_of, [&loop, future] {
    future->retrieve();
    loop.stop();
  }));
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
    const Ref<GatherFuture> all = cancel_all(loop);
    LoopAwait cancelled = until_complete(loop, all, 0);
    co_await cancelled;
    complain_of_failures(*all);
  }
  LoopAwait generators = closing_task(loop, "shutdown_asyncgens", shutdown_asyncgens(loop));
  co_await generators;
  LoopAwait executor =
      closing_task(loop, "shutdown_default_executor", shutdown_default_executor(loop));
  co_await executor;
  loop.recorder().record(Kind::loop_stopped);
}

}  // namespace detail

}  // namespace interleave
