#include "runtime/run.h"

#include <utility>
#include <vector>

#include "runtime/async_generator.h"
#include "runtime/errors.h"
#include "runtime/executor.h"
#include "runtime/gather.h"

namespace interleave {

void LoopAwait::await_suspend(std::coroutine_handle<> handle) const {
  loop_->recorder().current->resume_at = handle;
  loop_->set_running(true);
}

LoopAwait run_forever(const Scope& scope) {
  detail::begin_loop(scope.loop(), "This event loop is already running");
  return LoopAwait(scope.loop());
}

void close_loop(const Scope& scope) {
  if (scope.loop().running()) {
    throw Error("RuntimeError", "Cannot close a running event loop");
  }
  detail::report_stopped(scope.loop());
  scope.loop().leave_behind();
}

void stop_loop(const Scope& scope) { scope.loop().stop(); }

namespace detail {

namespace {

Ref<GatherFuture> gather_all(Loop& loop, const std::vector<Ref<TaskBase>>& tasks) {
  auto all = make_counted<GatherFuture>(loop, true);
  for (const auto& task : tasks) {
    all->add(task);
  }
  all->complete();
  return all;
}

// Closes the async generators that are left, each in a task of its own, in the order in which they
// were begun.
Coro<> shutdown_asyncgens(Loop& loop) {
  const std::vector<AsyncGeneratorState*> left = std::exchange(loop.async_generators, {});
  if (left.empty()) {
    co_return;
  }
  std::vector<Ref<TaskBase>> closing;
  for (AsyncGeneratorState* generator : left) {
    closing.push_back(detail::close_in_task(Ref<AsyncGeneratorState>(generator)));
  }
  FutureAwait closed(gather_all(loop, closing));
  co_await closed;
  for (const auto& task : closing) {
    if (task->error() && !task->cancelled()) {
      const TextId text =
          loop.recorder().intern("an error occurred during closing of asynchronous generator");
      loop.recorder().record(Kind::warning).a = text;
    }
  }
}

// A thread of asyncio's joins the workers and then calls the loop back; ours are joined at once.
Coro<> shutdown_default_executor(Loop& loop) {
  loop.default_executor_shut_down = true;
  if (!loop.default_executor) {
    co_return;
  }
  const auto joined = make_counted<FutureBase>(loop);
  loop.call_soon(make_callback(CallbackKind::call, 0, [joined] {
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

std::vector<Ref<TaskBase>> tasks_left(Loop& loop) {
  std::vector<Ref<TaskBase>> left;
  for (TaskBase* task : loop.live_tasks()) {
    left.emplace_back(task);
  }
  return left;
}

// A task that fails while it is being cancelled.
void complain_of_failures(Loop& loop, const std::vector<Ref<TaskBase>>& ended) {
  Recorder& recorder = loop.recorder();
  const TextId text = recorder.intern("unhandled exception during asyncio.run() shutdown");
  for (const auto& task : ended) {
    if (task->error() && !task->cancelled()) {
      task->retrieve();
      recorder.record(Kind::warning, task->id(), 0).a = text;
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

void begin_loop(Loop& loop, const char* refusal) {
  if (loop.running()) {
    throw Error("RuntimeError", refusal);
  }
  if (std::exchange(loop.closed, false)) {
    loop.default_executor_shut_down = false;
  }
  if (!loop.told_started) {
    loop.told_started = true;
    loop.recorder().record(Kind::loop_started);
  }
}

void report_stopped(Loop& loop) {
  if (loop.told_started) {
    loop.told_started = false;
    loop.recorder().record(Kind::loop_stopped);
  }
}

void check_ended(const FutureBase& future) {
  if (!future.done()) {
    throw Error("RuntimeError", "Event loop stopped before Future completed.");
  }
}

Coro<> close_down(Loop& loop) {
  const std::vector<Ref<TaskBase>> left = tasks_left(loop);
  if (!left.empty()) {
    for (const auto& task : left) {
      task->cancel(kProgram);
    }
    LoopAwait cancelled = until_complete(loop, gather_all(loop, left), 0);
    co_await cancelled;
    complain_of_failures(loop, left);
  }
  LoopAwait generators = closing_task(loop, "shutdown_asyncgens", shutdown_asyncgens(loop));
  co_await generators;
  LoopAwait executor =
      closing_task(loop, "shutdown_default_executor", shutdown_default_executor(loop));
  co_await executor;
  report_stopped(loop);
  loop.leave_behind();
}

}  // namespace detail

}  // namespace interleave
