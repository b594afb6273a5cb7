#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/coro.h"
#include "runtime/errors.h"
#include "runtime/repr.h"
#include "runtime/resource.h"
#include "runtime/waiters.h"

namespace interleave {

/// Which item get() takes: the oldest (asyncio.Queue), the newest (LifoQueue), the least
/// (PriorityQueue).
enum class QueueOrder : std::uint8_t { first_in, last_in, least };

/// A queue without the type of its items: who waits, and what is counted.
class QueueState : public Resource {
 public:
  QueueState(const Scope& scope, std::int64_t maxsize, std::string_view name);

  [[nodiscard]] virtual std::int64_t size() const = 0;
  [[nodiscard]] bool full() const { return maxsize_ > 0 && size() >= maxsize_; }

  static Coro<> wait_for_item(Ref<QueueState> state);
  static Coro<> wait_for_room(Ref<QueueState> state);
  static Coro<> join(Ref<QueueState> state);
  void task_done();

 protected:
  void count_put(std::string_view item);
  void count_got(std::string_view item);

 private:
  std::int64_t maxsize_;
  std::int64_t unfinished_ = 0;
  Waiters getters_;
  Waiters putters_;
  Waiters joiners_;
};

/// Hands items from tasks to tasks (asyncio.Queue). With a `maxsize` above 0 a put waits for room.
/// A handle: copies are the same queue.
template <class T>
class Queue {
 public:
  explicit Queue(const Scope& scope, std::string_view name = "queue", std::int64_t maxsize = 0,
                 QueueOrder order = QueueOrder::first_in)
      : state_(make_counted<State>(scope, maxsize, name, order)) {}

  [[nodiscard]] std::int64_t size() const { return state_->size(); }
  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] bool full() const { return state_->full(); }

  /// Awaits room and puts.
  [[nodiscard]] Coro<> put(T item) const {
    return named(state_->loop(), "Queue.put", put_into(state_, std::move(item)));
  }
  /// Throws Error (QueueFull) if there is no room.
  void put_nowait(T item) const { state_->put(std::move(item)); }
  /// Awaits an item and takes it.
  [[nodiscard]] Coro<T> get() const { return named(state_->loop(), "Queue.get", get_from(state_)); }
  /// Throws Error (QueueEmpty) if there is no item.
  T get_nowait() const { return state_->take(); }
  /// An item that was got has been dealt with. Throws Error (ValueError) beyond what was put.
  void task_done() const { state_->task_done(); }
  /// Awaits until every item that was put has been dealt with.
  [[nodiscard]] Coro<> join() const {
    return named(state_->loop(), "Queue.join", QueueState::join(state_));
  }

 private:
  class State final : public QueueState {
   public:
    State(const Scope& scope, std::int64_t maxsize, std::string_view name, QueueOrder order)
        : QueueState(scope, maxsize, name), order_(order) {}
    [[nodiscard]] std::int64_t size() const override {
      return static_cast<std::int64_t>(items_.size());
    }
    void put(T item) {
      if (full()) {
        throw Error("QueueFull", "");
      }
      items_.push_back(std::move(item));
      const std::string text = repr(items_.back());
      if (order_ == QueueOrder::least) {
        std::push_heap(items_.begin(), items_.end(), std::greater<>());
      }
      count_put(text);
    }
    T take() {
      if (items_.empty()) {
        throw Error("QueueEmpty", "");
      }
      if (order_ == QueueOrder::least) {
        std::pop_heap(items_.begin(), items_.end(), std::greater<>());
      }
      const auto taken = order_ == QueueOrder::first_in ? items_.begin() : items_.end() - 1;
      T item = std::move(*taken);
      items_.erase(taken);
      count_got(repr(item));
      return item;
    }

   private:
    QueueOrder order_;
    std::vector<T> items_;
  };

  static Coro<> put_into(Ref<State> state, T item) {
    if (state->full()) {
      Coro<> room = QueueState::wait_for_room(state);
      co_await room;
    }
    state->put(std::move(item));
  }
  static Coro<T> get_from(Ref<State> state) {
    if (state->size() == 0) {
      Coro<> there = QueueState::wait_for_item(state);
      co_await there;
    }
    co_return state->take();
  }

  Ref<State> state_;
};

}  // namespace interleave
