#pragma once

#include <deque>
#include <memory>
#include <utility>
#include <vector>

#include "runtime/gather.h"
#include "runtime/scope.h"
#include "runtime/task.h"

namespace interleave {

/// The order in which tasks end, without the type of their results.
class CompletionOrder : public Counted {
 public:
  CompletionOrder(Loop& loop, std::vector<Ref<TaskBase>> tasks);
  /// Begins to listen; apart from the constructor, since the callbacks keep it alive.
  void listen();

  [[nodiscard]] bool has_next() const { return !done_.empty(); }
  /// Takes the place (in the order given) of the next one that ended; raises CancelledError if the
  /// waiting for it was cancelled.
  [[nodiscard]] std::size_t take_next();
  void suspend(std::coroutine_handle<> handle);

 private:
  void task_done(std::size_t place);

  Loop* loop_;
  std::vector<Ref<TaskBase>> tasks_;
  std::vector<bool> heard_;
  std::deque<std::size_t> done_;
  Ref<FutureBase> getter_;
  WaitId wait_ = 0;
};

/// Results in the order in which they come (asyncio.as_completed):
///
///     auto completed = as_completed(s.at("as_completed"), std::move(coros));
///     while (completed.has_more()) {
///       s.at("await");
///       use(co_await completed.next());
///     }
template <class T>
class AsCompleted {
 public:
  AsCompleted(Ref<CompletionOrder> order, std::vector<Task<T>> tasks)
      : order_(std::move(order)), tasks_(std::move(tasks)) {}

  [[nodiscard]] bool has_more() const { return given_ < tasks_.size(); }

  struct Next {
    AsCompleted* all;
    TaskBase* task = nullptr;
    [[nodiscard]] bool await_ready() const { return all->order_->has_next(); }
    void await_suspend(std::coroutine_handle<> handle) {
      task = &all->tasks_.front().state()->loop().current_task();
      all->order_->suspend(handle);
    }
    T await_resume() const {
      if (task != nullptr) {
        task->throw_if_cancelled();
      }
      return all->tasks_[all->order_->take_next()].result();
    }
  };
  /// The next result; raises what that task raised.
  [[nodiscard]] Next next() {
    ++given_;
    return Next{this};
  }

 private:
  Ref<CompletionOrder> order_;
  std::vector<Task<T>> tasks_;
  std::size_t given_ = 0;
};

template <class T>
[[nodiscard]] AsCompleted<T> as_completed(const Scope& scope, std::vector<Coro<T>> coros) {
  std::vector<Task<T>> tasks;
  std::vector<Ref<TaskBase>> bases;
  for (Coro<T>& coro : coros) {
    tasks.push_back(create_task(scope, std::move(coro)));
    bases.emplace_back(tasks.back().state());
  }
  auto order = make_counted<CompletionOrder>(scope.loop(), std::move(bases));
  order->listen();
  return {std::move(order), std::move(tasks)};
}

}  // namespace interleave
