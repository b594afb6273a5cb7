#pragma once

#include <coroutine>
#include <utility>

#include "runtime/coro.h"
#include "runtime/plain_call.h"
#include "runtime/task.h"

namespace interleave {

/// Goes round the running loop, from within a task's step, until `awaited` has ended
/// (`while not task.done(): loop._run_once()`). The task that asks is suspended with reason
/// `nested_run`, the others run, iterations count on; it goes on at once when the nested iteration
/// in which `awaited` ended is over.
class NestedRunAwait {
 public:
  explicit NestedRunAwait(TaskBase& awaited) : awaited_(&awaited) {}
  [[nodiscard]] bool await_ready() const { return awaited_->done(); }
  void await_suspend(std::coroutine_handle<> handle) const;
  void await_resume() const noexcept {}

 private:
  TaskBase* awaited_;
};

namespace detail {
template <class T>
Coro<T> nested_run(Loop*, Scope run, Coro<T> coro) {
  const PlainCall call(run);
  const Task<T> task = create_task(run.at("create_task"), std::move(coro));
  run.at("_run_once");
  NestedRunAwait rounds(*task.state());
  co_await rounds;
  run.at("result");
  co_return task.result();
}
}  // namespace detail

/// A `run` of the listing's own that is let through within a running loop; `run` is that def. Its
/// lines are those that contain `create_task`, `_run_once` and `result`.
template <class T>
[[nodiscard]] Coro<T> nested_run(const Scope& run, Coro<T> coro) {
  return detail::nested_run(&run.loop(), run, std::move(coro));
}

}  // namespace interleave
