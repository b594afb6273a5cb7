#include "runtime/wait.h"

#include <cstddef>
#include <exception>

#include "runtime/errors.h"
#include "runtime/loop.h"
#include "runtime/timer.h"
#include "runtime/wait_await.h"

namespace interleave::detail {

// The order of steps is CPython's (Lib/asyncio/tasks.py, 3.11).

namespace {

/// One wait: how many are left, and what lets its waiter go.
class Waiting final : public Counted {
 public:
  Waiting(Loop& loop, std::ptrdiff_t count, ReturnWhen when)
      : waiter_(make_counted<FutureBase>(loop, Cause::wait)), left_(count), when_(when) {}

  void set_timer(Loop& loop, Duration timeout) {
    const Ref<FutureBase> waiter = waiter_;
    timer_ = make_counted<Timer>(loop, loop.recorder().now_ns() + timeout.count(),
                                 TimerPurpose::wait, loop.current_task().id(), [waiter] {
                                   if (!waiter->done()) {
                                     waiter->finish(Cause::timeout, kProgram);
                                   }
                                 });
  }
  void drop_timer() {
    if (timer_) {
      timer_->cancel_timer();
    }
  }
  void heard_of(FutureBase& future) {
    --left_;
    if (left_ <= 0 || when_ == ReturnWhen::first_completed || is_exception_waited_for(future)) {
      drop_timer();
      if (!waiter_->done()) {
        waiter_->finish(future.task_id());
      }
    }
  }
  [[nodiscard]] const Ref<FutureBase>& waiter() const { return waiter_; }

 private:
  [[nodiscard]] bool is_exception_waited_for(FutureBase& future) const {
    return when_ == ReturnWhen::first_exception && !future.cancelled() &&
           future.exception() != nullptr;
  }

  Ref<FutureBase> waiter_;
  Ref<Timer> timer_;
  std::ptrdiff_t left_;
  ReturnWhen when_;
};

}  // namespace

Coro<> wait_until_enough(Loop& loop, std::vector<Ref<FutureBase>> futures,
                         std::optional<Duration> timeout, ReturnWhen when) {
  if (futures.empty()) {
    throw Error("ValueError", "Set of Tasks/Futures is empty.");
  }
  const auto waiting =
      make_counted<Waiting>(loop, static_cast<std::ptrdiff_t>(futures.size()), when);
  if (timeout) {
    waiting->set_timer(loop, *timeout);
  }
  std::vector<Ref<Callback>> callbacks;
  for (const auto& future : futures) {
    callbacks.push_back(make_callback(CallbackKind::wait, future->task_id(),
                                      [waiting, future] { waiting->heard_of(*future); }));
    future->add_callback(callbacks.back());
  }
  std::exception_ptr cancelled;
  try {
    WaitAwait enough(waiting->waiter(), Reason::wait, WaitType::wait, kNoText,
                     tasks_among(futures));
    co_await enough;
  } catch (const CancelledError&) {
    cancelled = std::current_exception();
  }
  waiting->drop_timer();
  for (std::size_t i = 0; i < futures.size(); ++i) {
    futures[i]->remove_callback(*callbacks[i]);
  }
  if (cancelled) {
    std::rethrow_exception(cancelled);
  }
}

}  // namespace interleave::detail
