#include "runtime/wait_for.h"

#include <exception>

#include "runtime/loop.h"
#include "runtime/wait_await.h"

namespace interleave::detail {

namespace {

void let_go(FutureBase& waiter, Cause cause, TaskId by) {
  if (!waiter.done()) {
    waiter.finish(cause, by);
  }
}

// What ends a wait_for that its timer does not end: as if that were awaited directly.
Cause ended_by(FutureBase& future) {
  if (&future.behind() != &future) {
    return Cause::shield;
  }
  const Cause cause = future.cause();
  if (cause == Cause::gather && future.as_awaited().name == kNoText) {
    return Cause::future;  // a gather of nothing is a plain one
  }
  return cause == Cause::gather || cause == Cause::task ? cause : Cause::future;
}

Ref<Callback> releasing(const Ref<FutureBase>& waiter, const Ref<FutureBase>& future) {
  return make_callback(CallbackKind::wait_for, future->task_id(),
                       [waiter, future] { let_go(*waiter, ended_by(*future), future->task_id()); });
}

}  // namespace

TimeLimit begin_limit(Loop& loop, Duration timeout) {
  const TaskBase& task = loop.current_task();
  const auto waiter = make_counted<FutureBase>(loop);
  const std::int64_t due_ns = loop.recorder().now_ns() + timeout.count();
  return {waiter, make_counted<Timer>(loop, due_ns, TimerPurpose::wait_for, task.id(),
                                      [waiter] { let_go(*waiter, Cause::timeout, kProgram); })};
}

Coro<bool> wait_at_most(Ref<FutureBase> future, TimeLimit limit) {
  const Ref<Callback> release = releasing(limit.waiter, future);
  future->add_callback(release);
  std::exception_ptr raised;
  try {
    BehalfAwait released(limit.waiter, Reason::wait_for, future);
    co_await released;
  } catch (const CancelledError&) {
    raised = std::current_exception();
  }
  const bool in_time = future->done();
  if (!in_time) {
    future->remove_callback(*release);
    try {
      Coro<> ended = cancel_and_wait(future);
      co_await ended;
    } catch (const CancelledError&) {
      raised = std::current_exception();
    }
  }
  limit.timer->cancel_timer();
  if (raised && !in_time) {
    std::rethrow_exception(raised);
  }
  co_return !in_time;
}

Coro<> cancel_and_wait(Ref<FutureBase> future) {
  const auto waiter = make_counted<FutureBase>(future->loop());
  const Ref<Callback> release = releasing(waiter, future);
  future->add_callback(release);
  future->cancel(future->loop().current_task().id());
  std::exception_ptr raised;
  try {
    BehalfAwait released(waiter, Reason::wait_for, future);
    co_await released;
  } catch (const CancelledError&) {
    raised = std::current_exception();
  }
  future->remove_callback(*release);
  if (raised) {
    std::rethrow_exception(raised);
  }
}

}  // namespace interleave::detail
