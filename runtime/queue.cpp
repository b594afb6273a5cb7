#include "runtime/queue.h"

#include "runtime/loop.h"
#include "runtime/task.h"

namespace interleave {

// The order of steps is CPython's (Lib/asyncio/queues.py, 3.11).

namespace {

std::optional<std::int64_t> bound(std::int64_t maxsize) {
  return maxsize > 0 ? std::optional<std::int64_t>(maxsize) : std::nullopt;
}

}  // namespace

QueueState::QueueState(const Scope& scope, std::int64_t maxsize, std::string_view name)
    : Resource(scope, ResourceType::queue, name, bound(maxsize)), maxsize_(maxsize) {}

void QueueState::count_put(std::string_view item) {
  ++unfinished_;
  changed("put", size(), item);
  getters_.take_and_wake(actor());
}

void QueueState::count_got(std::string_view item) {
  changed("got", size(), item);
  putters_.take_and_wake(actor());
}

Coro<> QueueState::wait_for_item(Ref<QueueState> state) {
  while (state->size() == 0) {
    const Ref<FutureBase> getter = state->getters_.add(state->loop(), Cause::item);
    std::exception_ptr raised;
    try {
      FutureAwait woken(getter, Reason::queue_get, state->id());
      co_await woken;
    } catch (const CancelledError&) {
      raised = std::current_exception();
    }
    if (raised) {
      getter->cancel(state->actor());
      state->getters_.remove(*getter);
      if (state->size() > 0 && !getter->cancelled()) {
        state->getters_.take_and_wake(state->actor());  // woken, but can't take it: the next may
      }
      std::rethrow_exception(raised);
    }
  }
}

Coro<> QueueState::wait_for_room(Ref<QueueState> state) {
  while (state->full()) {
    const Ref<FutureBase> putter = state->putters_.add(state->loop(), Cause::slot);
    std::exception_ptr raised;
    try {
      FutureAwait woken(putter, Reason::queue_put, state->id());
      co_await woken;
    } catch (const CancelledError&) {
      raised = std::current_exception();
    }
    if (raised) {
      putter->cancel(state->actor());
      state->putters_.remove(*putter);
      if (!state->full() && !putter->cancelled()) {
        state->putters_.take_and_wake(state->actor());
      }
      std::rethrow_exception(raised);
    }
  }
}

void QueueState::task_done() {
  if (unfinished_ <= 0) {
    throw Error("ValueError", "task_done() called too many times");
  }
  if (--unfinished_ == 0) {
    const auto waiting = joiners_.all();
    for (const auto& future : waiting) {
      if (!future->done()) {
        future->finish(actor());
      }
    }
  }
}

Coro<> QueueState::join(Ref<QueueState> state) {
  if (state->unfinished_ == 0) {
    co_return;
  }
  const Ref<FutureBase> joiner = state->joiners_.add(state->loop(), Cause::join);
  std::exception_ptr raised;
  try {
    FutureAwait woken(joiner, Reason::queue_join, state->id());
    co_await woken;
  } catch (const CancelledError&) {
    raised = std::current_exception();
  }
  state->joiners_.remove(*joiner);
  if (raised) {
    std::rethrow_exception(raised);
  }
}

}  // namespace interleave
