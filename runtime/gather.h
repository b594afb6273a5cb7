#pragma once

#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "runtime/future.h"
#include "runtime/scope.h"
#include "runtime/task.h"
#include "runtime/wait_await.h"

namespace interleave {

/// What gather() awaits (asyncio's _GatheringFuture): hears of each child by a callback, so its
/// waiter resumes two iterations after the last child's last step. The first exception goes to the
/// waiter at once, the other children go on; cancelling it cancels the children.
class GatherFuture final : public FutureBase {
 public:
  GatherFuture(Loop& loop, std::vector<Ref<TaskBase>> children, bool return_exceptions = false);
  /// Begins to listen; apart from the constructor, since the callbacks keep it alive.
  void listen();
  bool cancel(TaskId by) override;
  [[nodiscard]] std::vector<TaskId> members() const;

 private:
  void child_done(TaskBase& child);

  std::vector<Ref<TaskBase>> children_;
  std::size_t finished_ = 0;
  bool return_exceptions_;
  bool cancel_requested_ = false;
};

namespace detail {

template <class T>
Task<T> ensure_task(const Scope& scope, Coro<T> coro) {
  return create_task(scope, std::move(coro));
}
template <class T>
Task<T> ensure_task(const Scope&, Task<T> task) {
  return task;
}

[[nodiscard]] Ref<GatherFuture> make_gather(const Scope& scope,
                                            std::vector<Ref<TaskBase>> children);
[[nodiscard]] WaitAwait await_gather(Ref<GatherFuture> future);

}  // namespace detail

/// Awaits several of one type; gives their results in the order of the arguments.
template <class T>
class GatherAll : public WaitAwait {
 public:
  GatherAll(WaitAwait wait, std::vector<Task<T>> tasks)
      : WaitAwait(std::move(wait)), tasks_(std::move(tasks)) {}
  auto await_resume() const {
    FutureAwait::await_resume();
    if constexpr (!std::is_void_v<T>) {
      std::vector<T> results;
      for (const auto& task : tasks_) {
        results.push_back(task.result());
      }
      return results;
    }
  }

 private:
  std::vector<Task<T>> tasks_;
};

/// Runs awaitables side by side, each coroutine as a task of its own (asyncio.gather).
template <class T>
[[nodiscard]] GatherAll<T> gather(const Scope& scope, std::vector<Coro<T>> coros) {
  std::vector<Task<T>> tasks;
  std::vector<Ref<TaskBase>> children;
  for (Coro<T>& coro : coros) {
    tasks.push_back(create_task(scope, std::move(coro)));
    children.emplace_back(tasks.back().state());
  }
  return {detail::await_gather(detail::make_gather(scope, std::move(children))), std::move(tasks)};
}

template <class T, class... More>
[[nodiscard]] auto gather(const Scope& scope, Coro<T> first, Coro<More>... more) {
  static_assert((std::is_same_v<T, More> && ...), "one type a gather");
  std::vector<Coro<T>> coros;
  coros.push_back(std::move(first));
  (coros.push_back(std::move(more)), ...);
  return gather(scope, std::move(coros));
}

}  // namespace interleave
