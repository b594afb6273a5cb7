#include "runtime/as_completed.h"

#include <algorithm>
#include <exception>

#include "runtime/errors.h"
#include "runtime/loop.h"
#include "runtime/wait_await.h"

namespace interleave {

// The order of steps is CPython's (Lib/asyncio/tasks.py, 3.11), with a queue inside.

/// The suspension until there is a next one.
class NextAwaited final : public FutureAwait {
 public:
  NextAwaited(Ref<FutureBase> getter, Ref<CompletionOrder> order)
      : FutureAwait(std::move(getter)), order_(std::move(order)) {}
  [[nodiscard]] Suspension suspension() const override { return order_->suspension(); }

 private:
  Ref<CompletionOrder> order_;
};

CompletionOrder::CompletionOrder(Loop& loop, std::vector<Ref<FutureBase>> futures)
    : loop_(&loop),
      futures_(std::move(futures)),
      to_do_(futures_.size(), true),
      left_(futures_.size()) {}

void CompletionOrder::listen(std::optional<Duration> timeout) {
  const Ref<CompletionOrder> self(this);
  for (std::size_t place = 0; place < futures_.size(); ++place) {
    const auto callback = make_callback(CallbackKind::as_completed, futures_[place]->task_id(),
                                        [self, place] { self->heard_of(place); });
    callbacks_.push_back(callback.get());
    futures_[place]->add_callback(callback);
  }
  if (left_ > 0 && timeout) {
    const Strand* current = loop_->recorder().current;
    const auto timer = make_counted<Timer>(
        *loop_, loop_->recorder().now_ns() + timeout->count(), TimerPurpose::wait,
        current == nullptr ? kProgram : current->id(), [self] { self->on_timeout(); });
    timer_ = timer.get();
  }
}

void CompletionOrder::on_timeout() {
  for (std::size_t place = 0; place < futures_.size(); ++place) {
    if (to_do_[place]) {
      futures_[place]->remove_callback(*callbacks_[place]);
      put(kNone, kProgram);
    }
  }
  to_do_.assign(futures_.size(), false);
  left_ = 0;
  timer_ = nullptr;
}

void CompletionOrder::heard_of(std::size_t place) {
  if (left_ == 0) {
    return;  // the time was up before
  }
  to_do_[place] = false;
  --left_;
  put(place, futures_[place]->task_id());
  if (left_ == 0 && timer_) {
    timer_->cancel_timer();
    timer_ = nullptr;
  }
}

void CompletionOrder::put(std::size_t place, TaskId by) {
  done_.push_back(place);
  getters_.take_and_wake(by);
}

Coro<std::size_t> CompletionOrder::next(Ref<CompletionOrder> order) {
  while (order->done_.empty()) {
    const Ref<FutureBase> getter = order->getters_.add(*order->loop_, Cause::as_completed);
    std::exception_ptr raised;
    try {
      NextAwaited there(getter, order);
      co_await there;
    } catch (const CancelledError&) {
      raised = std::current_exception();
    }
    if (raised) {
      order->getters_.remove(*getter);
      if (!order->done_.empty() && !getter->cancelled()) {
        order->getters_.take_and_wake(order->loop_->current_task().id());
      }
      std::rethrow_exception(raised);
    }
  }
  const std::size_t place = order->done_.front();
  order->done_.pop_front();
  if (place == kNone) {
    throw Error("TimeoutError", "");
  }
  co_return place;
}

Suspension CompletionOrder::suspension() {
  if (wait_ != 0) {
    return {Reason::as_completed, wait_, 0};
  }
  WaitInfo info;
  info.name = name_wait(*loop_, WaitType::as_completed);
  info.type = WaitType::as_completed;
  for (std::size_t place = 0; place < futures_.size(); ++place) {
    if (to_do_[place] && futures_[place]->task_id() != kProgram) {
      info.members.push_back(futures_[place]->task_id());
    }
  }
  std::sort(info.members.begin(), info.members.end());
  wait_ = loop_->recorder().log().add(std::move(info));
  return {Reason::as_completed, wait_, wait_};
}

}  // namespace interleave
